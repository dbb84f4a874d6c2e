import Neurovariety

/// Which architectures are validated.
public struct ArchitectureGrid: Sendable {
    public let architectures: [Architecture]

    /// All with these numbers of layers, filter sizes and strides, up to an end-to-end filter size.
    public init(layers: [Int], filterSizes: [Int], strides: [Int], largest: Int) {
        var found: Set<Architecture> = []
        func extend(_ sizes: [Int], _ steps: [Int], layers: Int) {
            guard let architecture = try? Architecture(filterSizes: sizes, strides: steps),
                architecture.endToEndFilterSize <= largest
            else { return }
            if sizes.count == layers {
                found.insert(architecture)
                return
            }
            for size in filterSizes {
                for step in strides { extend(sizes + [size], steps + [step], layers: layers) }
            }
        }
        for count in layers { for size in filterSizes { extend([size], [], layers: count) } }
        self.init(Array(found))
    }

    /// Each once, small ones first.
    public init(_ architectures: [Architecture]) {
        self.architectures = Set(architectures).sorted {
            ($0.endToEndFilterSize, $0.filterSizes.count, $0.description)
                < ($1.endToEndFilterSize, $1.filterSizes.count, $1.description)
        }
    }
}

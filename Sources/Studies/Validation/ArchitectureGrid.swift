import Neurovariety

/// Which architectures are validated.
package struct ArchitectureGrid: Sendable {
    package let architectures: [Architecture]

    /// The most architectures.
    package static let largestCount = 20_000

    /// All with these numbers of layers, filter sizes and strides, up to an end-to-end filter size; nil if there are more
    /// than ``largestCount``.
    package init?(layers: [Int], filterSizes: [Int], strides: [Int], largest: Int) {
        var found: Set<Architecture> = []
        func extend(_ sizes: [Int], _ steps: [Int], layers: Int) {
            guard found.count <= Self.largestCount,
                let architecture = try? Architecture(filterSizes: sizes, strides: steps),
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
        guard found.count <= Self.largestCount else { return nil }
        self.init(Array(found))
    }

    /// About how many seconds of one core they take together, see ``Validation/cost(_:limit:)``.
    package func cost(limit seconds: Double?) -> Double {
        architectures.reduce(0) { $0 + Validation.cost($1, limit: seconds) }
    }

    /// Those that belong to a shard, where each task of Macaulay2 ends at a limit.
    package func part(_ shard: Shard, limit seconds: Double? = nil) -> ArchitectureGrid {
        ArchitectureGrid(shard.tasks(of: architectures) { Validation.cost($0, limit: seconds) })
    }

    /// Each once, small ones first.
    package init(_ architectures: [Architecture]) {
        self.architectures = Set(architectures).sorted {
            ($0.endToEndFilterSize, $0.filterSizes.count, $0.description)
                < ($1.endToEndFilterSize, $1.filterSizes.count, $1.description)
        }
    }
}

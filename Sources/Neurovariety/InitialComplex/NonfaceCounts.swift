import ExactAlgebra
import PlatformBasics

/// How many minimal nonfaces Δ has of each size, without listing them.
///
/// For two layers they are counted by the fillings of thick ribbons (``ThickRibbons``). For more, a set is a minimal
/// nonface iff for every two-layer piece it is a face, or has exactly `e + 1` descents and loses one with each vertex taken
/// out, and the latter holds for one piece at least (``InitialComplex``). Both can be told from neighbours, so a set is read from left to right with the last two residues and, for
/// each piece, the number of descents and whether every vertex was needed.
public struct NonfaceCounts: Sendable {
    /// By size; sizes that do not occur are missing.
    public let bySize: [Int: Integer]

    /// The most states: many layers with large strides have more.
    static let largestStateCount = NonfaceStates.largestCount
    /// The most additions of large integers: a minute.
    static let largestWork = 1_000_000_000
    /// The most vertices.
    static let largestFilterSize = 1 << 20
    /// The most minors that are listed.
    public static let largestListedCount = 5_000_000

    /// Counts them, and refuses from the count to list what would not fit in memory.
    ///
    /// - Throws: ``IdealError/tooManyVariables(_:)``, ``IdealError/nonfacesNotCounted(_:)``,
    ///   ``IdealError/tooManyNonfaces(_:count:)``.
    public init(listable architecture: Architecture) throws(IdealError) {
        try IdealGenerators.checkFilterSize(architecture)
        guard let counts = NonfaceCounts(architecture) else { throw .nonfacesNotCounted(architecture) }
        let total = counts.total
        guard total <= Integer(Self.largestListedCount) else {
            throw .tooManyNonfaces(architecture, count: total)
        }
        self = counts
    }

    /// How many there are together.
    public var total: Integer { bySize.values.reduce(.zero, +) }

    /// The largest size that occurs: the largest degree of a generator of I; nil if there are none.
    public var largestSize: Int? { bySize.keys.max() }

    /// Nil if there is too much to add, or more than two layers, with large strides, have too many states.
    ///
    /// - Parameter progress: told the share that is done.
    public init?(_ architecture: Architecture, progress: (Double) -> Void = { _ in }) {
        guard let ribbons = architecture.thickRibbons else {
            self.init(byVerticesOf: architecture, progress: progress)
            return
        }
        let counts = GeneratorCounts(ribbons)
        guard counts.seconds <= GeneratorCounts.largestSeconds else { return nil }
        self.init(bySize: counts.byDegree(progress: progress))
    }

    private init(bySize: [Int: Integer]) { self.bySize = bySize }

    /// Counts by a dynamic program over the vertices, for any number of layers.
    init?(byVerticesOf architecture: Architecture, progress: (Double) -> Void = { _ in }) {
        let reduced = architecture.reduced
        let pieces = reduced.pieces.filter { $0.commonFactorDegree > 0 }
        guard let modulus = pieces.map(\.stride).max() else {
            bySize = [:]
            return
        }
        let last = reduced.endToEndFilterSize - 1
        guard last < Self.largestFilterSize else { return nil }
        guard let states = NonfaceStates(pieces, modulus: modulus, vertices: 1..<last) else { return nil }
        // The numbers of sets by size, for each state after some vertex so far; those after this vertex are kept apart.
        var counts = [[Integer]](repeating: [], count: states.count)
        var reached = counts
        for vertex in stride(from: 1, to: last, by: 1) {
            // As many sizes occur as there are vertices.
            progress(pow(Double(vertex) / Double(last), 2))
            let residue = vertex % modulus
            for state in counts.indices where !counts[state].isEmpty {
                guard let next = states.following(state, by: residue) else { continue }
                Self.add(counts[state], to: &reached[next], shift: 1)
            }
            Self.add([.zero, .one], to: &reached[states.beginning(residue)], shift: 0)
            for state in states.ending(in: residue) {
                Self.add(reached[state], to: &counts[state], shift: 0)
                reached[state].removeAll()
            }
        }
        var total: [Integer] = []
        for state in counts.indices where states.completesNonface(state, by: last % modulus) {
            Self.add(counts[state], to: &total, shift: 0)
        }
        bySize = Dictionary(
            uniqueKeysWithValues: total.enumerated().filter { $0.element != .zero }.map { ($0, $1) })
    }

    /// About how long it takes for two layers; zero for more, and where it is too much to be done.
    public static func seconds(_ architecture: Architecture) -> Double {
        let seconds = architecture.thickRibbons.map { GeneratorCounts($0).seconds } ?? 0
        return seconds > GeneratorCounts.largestSeconds ? 0 : seconds
    }

    private static func add(_ counts: [Integer], to sum: inout [Integer], shift: Int) {
        let missing = counts.count + shift - sum.count
        if missing > 0 { sum.append(contentsOf: repeatElement(.zero, count: missing)) }
        for (size, count) in counts.enumerated() where count.signum != 0 { sum[size + shift] += count }
    }
}

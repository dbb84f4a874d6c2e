import ExactAlgebra

/// How many minimal nonfaces Δ has of each size, without listing them.
///
/// A set is a minimal nonface iff for every two-layer piece it is a face, or has exactly `e + 1` descents and
/// loses one with each vertex taken out, and the latter holds for one piece at least (``InitialComplex``).
/// Both can be told from neighbours, so a set is read from left to right with the last two residues and, for
/// each piece, the number of descents and whether every vertex was needed.
public struct NonfaceCounts: Sendable {
    /// By size; sizes that do not occur are missing.
    public let bySize: [Int: Integer]

    /// The most states: many layers with large strides have more.
    static let largestStateCount = 50_000
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

    /// Counts by a dynamic program over the vertices.
    ///
    /// Nil if there are too many states (many layers with large strides), or too much to add.
    public init?(_ architecture: Architecture) {
        let reduced = architecture.reduced
        let pieces = reduced.pieces.filter { $0.commonFactorDegree > 0 }
        guard let modulus = pieces.map(\.stride).max() else {
            bySize = [:]
            return
        }
        let last = reduced.endToEndFilterSize - 1
        guard last < Self.largestFilterSize else { return nil }
        if let piece = pieces.first, pieces.count == 1, Self.work(piece) > Double(Self.largestWork) {
            return nil
        }
        var work = 0
        // All states after some vertex so far, with the number of sets by size.
        var states: [State: [Integer]] = [:]
        for vertex in stride(from: 1, to: last, by: 1) {
            let residue = vertex % modulus
            var reached: [State: [Integer]] = [
                State(before: 0, current: residue, pieces: pieces.map { _ in Progress() }): [.zero, .one]
            ]
            for (state, counts) in states {
                // Finding a state costs as much as some additions.
                work += counts.count + 20
                guard let next = state.followed(by: residue, pieces) else { continue }
                Self.add([.zero] + counts, to: &reached[next, default: []])
            }
            for (state, counts) in reached { Self.add(counts, to: &states[state, default: []]) }
            guard states.count <= Self.largestStateCount, work <= Self.largestWork else { return nil }
        }
        var total: [Integer] = []
        for (state, counts) in states {
            guard let end = state.followed(by: last % modulus, pieces) else { continue }
            let isNonface = zip(end.pieces, pieces).contains { $0.descents == $1.mostDescents + 1 }
            if isNonface { Self.add(counts, to: &total) }
        }
        bySize = Dictionary(
            uniqueKeysWithValues: total.enumerated().filter { $0.element != .zero }.map { ($0, $1) })
    }

    /// About how much there is to add: at each vertex, for each pair of residues and each number of descents, the
    /// counts by size, of which half are there on the average.
    private static func work(_ piece: TwoLayerPiece) -> Double {
        let residues = Double(min(piece.stride, piece.endToEndFilterSize))
        let descents = Double(piece.mostDescents + 1)
        return Double(piece.endToEndFilterSize) * residues * residues * descents * descents
    }

    private static func add(_ counts: [Integer], to sum: inout [Integer]) {
        if sum.count < counts.count {
            sum += [Integer](repeating: .zero, count: counts.count - sum.count)
        }
        for (size, count) in counts.enumerated() where count != .zero { sum[size] += count }
    }

    private struct Progress: Hashable {
        var descents = 0
        var allWereNeeded = true
    }

    private struct State: Hashable {
        let before: Int
        let current: Int
        let pieces: [Progress]

        /// The state after one more vertex, or nil if no set that begins so is a minimal nonface.
        func followed(by next: Int, _ all: [TwoLayerPiece]) -> State? {
            var result: [Progress] = []
            result.reserveCapacity(all.count)
            for (progress, piece) in zip(pieces, all) {
                let s = piece.stride
                let (a, x, b) = (before % s, current % s, next % s)
                let loss = (a > x ? 1 : 0) + (x > b ? 1 : 0) - (a > b ? 1 : 0)
                let descents = progress.descents + (x > b ? 1 : 0)
                let allWereNeeded = progress.allWereNeeded && loss == 1
                guard descents <= piece.mostDescents + (allWereNeeded ? 1 : 0) else { return nil }
                result.append(Progress(descents: descents, allWereNeeded: allWereNeeded))
            }
            // A nonface needs one piece for which every vertex is needed.
            guard result.contains(where: \.allWereNeeded) else { return nil }
            return State(before: current, current: next, pieces: result)
        }
    }
}

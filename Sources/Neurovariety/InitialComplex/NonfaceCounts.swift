import ExactAlgebra
import PlatformBasics

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

    /// Counts by a dynamic program over the vertices.
    ///
    /// Nil if there are too many states (many layers with large strides), or too much to add.
    ///
    /// - Parameter progress: told the share that is done.
    public init?(_ architecture: Architecture, progress: (Double) -> Void = { _ in }) {
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

    /// About how long it takes, from measurements on an AMD EPYC; zero where that is no time to speak of, and where it is
    /// too much to be done.
    public static func seconds(_ architecture: Architecture) -> Double {
        let pieces = architecture.reduced.pieces.filter { $0.commonFactorDegree > 0 }
        guard let piece = pieces.first, pieces.count == 1 else { return 0 }
        let work = work(piece)
        return work > Double(largestWork) ? 0 : work * 7e-9
    }

    /// About how much there is to add: at each vertex, for each pair of residues and each number of descents, the
    /// counts by size, of which half are there on the average.
    private static func work(_ piece: TwoLayerPiece) -> Double {
        let residues = Double(min(piece.stride, piece.endToEndFilterSize))
        let descents = Double(piece.mostDescents + 1)
        return Double(piece.endToEndFilterSize) * residues * residues * descents * descents
    }

    private static func add(_ counts: [Integer], to sum: inout [Integer], shift: Int) {
        let missing = counts.count + shift - sum.count
        if missing > 0 { sum.append(contentsOf: repeatElement(.zero, count: missing)) }
        for (size, count) in counts.enumerated() where count.signum != 0 { sum[size + shift] += count }
    }
}

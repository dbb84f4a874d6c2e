/// The minimal nonfaces of the simplicial complex Δ of an architecture.
///
/// The facets of Δ, on the vertices 0, …, K−1, are the sets of partial sums, 0 and K−1 included, of all
/// sequences of `k_ℓ − 1` steps of length `S_ℓ`. For two layers, `N = {j_1 < … < j_t}` is a nonface iff the
/// residues modulo s of `0, j_1, …, j_t, K−1` have at least `e + 1` strict descents,
/// `e = ⌊(k_1−1)/s⌋`: the gaps must be filled by steps of length 1 and s, a gap d takes `d mod s` steps
/// of length 1, and a descent costs s of them. For more layers a set is a nonface iff it is one for some
/// two-layer piece, since `S_ℓ` divides `S_{ℓ+1}`.
///
/// The ideal of Δ is the initial ideal of the prime ideal of the neurovariety in graded reverse
/// lexicographic order, and each minimal nonface gives one minor of a Gröbner basis (``NonfaceMinor``).
public struct MinimalNonfaces {
    private let pieces: [TwoLayerPiece]
    private let endToEndFilterSize: Int

    public init(_ architecture: Architecture) {
        let reduced = architecture.reduced
        pieces = reduced.pieces
        endToEndFilterSize = reduced.endToEndFilterSize
    }

    /// Calls `body` with each minimal nonface, in increasing order of its vertices, and the place of the
    /// first two-layer piece it belongs to.
    public func visit(_ body: (_ nonface: [Int], _ piece: Int) throws -> Void) rethrows {
        for (index, piece) in pieces.enumerated() where piece.commonFactorDegree > 0 {
            var search = NonfaceSearch(piece)
            try search.visit { nonface in
                let isMinimalForAll = pieces.indices.allSatisfy { other in
                    other == index || isMinimal(nonface, against: pieces[other], isEarlier: other < index)
                }
                if isMinimalForAll { try body(nonface, index) }
            }
        }
    }

    /// Whether no proper subset of `nonface` is a nonface of the other piece, and, for an earlier piece, not
    /// the set itself either: then it has been reported there.
    private func isMinimal(_ nonface: [Int], against piece: TwoLayerPiece, isEarlier: Bool) -> Bool {
        guard piece.commonFactorDegree > 0, piece.isNonface(nonface) else { return true }
        guard !isEarlier else { return false }
        return nonface.indices.allSatisfy { place in
            var smaller = nonface
            smaller.remove(at: place)
            return !piece.isNonface(smaller)
        }
    }
}

extension TwoLayerPiece {
    /// `e = ⌊(k_1 − 1)/s⌋`: the most descents that a face has.
    var mostDescents: Int { (firstFilterSize - 1) / stride }

    /// Whether this increasing list of vertices is not a face of Δ.
    public func isNonface(_ vertices: [Int]) -> Bool {
        var descents = 0
        var residue = 0
        for vertex in vertices {
            if residue > vertex % stride { descents += 1 }
            residue = vertex % stride
        }
        if residue > (endToEndFilterSize - 1) % stride { descents += 1 }
        return descents > mostDescents
    }
}

/// Enumerates the minimal nonfaces of one piece.
///
/// Minimality is local: a nonface is minimal iff it has exactly `e + 1` descents and taking out any vertex
/// loses one. For neighbours with residues a, x, b, taking out x changes the number of descents by
/// `[a > x] + [x > b] − [a > b]`, which must be 1. Whether a beginning can be completed depends only on the
/// residue before the last vertex, the last vertex, and the descents so far; that is remembered, so no
/// dead end is entered twice.
private struct NonfaceSearch {
    private let stride: Int
    private let last: Int
    private let wanted: Int
    private var deadEnds: Set<State> = []
    private var nonface: [Int] = []

    private struct State: Hashable {
        let residueBefore: Int
        let vertex: Int
        let descents: Int
    }

    init(_ piece: TwoLayerPiece) {
        stride = piece.stride
        last = piece.endToEndFilterSize - 1
        wanted = piece.mostDescents + 1
    }

    mutating func visit(_ body: ([Int]) throws -> Void) rethrows {
        guard last > 1 else { return }
        for vertex in 1..<last {
            // The first vertex comes after 0, whose residue is 0: no descent.
            nonface = [vertex]
            _ = try extend(State(residueBefore: 0, vertex: vertex, descents: 0), body)
        }
    }

    /// Returns whether some completion exists.
    private mutating func extend(_ state: State, _ body: ([Int]) throws -> Void) rethrows -> Bool {
        guard !deadEnds.contains(state) else { return false }
        var found = false
        let residue = state.vertex % stride
        if step(state, to: last % stride) == wanted {
            try body(nonface)
            found = true
        }
        if state.descents + (last - state.vertex) >= wanted {
            for next in (state.vertex + 1)..<max(last, state.vertex + 1) {
                guard let descents = step(state, to: next % stride), descents <= wanted else { continue }
                nonface.append(next)
                defer { nonface.removeLast() }
                let following = State(residueBefore: residue, vertex: next, descents: descents)
                if try extend(following, body) { found = true }
            }
        }
        if !found { deadEnds.insert(state) }
        return found
    }

    /// The descents up to a next residue, or nil if the last vertex could be left out.
    private func step(_ state: State, to residue: Int) -> Int? {
        let (a, x, b) = (state.residueBefore, state.vertex % stride, residue)
        let change = (a > x ? 1 : 0) + (x > b ? 1 : 0) - (a > b ? 1 : 0)
        return change == 1 ? state.descents + (x > b ? 1 : 0) : nil
    }
}

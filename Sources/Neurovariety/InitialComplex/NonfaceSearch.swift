/// Enumerates the minimal nonfaces of one piece.
///
/// Minimality is local: a nonface is minimal iff it has exactly `e + 1` descents and taking out any vertex
/// loses one. For neighbours with residues a, x, b, taking out x changes the number of descents by
/// `[a > x] + [x > b] − [a > b]`, which must be 1. Whether a beginning can be completed depends only on the
/// residue before the last vertex, the last vertex, and the descents so far; that is remembered, so no
/// dead end is entered twice.
struct NonfaceSearch {
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

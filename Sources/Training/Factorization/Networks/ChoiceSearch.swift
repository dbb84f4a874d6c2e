/// Combinations of one choice from each list whose states add up to something wanted, by depth first search without dead ends.
struct ChoiceSearch {
    private let lists: [[RootChoice]]
    private let space: ChoiceSpace
    /// From which states, before each list, there is a way to the end.
    private let open: [[Bool]]

    /// So many states before all lists are looked at; with more nothing is found.
    private static let mostStates = 30_000_000

    /// - Parameter isWanted: of the choices in a state, by whether all blocks split.
    init(_ lists: [[RootChoice]], _ space: ChoiceSpace, isWanted: (_ splits: Bool) -> Bool) {
        self.lists = lists
        self.space = space
        guard let count = space.count, count <= Self.mostStates / (lists.count + 1) else {
            open = []
            return
        }
        let zero = space.state(0)
        let steps = lists.map { Array(Set($0.compactMap { space.sum(zero, $0.state) })) }
        var reached = [[Bool](repeating: false, count: count)]
        reached[0][0] = true
        for list in steps {
            var next = [Bool](repeating: false, count: count)
            for index in reached[reached.count - 1].indices where reached[reached.count - 1][index] {
                let state = space.state(index)
                for step in list {
                    if let sum = space.sum(state, step) { next[space.index(sum)] = true }
                }
            }
            reached.append(next)
        }
        for index in 0..<count where reached[lists.count][index] {
            reached[lists.count][index] =
                space.completion(space.state(index)).map { isWanted($0.splits) } ?? false
        }
        for place in lists.indices.reversed() {
            for index in 0..<count where reached[place][index] {
                let state = space.state(index)
                reached[place][index] = steps[place].contains { step in
                    space.sum(state, step).map { reached[place + 1][space.index($0)] } ?? false
                }
            }
        }
        open = reached
    }

    /// - Parameter body: a choice of all trees, and how many of 0 and ∞ each block takes with it; false to stop.
    func visit(from start: RootChoice, _ body: (RootChoice, _ needed: [Int]) -> Bool) {
        guard let first = open.first, first[0] else { return }
        _ = visit(0, start, space.state(0), body)
    }

    private func visit(
        _ place: Int, _ sum: RootChoice, _ state: [Int], _ body: (RootChoice, [Int]) -> Bool
    ) -> Bool {
        guard place < lists.count else {
            return space.completion(state).map { body(sum, $0.needed) } ?? true
        }
        for choice in lists[place] {
            guard let next = space.sum(state, choice.state), open[place + 1][space.index(next)] else {
                continue
            }
            guard visit(place + 1, sum + choice, next, body) else { return false }
        }
        return true
    }
}

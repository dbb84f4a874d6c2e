/// Combinations of one choice from each list whose states add up to something wanted, by depth first search without dead ends.
struct ChoiceSearch {
    private let lists: [[RootChoice]]
    /// From which sums, before each list, there is a way to the end; nil where that would be too many.
    private let open: [Set<[Int]>]?
    private let isWanted: ([Int]) -> Bool

    /// So many sums are remembered.
    private static let mostSums = 400_000
    /// So many choices are tried where they are not.
    private static let mostTrials = 1_000_000

    /// - Parameters:
    ///   - limits: of the first entries of a state: sums beyond are dropped.
    ///   - isWanted: of a sum over all lists.
    init(
        _ lists: [[RootChoice]], start: [Int], limits: [Int], isWanted: @escaping ([Int]) -> Bool
    ) {
        self.lists = lists
        self.isWanted = { state in
            zip(state, limits).allSatisfy { $0 == $1 } && isWanted(state)
        }
        open = Self.openSums(lists, start, limits, self.isWanted)
    }

    private static func openSums(
        _ lists: [[RootChoice]], _ start: [Int], _ limits: [Int], _ isWanted: ([Int]) -> Bool
    ) -> [Set<[Int]>]? {
        var reached: [Set<[Int]>] = [[start]]
        var total = 1
        for list in lists {
            var next: Set<[Int]> = []
            let steps = Set(list.map(\.state))
            for sum in reached[reached.count - 1] {
                for step in steps {
                    let state = zip(sum, step).map { $0 + $1 }
                    if zip(state, limits).allSatisfy({ $0 <= $1 }) { next.insert(state) }
                }
            }
            reached.append(next)
            total += next.count
            guard total <= mostSums else { return nil }
        }
        reached[lists.count] = reached[lists.count].filter(isWanted)
        for place in lists.indices.reversed() {
            let (steps, later) = (Set(lists[place].map(\.state)), reached[place + 1])
            reached[place] = reached[place].filter { sum in
                steps.contains { later.contains(zip(sum, $0).map { $0 + $1 }) }
            }
        }
        return reached
    }

    /// - Parameter body: false to stop.
    func visit(from start: RootChoice, _ body: (RootChoice) -> Bool) {
        var trials = 0
        _ = visit(0, start, &trials, body)
    }

    private func visit(
        _ place: Int, _ sum: RootChoice, _ trials: inout Int, _ body: (RootChoice) -> Bool
    ) -> Bool {
        if let open {
            guard open[place].contains(sum.state) else { return true }
        } else {
            trials += 1
            guard trials < Self.mostTrials else { return false }
        }
        guard place < lists.count else { return isWanted(sum.state) ? body(sum) : true }
        for choice in lists[place] {
            guard visit(place + 1, sum + choice, &trials, body) else { return false }
        }
        return true
    }
}

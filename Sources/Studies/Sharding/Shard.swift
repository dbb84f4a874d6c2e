/// One of the parts into which a study is split for several machines: `3/8` is the third of eight.
package struct Shard: Hashable, Sendable, CustomStringConvertible {
    /// From 1.
    package let number: Int
    package let count: Int

    /// The most parts.
    package static let largestCount = 10_000

    /// Nil for numbers that name no part.
    package init?(number: Int, count: Int) {
        guard 1...Self.largestCount ~= count, 1...count ~= number else { return nil }
        (self.number, self.count) = (number, count)
    }

    /// `3/8`; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]),
            text == "\(number)/\(count)"
        else { return nil }
        self.init(number: number, count: count)
    }

    package var description: String { "\(number)/\(count)" }

    /// As in the name of a file.
    package var fileName: String { "\(number)-of-\(count)" }

    /// All parts of a study.
    package static func all(_ count: Int) -> [Shard] {
        count < 1 ? [] : (1...count).compactMap { Shard(number: $0, count: count) }
    }

    /// Those tasks that belong to this part, in their order.
    ///
    /// Every task belongs to one part. The dearest are given out first, each to the part with the least to do (Graham's rule:
    /// no part has more than 4/3 of what the best division has). The same everywhere: costs are compared and added only.
    ///
    /// - Complexity: O(n log n + n · count) for n tasks.
    package func tasks<Task>(of all: [Task], cost: (Task) -> Double) -> [Task] {
        let costs = all.map(cost)
        let order = all.indices.sorted { (-costs[$0], $0) < (-costs[$1], $1) }
        var loads = [Double](repeating: 0, count: count)
        var mine: [Int] = []
        for index in order {
            var least = 0
            for part in 1..<max(count, 1) where loads[part] < loads[least] { least = part }
            loads[least] += costs[index]
            if least == number - 1 { mine.append(index) }
        }
        return mine.sorted().map { all[$0] }
    }
}

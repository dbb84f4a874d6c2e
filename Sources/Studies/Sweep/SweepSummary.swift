/// What a sweep says of all its problems together: only of those where nothing is missing.
package struct SweepSummary: Hashable, Sendable {
    /// How often each number occurs.
    package struct Distribution: Hashable, Sendable {
        /// By number, the numbers ascending.
        package let counts: [(value: Int, problems: Int)]
        package let total: Int

        init(_ values: [Int]) {
            total = values.count
            counts = Dictionary(grouping: values) { $0 }.map { ($0.key, $0.value.count) }.sorted { $0 < $1 }
        }

        package static func == (left: Distribution, right: Distribution) -> Bool {
            left.counts.elementsEqual(right.counts) { $0 == $1 }
        }

        package func hash(into hasher: inout Hasher) {
            for (value, problems) in counts {
                hasher.combine(value)
                hasher.combine(problems)
            }
        }

        /// Nil of nothing.
        package var mean: Double? {
            guard total > 0 else { return nil }
            return Double(counts.reduce(0) { $0 + $1.value * $1.problems }) / Double(total)
        }

        /// Of the mean, from the empirical variance; nil of fewer than two.
        package var standardError: Double? {
            guard let mean, total > 1 else { return nil }
            let squares = counts.reduce(0.0) {
                let difference = Double($1.value) - mean
                return $0 + difference * difference * Double($1.problems)
            }
            return (squares / Double(total - 1) / Double(total)).squareRoot()
        }
    }

    /// Problems that are done,
    package let problems: Int
    /// those where nothing is missing,
    package let complete: Int
    /// and those whose data make no problem that can be searched.
    package let notSearched: Int
    /// Those where the global minimum of the network is proved.
    package let provedMinima: Int
    /// Those where what is the lowest lies on the boundary; nil where there is none.
    package let onBoundary: Int?
    /// Real critical points on the neurovariety.
    package let real: Distribution
    /// Local minima on the neurovariety, where all Morse indices are proved.
    package let minima: Distribution
    /// The mean number of real points of each Morse index, where all are proved.
    package let meanByIndex: [Double]
    /// Local minima of the loss on what the layers make; nil where that is all of the neurovariety, or nothing was searched.
    package let networkMinima: Distribution?

    package init(_ rows: [SweepRow]) {
        let found = rows.compactMap(\.found)
        let all = found.filter(\.isComplete)
        problems = rows.count
        complete = all.count
        notSearched = rows.count - found.count
        provedMinima = found.count { $0.minimum?.isProved == true }
        let hasNetwork = found.contains { $0.network != nil }
        onBoundary = hasNetwork ? all.count { $0.minimum?.isOnBoundary == true } : nil
        real = Distribution(all.map(\.real))
        let indexed = all.filter(\.areIndicesProved)
        minima = Distribution(indexed.map(\.minima))
        let indices = indexed.map(\.realByIndex.count).max() ?? 0
        meanByIndex = (0..<indices).map { index in
            Double(indexed.reduce(0) { $0 + ($1.realByIndex.dropFirst(index).first ?? 0) })
                / Double(indexed.count)
        }
        let networks = all.compactMap(\.network).filter(\.isBoundaryComplete)
        networkMinima = networks.isEmpty ? nil : Distribution(networks.map(\.minima))
    }
}

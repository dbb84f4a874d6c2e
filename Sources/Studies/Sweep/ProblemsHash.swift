import Training

/// Tells the problems of one study from those of another, wherever data lie.
enum ProblemsHash {
    static func of(seeds: ClosedRange<UInt64>) -> String {
        var hash = ContentHash()
        hash.add("\(seeds.lowerBound)..\(seeds.upperBound)")
        return hash.text
    }

    /// Of all names and numbers, whatever the order.
    static func of(dataSets: some Sequence<SweepProblem>) -> String {
        var all = ContentHash()
        for problem in dataSets.sorted() {
            guard case .dataSet(let name, let own) = problem else { continue }
            all.add(name)
            all.add(own)
        }
        var hash = ContentHash()
        hash.add(all.text)
        return hash.text
    }

    /// So many seeds that have this hash and contain these; nil if there are none.
    static func seeds(_ hash: String, count: Int, containing some: some Sequence<UInt64>) -> ClosedRange<
        UInt64
    >? {
        let some = Array(some)
        guard let least = some.min(), let largest = some.max(), count > 0, count <= SweepStudy.largestCount,
            largest - least < UInt64(count)
        else { return nil }
        let width = UInt64(count) - 1
        for lower in (largest > width ? largest - width : 0)...least {
            let (upper, isTooLarge) = lower.addingReportingOverflow(width)
            if !isTooLarge, of(seeds: lower...upper) == hash { return lower...upper }
        }
        return nil
    }
}

import ExactAlgebra

/// The critical points of one problem followed to the next.
struct Leg {
    /// Approximate points, pairwise different, with filters other than 0.
    let points: [[Complex]]
    /// How many points of the first problem came to the filter 0.
    let zeroCount: Int
    let pathCount: Int
    /// Paths followed again with more care, because they were lost or came to a point that another reached.
    let repeatedCount: Int

    /// Gradients are computed in higher precision beyond this condition.
    private static let precision = 1e4

    /// - Parameter report: called with the number of points found until now.
    static func follow(
        _ starts: [[Complex]], _ structure: FilterStructure, from start: LossParameters,
        to end: ConditionLadder.Rung, expected: Int, using generator: inout SplitMix,
        shouldStop: @escaping @Sendable () -> Bool, report: (Int) -> Void
    ) -> Leg {
        var (pathCount, repeatedCount) = (0, 0)
        var atZero: Set<Int> = []
        let isPrecise = end.condition > precision
        var found = PointSet(structure, scales: isPrecise ? end.scales : nil)
        // Another factor is another path: it leads around what stopped the last one.
        for attempt in 0..<3 where found.count < expected && !shouldStop() {
            // Far from the real ones, on which points meet.
            let angle = Double.random(in: (0.35 * .pi)..<(0.65 * .pi), using: &generator)
            let factor = Complex.unit(angle: attempt.isMultiple(of: 2) ? angle : -angle)
            var waiting = Array(starts.indices)
            for care in 0...2 where !waiting.isEmpty && !shouldStop() {
                if care > 0 || attempt > 0 { repeatedCount += waiting.count }
                pathCount += waiting.count
                var arrivals: [(index: Int, start: Int)] = []
                var again: [Int] = []
                // In parts, so that progress is seen.
                for part in stride(from: 0, to: waiting.count, by: 1024) {
                    let own = waiting[part..<min(part + 1024, waiting.count)]
                    let outcomes = PathTracker.trackAll(
                        own.map { starts[$0] }, structure, from: start, factor, to: end.parameters, .one,
                        care: care, isPrecise: isPrecise, shouldStop: shouldStop)
                    for (start, outcome) in zip(own, outcomes) {
                        if case .vanished = outcome { atZero.insert(start) }
                        if case .lost = outcome { again.append(start) }
                        guard let point = outcome.point else { continue }
                        if let index = found.insert(point) {
                            arrivals.append((index, start))
                            // The problem is real: with a point its conjugate is found.
                            _ = found.insert(point.map(\.conjugate))
                        } else {
                            atZero.insert(start)
                        }
                    }
                    report(found.count)
                }
                // Two paths at one point: one of them has jumped, nobody knows which.
                let crowds = Dictionary(grouping: arrivals, by: \.index).values.filter { $0.count > 1 }
                waiting = again + crowds.flatMap { $0.map(\.start) }
                if found.count == expected { break }
            }
        }
        return Leg(
            points: found.points, zeroCount: atZero.count, pathCount: pathCount, repeatedCount: repeatedCount)
    }
}

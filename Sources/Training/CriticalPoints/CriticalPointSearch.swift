import ExactAlgebra

/// All complex critical points of one problem: monodromy at a generic one, then followed to this.
struct CriticalPointSearch {
    /// Approximate points, pairwise different, with filters other than 0.
    let points: [[Complex]]
    /// How many points of the generic problem came to the filter 0.
    let zeroCount: Int
    let pathCount: Int
    /// Paths followed again with more care, because they were lost or came to a point that another reached.
    let repeatedCount: Int

    /// Takes minutes where there are thousands of points.
    ///
    /// - Parameter report: called with the number of points the stage has until now.
    static func run(
        _ structure: FilterStructure, _ target: LossParameters, expected: Int, seed: UInt64,
        shouldStop: @escaping @Sendable () -> Bool = { false },
        report: (CriticalPoints.Stage, Int) -> Void
    ) -> CriticalPointSearch {
        let generic = Monodromy.run(structure, expected: expected, seed: seed, shouldStop: shouldStop) {
            report(.generic, $0)
        }
        var pathCount = generic.pathCount
        var repeatedCount = 0
        var atZero: Set<Int> = []
        var generator = SplitMix(seed: seed &+ 0x5EED)
        var found = PointSet(structure)
        // Another factor is another path: it leads around what stopped the last one.
        for attempt in 0..<3 where found.count < expected && !shouldStop() {
            let factor = Complex.unit(angle: Double.random(in: 0..<(2 * .pi), using: &generator))
            var waiting = Array(generic.points.indices)
            for care in 0...2 where !waiting.isEmpty && !shouldStop() {
                if care > 0 || attempt > 0 { repeatedCount += waiting.count }
                pathCount += waiting.count
                var arrivals: [(index: Int, start: Int)] = []
                var again: [Int] = []
                // In parts, so that progress is seen.
                for part in stride(from: 0, to: waiting.count, by: 256) {
                    let starts = waiting[part..<min(part + 256, waiting.count)]
                    let outcomes = PathTracker.trackAll(
                        starts.map { generic.points[$0] }, structure, from: generic.parameters, factor,
                        to: target, .one, care: care, shouldStop: shouldStop)
                    for (start, outcome) in zip(starts, outcomes) {
                        guard let point = outcome.point else {
                            again.append(start)
                            continue
                        }
                        if let index = found.insert(point) {
                            arrivals.append((index, start))
                        } else {
                            atZero.insert(start)
                        }
                    }
                    report(.given, found.count)
                }
                // Two paths at one point: one of them has jumped, nobody knows which.
                let crowds = Dictionary(grouping: arrivals, by: \.index).values.filter { $0.count > 1 }
                waiting = again + crowds.flatMap { $0.map(\.start) }
                if found.count == expected { break }
            }
        }
        return CriticalPointSearch(
            points: found.points, zeroCount: atZero.count, pathCount: pathCount, repeatedCount: repeatedCount)
    }
}

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
        var generic = Monodromy(structure, seed: seed)
        // The last generic points are the hardest to find, and mostly not needed: the conjugates of those that arrive are found too.
        let most = expected - Int((Double(expected) / 4).squareRoot())
        var pathCount = 0
        var repeatedCount = 0
        var atZero: Set<Int> = []
        var generator = SplitMix(seed: seed &+ 0x5EED)
        var found = PointSet(structure)
        for attempt in 0..<3 where found.count < expected && !shouldStop() {
            // Another factor is another path: it leads around what stopped the last one. Far from the real ones, on which points meet.
            let angle = Double.random(in: (0.35 * .pi)..<(0.65 * .pi), using: &generator)
            let factor = Complex.unit(angle: attempt.isMultiple(of: 2) ? angle : -angle)
            var followed = 0
            for wanted in attempt == 0 ? [most, expected] : [expected]
            where found.count < expected && !shouldStop() {
                generic.search(until: wanted, shouldStop: shouldStop) { report(.generic, $0) }
                var waiting = Array(followed..<generic.points.count)
                followed = generic.points.count
                for care in 0...2 where !waiting.isEmpty && !shouldStop() {
                    if care > 0 || attempt > 0 { repeatedCount += waiting.count }
                    pathCount += waiting.count
                    var arrivals: [(index: Int, start: Int)] = []
                    var again: [Int] = []
                    // In parts, so that progress is seen.
                    for part in stride(from: 0, to: waiting.count, by: 1024) {
                        let starts = waiting[part..<min(part + 1024, waiting.count)]
                        let outcomes = PathTracker.trackAll(
                            starts.map { generic.points[$0] }, structure, from: generic.parameters, factor,
                            to: target, .one, care: care, shouldStop: shouldStop)
                        for (start, outcome) in zip(starts, outcomes) {
                            if case .vanished = outcome { atZero.insert(start) }
                            if case .lost = outcome { again.append(start) }
                            guard let point = outcome.point else { continue }
                            if let index = found.insert(point) {
                                arrivals.append((index, start))
                                _ = found.insert(point.map(\.conjugate))
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
        }
        pathCount += generic.pathCount
        return CriticalPointSearch(
            points: found.points, zeroCount: atZero.count, pathCount: pathCount, repeatedCount: repeatedCount)
    }
}

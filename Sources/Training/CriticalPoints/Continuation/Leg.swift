import ExactAlgebra

/// The critical points of one problem followed to the next.
struct Leg {
    /// Approximate points, pairwise different, with filters other than 0.
    let points: [[Complex]]
    /// How the paths end, in the attempt that lost fewest.
    let endings: [PathEnding]
    let pathCount: Int
    /// Paths followed again with more care, because they were lost or came to a point that another reached.
    let repeatedCount: Int

    /// Gradients are computed in higher precision beyond this condition.
    private static let precision = 1e4

    /// - Parameters:
    ///   - searchesEnds: whether paths that do not arrive at a regular point are followed to where they end.
    ///   - report: called with the number of points found until now.
    static func follow(
        _ starts: [[Complex]], _ structure: FilterStructure, from start: LossParameters,
        to end: ConditionLadder.Rung, expected: Int, searchesEnds: Bool, using generator: inout SplitMix,
        shouldStop: @escaping @Sendable () -> Bool, report: (Int) -> Void
    ) -> Leg {
        var (pathCount, repeatedCount) = (0, 0)
        var best: [PathEnding] = []
        let isPrecise = end.condition > precision
        var found = PointSet(structure, scales: isPrecise ? end.scales : nil)
        // Another factor is another path: it leads around what stopped the last one.
        for attempt in 0..<3 where found.count < expected && !shouldStop() {
            // Far from the real ones, on which points meet; between problems of one ladder any angle, in case these all fail.
            let width = start.isDiagonal ? 0.15 : 0.45
            let angle = Double.random(in: ((0.5 - width) * .pi)..<((0.5 + width) * .pi), using: &generator)
            let factor = Complex.unit(angle: attempt.isMultiple(of: 2) ? angle : -angle)
            let isPrecise = isPrecise || attempt > 0 && !start.isDiagonal
            var endings = [PathEnding](repeating: .lost, count: starts.count)
            var waiting = Array(starts.indices)
            for care in 0...2 where !waiting.isEmpty && !shouldStop() {
                if care > 0 || attempt > 0 { repeatedCount += waiting.count }
                pathCount += waiting.count
                var arrivals: [(index: Int, start: Int, point: [Complex])] = []
                var again: [Int] = []
                func record(_ start: Int, _ ending: PathEnding) {
                    endings[start] = ending
                    guard case .regular(let point) = ending else { return }
                    if let index = found.insert(point) {
                        arrivals.append((index, start, point))
                        // The problem is real: with a point its conjugate is found.
                        _ = found.insert(point.map(\.conjugate))
                    } else {
                        endings[start] = .zero
                    }
                }
                // In parts, so that progress is seen.
                for part in stride(from: 0, to: waiting.count, by: 1024) {
                    let own = waiting[part..<min(part + 1024, waiting.count)]
                    let outcomes = PathTracker.trackAll(
                        own.map { starts[$0] }, structure, from: start, factor, to: end.parameters, .one,
                        care: care, isPrecise: isPrecise, shouldStop: shouldStop)
                    for (start, outcome) in zip(own, outcomes) {
                        switch outcome {
                        case .arrived(let point): record(start, .regular(point))
                        case .vanished: record(start, .zero)
                        case .lost: again.append(start)
                        }
                    }
                    report(found.count)
                }
                if searchesEnds, !isPrecise, care != 1 {
                    let outcomes = Endgame.endings(
                        of: again.map { starts[$0] }, structure, from: start, factor, to: end.parameters,
                        shouldStop: shouldStop)
                    for (start, outcome) in zip(again, outcomes) { record(start, outcome) }
                    again = again.filter { if case .lost = endings[$0] { true } else { false } }
                    report(found.count)
                }
                // Two paths at one point: one of them has jumped, nobody knows which. Different layers of one filter are two points.
                let crowds = Dictionary(grouping: arrivals, by: \.index).values.flatMap { crowd in
                    crowd.indices.filter { place in
                        crowd.indices.contains {
                            $0 != place && structure.isSame(crowd[$0].point, crowd[place].point)
                        }
                    }.map { crowd[$0].start }
                }
                for start in crowds { endings[start] = .lost }
                waiting = again + crowds
                if found.count == expected { break }
            }
            if best.isEmpty || PathEndings.lostCount(endings) < PathEndings.lostCount(best) { best = endings }
            if searchesEnds, PathEndings.lostCount(best) == 0 { break }
        }
        return Leg(
            points: found.points, endings: best, pathCount: pathCount, repeatedCount: repeatedCount)
    }
}

import ExactAlgebra

/// All critical points of one generic problem, from a single one made by construction.
///
/// Two generic problems are joined by several segments with different factors. Following known points along a
/// segment gives points at the other end; as the set of pairs (problem, critical point) is a vector bundle
/// over the neurovariety and so irreducible, loops of such segments permute all critical points
/// transitively. The problems at the ends are real and diagonal (``LossParameters/random(_:using:)``), so every
/// point that is found gives its conjugate too. It ends when the count of Theorem 4.1 is reached.
struct Monodromy {
    /// Both ends: the second has the parameters from which fewer points may be known.
    let parameters: LossParameters
    let points: [[Complex]]
    /// How many paths were followed.
    let pathCount: Int

    private struct Segment {
        let factors: (Complex, Complex)
        /// The points at either end that have been followed or arrived at.
        var done: (Set<Int>, Set<Int>) = ([], [])
    }

    /// Takes minutes where there are thousands of points.
    ///
    /// - Parameters:
    ///   - expected: the number of critical points; the search ends there, or after `mostSegments`.
    ///   - report: called with the number of points known.
    static func run(
        _ structure: FilterStructure, expected: Int, seed: UInt64, mostSegments: Int = 40,
        shouldStop: @escaping @Sendable () -> Bool = { false }, report: (Int) -> Void
    ) -> Monodromy {
        var generator = SplitMix(seed: seed)
        let first = LossParameters.randomWithCriticalPoint(structure, using: &generator)
        let ends = [first.parameters, .random(structure, using: &generator)]
        var sets = [PointSet(structure), PointSet(structure)]
        _ = sets[0].insert(first.point)
        var segments: [Segment] = []
        var pathCount = 0
        while max(sets[0].count, sets[1].count) < expected, !shouldStop() {
            // The segment and direction with the most to follow.
            var best: (segment: Int, from: Int, points: [Int])?
            for (index, segment) in segments.enumerated() {
                for from in 0...1 {
                    let done = from == 0 ? segment.done.0 : segment.done.1
                    let waiting = (0..<sets[from].count).filter { !done.contains($0) }
                    if !waiting.isEmpty, waiting.count > (best?.points.count ?? 0) {
                        best = (index, from, waiting)
                    }
                }
            }
            guard let work = best else {
                guard segments.count < mostSegments else { break }
                func factor() -> Complex {
                    Complex.unit(angle: Double.random(in: 0..<(2 * .pi), using: &generator))
                }
                segments.append(Segment(factors: (factor(), factor())))
                continue
            }
            // Not more than can be missing at the other end: the rest would mostly be known already.
            let batch = Array(work.points.prefix(512))
            let (from, to) = (work.from, 1 - work.from)
            let factors = segments[work.segment].factors
            let outcomes = PathTracker.trackAll(
                batch.map { sets[from].points[$0] }, structure,
                from: ends[from], from == 0 ? factors.0 : factors.1,
                to: ends[to], from == 0 ? factors.1 : factors.0, shouldStop: shouldStop)
            pathCount += batch.count
            for (index, outcome) in zip(batch, outcomes) {
                let arrival = outcome.point.flatMap { point in
                    // Both ends are real: with a point its conjugate is found.
                    _ = sets[to].insert(point.map(\.conjugate))
                    return sets[to].insert(point)
                }
                if from == 0 {
                    segments[work.segment].done.0.insert(index)
                    if let arrival { segments[work.segment].done.1.insert(arrival) }
                } else {
                    segments[work.segment].done.1.insert(index)
                    if let arrival { segments[work.segment].done.0.insert(arrival) }
                }
            }
            report(max(sets[0].count, sets[1].count))
        }
        let whole = sets[1].count > sets[0].count ? 1 : 0
        return Monodromy(parameters: ends[whole], points: sets[whole].points, pathCount: pathCount)
    }
}

extension PathTracker {
    /// Follows many points along one segment, on all processors.
    static func trackAll(
        _ points: [[Complex]], _ structure: FilterStructure, from start: LossParameters,
        _ startFactor: Complex, to end: LossParameters, _ endFactor: Complex, care: Int = 0,
        isPrecise: Bool = false, shouldStop: @escaping @Sendable () -> Bool = { false }
    ) -> [Outcome] {
        let batch = max(1, min(16, points.count / (4 * processorCount)))
        let batches = (points.count + batch - 1) / batch
        return concurrentMap(count: batches) { index in
            let tracker = PathTracker(
                structure, from: start, startFactor, to: end, endFactor, care: care, isPrecise: isPrecise,
                shouldStop: shouldStop)
            return points[(index * batch)..<min(points.count, (index + 1) * batch)].map { tracker.track($0) }
        }.flatMap(\.self)
    }
}

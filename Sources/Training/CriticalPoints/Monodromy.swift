import ExactAlgebra

/// All critical points of one generic problem, from a single one made by construction.
///
/// Two generic problems are joined by several segments with different factors. Following known points along a
/// segment gives points at the other end; as the set of pairs (problem, critical point) is a vector bundle
/// over the neurovariety and so irreducible, loops of such segments permute all critical points
/// transitively. The problems at the ends are real and diagonal (``LossParameters/random(size:using:)``), so every
/// point that is found gives its conjugate too. It ends when the count of Theorem 4.1 is reached.
struct Monodromy {
    /// Both ends: the second has the parameters from which fewer points may be known.
    let parameters: LossParameters
    let points: [[Complex]]
    /// How many paths were followed.
    let pathCount: Int

    private struct Segment {
        /// `e^{iθ}`, by which the parameters at the second end are multiplied.
        let factor: Complex
        /// From either end.
        var ways = [Ways(), Ways()]
    }

    /// The points at one end of a segment that have been followed, or arrived at.
    private struct Ways {
        private var isDone: [Bool] = []
        private var doneCount = 0
        private var next = 0

        func waitingCount(of count: Int) -> Int { count - doneCount }

        mutating func mark(_ index: Int) {
            while isDone.count <= index { isDone.append(false) }
            if !isDone[index] { doneCount += 1 }
            isDone[index] = true
        }

        /// Marks and returns the first points that are not done.
        mutating func take(atMost most: Int, of count: Int) -> [Int] {
            var result: [Int] = []
            while next < count, result.count < most {
                if next >= isDone.count || !isDone[next] {
                    result.append(next)
                    mark(next)
                }
                next += 1
            }
            return result
        }
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
        let ends = [first.parameters, .random(size: structure.filterSize, using: &generator)]
        var sets = [PointSet(structure), PointSet(structure)]
        _ = sets[0].insert(first.point)
        var segments: [Segment] = []
        var pathCount = 0
        while max(sets[0].count, sets[1].count) < expected, !shouldStop() {
            // The segment and direction with the most to follow.
            let choices = segments.indices.flatMap { segment in
                [0, 1].map { (segment, $0, segments[segment].ways[$0].waitingCount(of: sets[$0].count)) }
            }
            guard let (index, from, count) = choices.max(by: { $0.2 < $1.2 }), count > 0 else {
                guard segments.count < mostSegments else { break }
                segments.append(
                    Segment(factor: .unit(angle: angle(ofSegment: segments.count, using: &generator))))
                continue
            }
            // Not all at once: points that are arrived at need not be followed back.
            let batch = segments[index].ways[from].take(atMost: 512, of: sets[from].count)
            let (to, factors) = (1 - from, [.one, segments[index].factor])
            let outcomes = PathTracker.trackAll(
                batch.map { sets[from].points[$0] }, structure, from: ends[from], factors[from],
                to: ends[to], factors[to], shouldStop: shouldStop)
            pathCount += batch.count
            for point in outcomes.compactMap(\.point) {
                // Both ends are real: with a point its conjugate is found.
                _ = sets[to].insert(point.map(\.conjugate))
                if let arrival = sets[to].insert(point) { segments[index].ways[to].mark(arrival) }
            }
            report(max(sets[0].count, sets[1].count))
        }
        let whole = sets[1].count > sets[0].count ? 1 : 0
        return Monodromy(parameters: ends[whole], points: sets[whole].points, pathCount: pathCount)
    }

    /// Between 0 and π, far from both: there the problems are real, and points meet. Negative angles give nothing but the
    /// conjugates.
    private static func angle(ofSegment index: Int, using generator: inout SplitMix) -> Double {
        let usual = [1.0 / 3, 2.0 / 3, 0.5, 1.0 / 6, 5.0 / 6]
        let share =
            index < usual.count
            ? usual[index] + Double.random(in: -0.05..<0.05, using: &generator)
            : Double.random(in: 0.1..<0.9, using: &generator)
        return share * .pi
    }
}

extension PathTracker {
    /// Follows many points along one segment, on all processors.
    static func trackAll(
        _ points: [[Complex]], _ structure: FilterStructure, from start: LossParameters,
        _ startFactor: Complex, to end: LossParameters, _ endFactor: Complex, care: Int = 0,
        shouldStop: @escaping @Sendable () -> Bool = { false }
    ) -> [Outcome] {
        let batch = max(1, min(8, points.count / (8 * processorCount)))
        let batches = (points.count + batch - 1) / batch
        let (start, end) = (RealLoss(start), RealLoss(end))
        return concurrentMap(count: batches) { index in
            let tracker = PathTracker(
                structure, from: start, startFactor, to: end, endFactor, care: care, shouldStop: shouldStop)
            return points[(index * batch)..<min(points.count, (index + 1) * batch)].map { tracker.track($0) }
        }.flatMap(\.self)
    }
}

import ExactAlgebra

/// Critical points of one generic problem, from a single one made by construction.
///
/// Two generic problems are joined by several segments with different factors. Following known points along a
/// segment gives points at the other end; as the set of pairs (problem, critical point) is a vector bundle
/// over the neurovariety and so irreducible, loops of such segments permute all critical points
/// transitively. The problems at the ends are real and diagonal (``LossParameters/random(_:using:)``), so every
/// point that is found gives its conjugate too. All are found when the count of Theorem 4.1 is reached.
struct Monodromy {
    /// How many paths were followed.
    private(set) var pathCount = 0

    private let structure: FilterStructure
    private var ends: [LossParameters]
    private var sets: [PointSet]
    private var segments: [Segment] = []
    private var generator: SplitMix
    /// The end at which points are wanted, once some have been found.
    private var chosenEnd: Int?

    private let mostSegments: Int
    /// In all.
    private var segmentCount = 0
    /// More would hardly help: segments are rays in the plane of `factor·t/(1 − t)`, and problems on one ray at which points meet, as real ones
    /// are, are never told apart. With another problem at an end they are.
    private static let segmentsBetweenEnds = 4

    /// - Parameter mostSegments: another one after so many would not help.
    init(_ structure: FilterStructure, seed: UInt64, mostSegments: Int = 40) {
        self.structure = structure
        self.mostSegments = mostSegments
        generator = SplitMix(seed: seed)
        let first = LossParameters.randomWithCriticalPoint(structure, using: &generator)
        ends = [first.parameters, .random(structure, using: &generator)]
        sets = [PointSet(structure), PointSet(structure)]
        _ = sets[0].insert(first.point)
    }

    /// Those of the end with more points, and then always of the same.
    var parameters: LossParameters { ends[chosenEnd ?? 0] }
    /// In the order in which they were found.
    var points: [[Complex]] { sets[chosenEnd ?? 0].points }

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

    /// Searches until so many points are known, or all segments have been followed; may be called again for more.
    ///
    /// Takes minutes where there are thousands of points.
    ///
    /// - Parameter report: called with the number of points known.
    mutating func search(
        until wanted: Int, shouldStop: @escaping @Sendable () -> Bool = { false }, report: (Int) -> Void
    ) {
        var count: Int { chosenEnd.map { sets[$0].count } ?? max(sets[0].count, sets[1].count) }
        while count < wanted, !shouldStop() {
            // The segment and direction with the most to follow.
            let choices = segments.indices.flatMap { segment in
                [0, 1].map { (segment, $0, segments[segment].ways[$0].waitingCount(of: sets[$0].count)) }
            }
            if let (index, from, waiting) = choices.max(by: { $0.2 < $1.2 }), waiting > 0 {
                follow(index, from: from, shouldStop)
                report(count)
            } else if segmentCount < mostSegments {
                if segments.count == Self.segmentsBetweenEnds { replaceOtherEnd() }
                let angle = Self.angle(ofSegment: segments.count, using: &generator)
                segments.append(Segment(factor: .unit(angle: angle)))
                segmentCount += 1
            } else {
                break
            }
        }
        chosenEnd = betterEnd
    }

    private var betterEnd: Int { chosenEnd ?? (sets[1].count > sets[0].count ? 1 : 0) }

    /// Takes another problem for the end with fewer points.
    private mutating func replaceOtherEnd() {
        let other = 1 - betterEnd
        ends[other] = .random(structure, using: &generator)
        sets[other] = PointSet(structure)
        segments = []
    }

    private mutating func follow(
        _ index: Int, from: Int, _ shouldStop: @escaping @Sendable () -> Bool
    ) {
        // Not all at once: points that are arrived at need not be followed back.
        let batch = segments[index].ways[from].take(atMost: 512, of: sets[from].count)
        let (to, factors) = (1 - from, [.one, segments[index].factor])
        let outcomes = PathTracker.trackAll(
            batch.map { sets[from].points[$0] }, structure, from: ends[from], factors[from],
            to: ends[to], factors[to], care: -1, shouldStop: shouldStop)
        pathCount += batch.count
        for point in outcomes.compactMap(\.point) {
            // Both ends are real: with a point its conjugate is found.
            _ = sets[to].insert(point.map(\.conjugate))
            if let arrival = sets[to].insert(point) { segments[index].ways[to].mark(arrival) }
        }
    }

    /// Between 0 and π, far from both: there the problems are real, and points meet. Negative angles give nothing but the
    /// conjugates.
    private static func angle(ofSegment index: Int, using generator: inout SplitMix) -> Double {
        let shares = [1.0 / 3, 2.0 / 3, 1.0 / 6, 5.0 / 6]
        return (shares[index] + Double.random(in: -0.05..<0.05, using: &generator)) * .pi
    }
}

extension PathTracker {
    /// Follows many points along one segment, on all processors.
    static func trackAll(
        _ points: [[Complex]], _ structure: FilterStructure, from start: LossParameters,
        _ startFactor: Complex, to end: LossParameters, _ endFactor: Complex, care: Int = 0,
        isPrecise: Bool = false, shouldStop: @escaping @Sendable () -> Bool = { false }
    ) -> [Outcome] {
        let batch = max(1, min(8, points.count / (8 * processorCount)))
        let batches = (points.count + batch - 1) / batch
        @Sendable func own(_ index: Int) -> ArraySlice<[Complex]> {
            points[(index * batch)..<min(points.count, (index + 1) * batch)]
        }
        guard start.isDiagonal, !isPrecise else {
            return concurrentMap(count: batches) { index in
                let tracker = ConditionedPathTracker(
                    structure, from: start, startFactor, to: end, endFactor, care: care, isPrecise: isPrecise,
                    shouldStop: shouldStop)
                return own(index).map { tracker.track($0) }
            }.flatMap(\.self)
        }
        let (realStart, realEnd) = (RealLoss(start), RealLoss(end))
        return concurrentMap(count: batches) { index in
            let tracker = PathTracker(
                structure, from: realStart, startFactor, to: realEnd, endFactor, care: care,
                shouldStop: shouldStop)
            return own(index).map { tracker.track($0) }
        }.flatMap(\.self)
    }
}

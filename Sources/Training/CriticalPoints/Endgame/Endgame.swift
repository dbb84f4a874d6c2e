import ExactAlgebra
import PlatformBasics

/// Finds where paths to a special problem end.
///
/// On a segment to special parameters a path comes to its end like a series in a root of the distance ε. It is followed to small
/// ε, and then around the end on circles `|ε| = r`: after as many turns as the root says it comes back, and the mean of the
/// points on the way is the end (Cauchy). A path to w = 0 or beyond all bounds is told by the power of ε with which w shrinks or
/// grows.
///
/// Source: A. Morgan, A. Sommese, C. Wampler, *Computing singular solutions to nonlinear analytic systems* (1991).
final class Endgame {
    private let structure: FilterStructure
    private let test: SingularPointTest
    /// From the start to the first radius, and on from each radius to the next.
    private let inward: [ConditionedPathTracker]
    /// Around, at each radius: one for every edge of a polygon.
    private let around: [[ConditionedPathTracker]]

    private static let radii = [0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6]
    private static let corners = 12
    private static let mostTurns = 24

    init(
        _ structure: FilterStructure, from start: LossParameters, _ factor: Complex, to end: LossParameters,
        shouldStop: @escaping @Sendable () -> Bool
    ) {
        self.structure = structure
        let (start, end) = (start.expanded, end.expanded)
        test = SingularPointTest(structure, end)
        func parameters(_ distance: Complex) -> LossParameters {
            func mix(_ far: [Complex], _ near: [Complex]) -> [Complex] {
                zip(far, near).map { $0 * factor * distance + $1 * (Complex.one - distance) }
            }
            return LossParameters(
                matrix: mix(start.matrix, end.matrix), vector: mix(start.vector, end.vector))
        }
        func tracker(_ from: Complex, _ to: Complex) -> ConditionedPathTracker {
            ConditionedPathTracker(
                structure, from: parameters(from), .one, to: parameters(to), .one, care: 1, isPrecise: true,
                shouldStop: shouldStop)
        }
        inward = zip([1] + Self.radii, Self.radii).map { tracker(Complex($0), Complex($1)) }
        around = Self.radii.map { radius in
            (0..<Self.corners).map { corner in
                func place(_ index: Int) -> Complex {
                    Complex.unit(angle: 2 * .pi * Double(index % Self.corners) / Double(Self.corners))
                        * radius
                }
                return tracker(place(corner), place(corner + 1))
            }
        }
    }

    /// - Parameter start: a critical point of the first problem.
    func ending(of start: [Complex]) -> PathEnding {
        var point = start
        var sizes: [Double] = []
        var previous: [Complex]?
        for (level, tracker) in inward.enumerated() {
            guard let next = tracker.track(point).point else { return .lost }
            point = next
            sizes.append(norm(structure.filter(of: point)))
            guard level >= 2 else { continue }
            // By which power of ε it shrinks, twice; that of a path to another point tends to 0.
            let powers = (0..<2).map { log10(sizes[level - 1 - $0] / sizes[level - $0]) }
            if abs(powers[0] - powers[1]) < 0.3 * abs(powers[0]) {
                if powers[0] > 0.1 { return .zero }
                if powers[0] < -0.1 { return .infinity }
            }
            guard let end = mean(of: point, level) else { continue }
            let filter = structure.filter(of: end)
            if norm(filter) < 1e-8 { return .zero }
            if let previous, norm(zip(filter, previous).map { $0 - $1 }) < 1e-7 * norm(filter) {
                let ending = test.ending(at: end)
                if case .lost = ending { continue }
                return ending
            }
            previous = filter
        }
        return .lost
    }

    /// The mean of a path around the end, in the coordinates of its first point; nil if it does not come back.
    private func mean(of start: [Complex], _ level: Int) -> [Complex]? {
        let chart = Chart(structure, start)
        let filter = structure.filter(of: start)
        var sum = [Complex](repeating: .zero, count: start.count)
        var point = chart.point
        for turn in 1...Self.mostTurns {
            for tracker in around[level] {
                var own = point
                var none = [Complex](repeating: .zero, count: point.count)
                for (layer, pin) in chart.pins.enumerated() {
                    Chart.movePin(of: layer, to: pin, structure, &own, &none)
                }
                for i in sum.indices { sum[i] += own[i] }
                guard let next = tracker.track(point).point else { return nil }
                point = next
            }
            let difference = norm(zip(structure.filter(of: point), filter).map { $0 - $1 })
            if difference < 1e-7 * norm(filter) {
                return sum.map { $0 * (1 / Double(turn * Self.corners)) }
            }
        }
        return nil
    }

    private func norm(_ vector: [Complex]) -> Double {
        vector.reduce(0) { $0 + $1.squaredMagnitude }.squareRoot()
    }

    /// Where many paths end, on all processors.
    static func endings(
        of points: [[Complex]], _ structure: FilterStructure, from start: LossParameters, _ factor: Complex,
        to end: LossParameters, shouldStop: @escaping @Sendable () -> Bool
    ) -> [PathEnding] {
        let batch = max(1, min(8, points.count / (2 * processorCount)))
        return concurrentMap(count: (points.count + batch - 1) / batch) { index in
            let endgame = Endgame(structure, from: start, factor, to: end, shouldStop: shouldStop)
            return points[(index * batch)..<min(points.count, (index + 1) * batch)].map {
                endgame.ending(of: $0)
            }
        }.flatMap(\.self)
    }
}

import Foundation

/// The roots of a real binary form on the projective line: real ones, and one of each conjugate pair.
///
/// The iteration of Ehrlich and Aberth, with the form seen from infinity where that is nearer than 0, so that neither high
/// degrees nor roots far out overflow. Multiple roots come as clusters.
struct RealFormRoots {
    /// A point of the real projective line, of norm 1.
    struct RealPoint {
        var x: Double
        var y: Double

        /// The point at an angle; half the circle is the whole line.
        init(angle: Double) { (x, y) = (cos(angle), sin(angle)) }

        /// A complex number goes to the nearest real point, on the sphere.
        init(nearestTo root: Complex) {
            let square = root.squaredMagnitude
            self.init(angle: atan2(2 * root.real, square - 1) / 2)
        }

        /// The form that vanishes there.
        var form: [Double] { [y, -x] }
        var angle: Double { atan2(y, x) }
    }

    var real: [RealPoint]
    /// In the upper half-plane.
    var pairs: [Complex]

    /// - Parameter form: highest power of x first; not zero.
    init(of form: [Double]) {
        let largest = form.reduce(0) { max($0, abs($1)) }
        // What is as small as this can be zero: no distance that can be seen changes.
        let isSeen = { (value: Double) in abs(value) > largest * 1e-30 }
        let first = form.firstIndex(where: isSeen) ?? 0
        let last = form.lastIndex(where: isSeen) ?? 0
        real = [RealPoint](repeating: RealPoint(angle: 0), count: first)
        real += [RealPoint](repeating: RealPoint(angle: .pi / 2), count: form.count - 1 - last)
        pairs = []
        sort(Self.complexRoots(of: form[first...last].map { $0 / largest }))
    }

    /// How far a root is from the real points, on the sphere.
    static func distanceToRealPoints(_ root: Complex) -> Double {
        2 * abs(root.imaginary) / (1 + root.squaredMagnitude)
    }

    /// The quadratic form of a conjugate pair.
    static func form(ofPair root: Complex) -> [Double] {
        let square = root.squaredMagnitude
        return [1, -2 * root.real, square].map { $0 / (1 + square) }
    }

    /// Tells pairs from real roots: a root is real where its own conjugate is as near to it as any other root.
    private mutating func sort(_ roots: [Complex]) {
        func gap(_ a: Complex, _ b: Complex) -> Double {
            (a - b).magnitude / ((1 + a.squaredMagnitude) * (1 + b.squaredMagnitude)).squareRoot()
        }
        // The least real roots first.
        var rest = roots.sorted { Self.distanceToRealPoints($0) < Self.distanceToRealPoints($1) }
        while let root = rest.popLast() {
            let partner = rest.indices.min { gap(rest[$0], root.conjugate) < gap(rest[$1], root.conjugate) }
            if let partner, gap(rest[partner], root.conjugate) < gap(root, root.conjugate) {
                let other = rest.remove(at: partner).conjugate
                let mean = gap(root, other) < 0.1 ? (root + other) * 0.5 : root
                pairs.append(Complex(mean.real, abs(mean.imaginary)))
            } else {
                real.append(RealPoint(nearestTo: root))
            }
        }
    }

    /// - Parameter coefficients: the first and the last are not zero.
    private static func complexRoots(of coefficients: [Double]) -> [Complex] {
        let degree = coefficients.count - 1
        guard degree > 0 else { return [] }
        let sizes = coefficients.map { abs($0) }
        var roots = startingPoints(sizes)
        var isDone = [Bool](repeating: false, count: degree)
        for _ in 0..<100 where isDone.contains(false) {
            for i in 0..<degree where !isDone[i] {
                let root = roots[i]
                let isOutside = root.squaredMagnitude > 1
                let place = isOutside ? Complex.one / root : root
                let size = place.magnitude
                var (value, slope, bound) = (Complex.zero, Complex.zero, 0.0)
                for index in 0...degree {
                    let at = isOutside ? degree - index : index
                    slope = slope * place + value
                    value = value * place + Complex(coefficients[at])
                    bound = bound * size + sizes[at]
                }
                if value.magnitude <= bound * 0x1p-52 {
                    isDone[i] = true
                    continue
                }
                // f'/f at the root, also from the form seen from infinity.
                var inverseStep = slope / value
                if isOutside { inverseStep = place * (Complex(Double(degree)) - place * inverseStep) }
                for j in 0..<degree where j != i {
                    let difference = root - roots[j]
                    if difference.squaredMagnitude > 0 { inverseStep -= .one / difference }
                }
                let step = Complex.one / inverseStep
                guard step.isFinite else { continue }
                roots[i] = root - step
                if step.magnitude <= roots[i].magnitude * 0x1p-52 { isDone[i] = true }
            }
        }
        return roots
    }

    /// On circles whose radii are the slopes of the upper hull of the logarithms of the coefficients (Bini).
    private static func startingPoints(_ sizes: [Double]) -> [Complex] {
        var hull: [Int] = []
        func slope(_ a: Int, _ b: Int) -> Double { (log(sizes[b]) - log(sizes[a])) / Double(b - a) }
        for index in sizes.indices where sizes[index] > 0 {
            while hull.count > 1,
                slope(hull[hull.count - 2], hull[hull.count - 1]) <= slope(hull[hull.count - 1], index)
            {
                hull.removeLast()
            }
            hull.append(index)
        }
        var points: [Complex] = []
        for (start, end) in zip(hull, hull.dropFirst()) {
            let radius = exp(slope(start, end))
            for k in 0..<(end - start) {
                // Turned so that no symmetry is kept.
                let angle = 2 * .pi * Double(k) / Double(end - start) + 0.7 + Double(start)
                points.append(Complex.unit(angle: angle) * radius)
            }
        }
        return points
    }
}

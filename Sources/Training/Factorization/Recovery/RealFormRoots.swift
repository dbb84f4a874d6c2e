import PlatformBasics

/// The roots of a real binary form on the projective line: real ones, and one of each conjugate pair.
///
/// Multiple roots come as clusters.
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
        sort(PolynomialRoots.of(form[first...last].map { Complex($0 / largest) }))
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
}

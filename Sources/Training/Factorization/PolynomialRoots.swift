import PlatformBasics

/// All complex roots of a polynomial, by the iteration of Ehrlich and Aberth; multiple roots come as clusters.
///
/// The polynomial is seen from infinity where that is nearer than 0, so that neither high degrees nor roots far out overflow.
enum PolynomialRoots {
    /// - Parameter coefficients: highest power first; the first and the last are not zero.
    /// - Complexity: some dozen times the square of the degree.
    static func of(_ coefficients: [Complex]) -> [Complex] {
        let degree = coefficients.count - 1
        guard degree > 0 else { return [] }
        let sizes = coefficients.map { hypot($0.real, $0.imaginary) }
        var roots = startingPoints(sizes)
        var isDone = [Bool](repeating: false, count: degree)
        for _ in 0..<100 where isDone.contains(false) {
            for i in 0..<degree where !isDone[i] {
                let root = roots[i]
                let isOutside = root.largestPart > 1
                let place = isOutside ? Complex.quotient(.one, root) : root
                let size = hypot(place.real, place.imaginary)
                var (value, slope, bound) = (Complex.zero, Complex.zero, 0.0)
                for index in 0...degree {
                    let at = isOutside ? degree - index : index
                    slope = slope * place + value
                    value = value * place + coefficients[at]
                    bound = bound * size + sizes[at]
                }
                if value.largestPart <= bound * 0x1p-52 {
                    isDone[i] = true
                    continue
                }
                // f'/f at the root, also from the form seen from infinity.
                var inverseStep = Complex.quotient(slope, value)
                if isOutside { inverseStep = place * (Complex(Double(degree)) - place * inverseStep) }
                for j in 0..<degree where j != i {
                    let difference = root - roots[j]
                    if difference.largestPart > 0 { inverseStep -= .quotient(.one, difference) }
                }
                let step = Complex.quotient(.one, inverseStep)
                guard step.isFinite else { continue }
                roots[i] = root - step
                if step.largestPart <= roots[i].largestPart * 0x1p-52 { isDone[i] = true }
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

import Foundation

/// All complex roots of a polynomial with simple roots, by the iteration of Ehrlich and Aberth.
enum PolynomialRoots {
    /// - Parameter coefficients: highest power first; the first is not zero.
    static func of(_ coefficients: [Complex]) -> [Complex] {
        let degree = coefficients.count - 1
        guard degree > 0 else { return [] }
        let lead = coefficients[0]
        let monic = coefficients.map { $0 / lead }
        // Around the bound of Fujiwara, turned so that no symmetry is kept.
        var radius = 0.0
        for (index, value) in monic.enumerated().dropFirst() where value.magnitude > 0 {
            radius = max(radius, pow(value.magnitude, 1 / Double(index)))
        }
        guard radius > 0 else { return [Complex](repeating: .zero, count: degree) }
        var roots = (0..<degree).map {
            Complex.unit(angle: 2 * .pi * Double($0) / Double(degree) + 0.4) * radius
        }
        for _ in 0..<400 {
            var change = 0.0
            for i in roots.indices {
                var (value, slope) = (Complex.zero, Complex.zero)
                for coefficient in monic {
                    slope = slope * roots[i] + value
                    value = value * roots[i] + coefficient
                }
                guard value.magnitude > 0 else { continue }
                let newton = value / slope
                var repulsion = Complex.zero
                for j in roots.indices where j != i { repulsion += .one / (roots[i] - roots[j]) }
                let step = newton / (.one - newton * repulsion)
                guard step.isFinite else { continue }
                roots[i] -= step
                change = max(change, step.magnitude / max(roots[i].magnitude, 1e-3 * radius))
            }
            if change < 1e-15 { break }
        }
        return roots
    }
}

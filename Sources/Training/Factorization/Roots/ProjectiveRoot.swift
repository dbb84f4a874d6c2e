import ExactAlgebra
import Foundation

/// A root of a form in double precision: a point of the projective line.
struct ProjectiveRoot: Hashable, Sendable {
    let x: Complex
    let y: Complex

    static let zero = ProjectiveRoot(x: .zero, y: .one)
    static let infinity = ProjectiveRoot(x: .one, y: .zero)

    var isReal: Bool { x.imaginary == 0 && y.imaginary == 0 }

    /// All roots of an order of this, which is not 0 or ∞; real ones of a real number are real, others conjugate in pairs.
    func roots(order: Int) -> [ProjectiveRoot] {
        guard order > 1 else { return [self] }
        let value = x / y
        let radius = pow(value.magnitude, 1 / Double(order))
        let angle = atan2(value.imaginary, value.real)
        return (0..<order).map { branch in
            if isReal {
                // Turns by half circles are exact, and pairs are conjugate: each is made from the one above the real line.
                let halfTurns = (value.real < 0 ? 1 : 0) + 2 * branch
                if halfTurns % order == 0 {
                    let sign = halfTurns / order % 2 == 0 ? 1.0 : -1.0
                    return ProjectiveRoot(x: Complex(sign * radius), y: .one)
                }
                let isUpper = halfTurns < order
                let turns = isUpper ? halfTurns : 2 * order - halfTurns
                let root = Complex.unit(angle: .pi * Double(turns) / Double(order)) * radius
                return ProjectiveRoot(x: isUpper ? root : root.conjugate, y: .one)
            }
            // Of a conjugate number the branches are turned the other way.
            let turn = 2 * .pi * Double(branch)
            let root = Complex.unit(angle: (abs(angle) + turn) / Double(order)) * radius
            return ProjectiveRoot(x: angle < 0 ? root.conjugate : root, y: .one)
        }
    }

    var conjugate: ProjectiveRoot { ProjectiveRoot(x: x.conjugate, y: y.conjugate) }

    /// `f·Π (y_i x − x_i y)`, with largest coefficient 1.
    static func product(_ roots: [ProjectiveRoot], times factor: [Complex] = [.one]) -> [Complex] {
        var form = factor
        for root in roots {
            var next = [Complex](repeating: .zero, count: form.count + 1)
            for (place, value) in form.enumerated() {
                next[place] += value * root.y
                next[place + 1] -= value * root.x
            }
            // Products of many roots would leave the range of floating-point numbers.
            let lead = next.max { $0.squaredMagnitude < $1.squaredMagnitude } ?? .one
            form = next.map { $0 / lead }
        }
        return form
    }
}

/// A squarefree form over ℚ and its roots in double precision.
struct FormRoots: Sendable {
    /// Primitive.
    let form: BinaryForm
    /// As many as the degree. How many are real is exact.
    let roots: [ProjectiveRoot]

    static let zero = FormRoots(form: BinaryForm(coefficients: [1, 0]), roots: [.zero])
    static let infinity = FormRoots(form: BinaryForm(coefficients: [0, 1]), roots: [.infinity])

    init(form: BinaryForm, roots: [ProjectiveRoot]) {
        (self.form, self.roots) = (form, roots)
    }

    /// - Parameter form: squarefree, without the roots 0 and ∞.
    init(_ form: BinaryForm) {
        self.form = form
        let values = Rational.scaledApproximations(form.coefficients.map { Rational($0) }).values
        var rest = PolynomialRoots.of(values.map { Complex($0) })
        var roots: [ProjectiveRoot] = []
        for real in RealRoots.isolated(form) {
            let value = real.approximation
            let nearest = rest.indices.min {
                (rest[$0] - Complex(value)).squaredMagnitude < (rest[$1] - Complex(value)).squaredMagnitude
            }
            if let nearest { rest.remove(at: nearest) }
            roots.append(ProjectiveRoot(x: Complex(value), y: .one))
        }
        // The others come in pairs, exactly conjugate. Neighbors are far apart in this order: products over the first of them
        // are well conditioned.
        let upper = rest.sorted { $0.imaginary > $1.imaginary }.prefix(rest.count / 2).sorted {
            atan2($0.imaginary, $0.real) < atan2($1.imaginary, $1.real)
        }
        for place in Self.scattered(upper.count) {
            // Not real, however near.
            let (value, least) = (upper[place], upper[place].magnitude * 0x1p-60)
            let root = ProjectiveRoot(
                x: Complex(value.real, max(abs(value.imaginary), least)), y: .one)
            roots += [root, root.conjugate]
        }
        self.roots = roots
    }
    /// 0, …, count − 1 with their binary digits reversed (van der Corput).
    private static func scattered(_ count: Int) -> [Int] {
        let digits = Int.bitWidth - count.leadingZeroBitCount
        return (0..<(1 << digits)).map { index in
            (0..<digits).reduce(0) { $0 << 1 | index >> $1 & 1 }
        }.filter { $0 < count }
    }
}

import ExactAlgebra

/// A root of a form in double precision: a point of the projective line.
struct ProjectiveRoot: Hashable, Sendable {
    let x: Complex
    let y: Complex

    static let zero = ProjectiveRoot(x: .zero, y: .one)
    static let infinity = ProjectiveRoot(x: .one, y: .zero)

    var isReal: Bool { x.imaginary == 0 && y.imaginary == 0 }

    var conjugate: ProjectiveRoot { ProjectiveRoot(x: x.conjugate, y: y.conjugate) }

    /// `Π (y_i x − x_i y)`, with largest coefficient 1.
    static func product(_ roots: [ProjectiveRoot]) -> [Complex] {
        var form = [Complex.one]
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
        // The others come in pairs, exactly conjugate.
        let upper = rest.sorted { $0.imaginary > $1.imaginary }.prefix(rest.count / 2)
        for value in upper {
            let root = ProjectiveRoot(x: value, y: .one)
            roots += [root, root.conjugate]
        }
        self.roots = roots
    }
}

import ExactAlgebra

/// The filter of a block by its factors, up to a constant: rational ones as a whole, and single roots where only some of the roots of
/// one are taken.
struct BlockRoots: Sendable {
    struct Group: Sendable {
        /// Nil if only some of the roots of a factor are here.
        let form: BinaryForm?
        /// Of the form; none if nobody asks for them.
        let roots: [ProjectiveRoot]
        let multiplicity: Int
    }

    let groups: [Group]

    init(_ groups: [Group]) {
        self.groups = groups.filter { $0.multiplicity > 0 }
    }

    /// A rational filter that is not taken apart.
    init(whole form: BinaryForm) {
        groups = [Group(form: form, roots: [], multiplicity: 1)]
    }

    /// Of a rational filter; not zero.
    init(_ form: BinaryForm) {
        let squarefree = SquarefreeDecomposition(form)
        var groups = [
            Group(form: FormRoots.zero.form, roots: [.zero], multiplicity: squarefree.multiplicityAtZero),
            Group(
                form: FormRoots.infinity.form, roots: [.infinity],
                multiplicity: squarefree.multiplicityAtInfinity),
        ]
        for (part, multiplicity) in squarefree.parts {
            groups += RationalFactors.of(part).map {
                Group(form: $0.form, roots: $0.roots, multiplicity: multiplicity)
            }
        }
        self.init(groups)
    }

    /// All roots, as often as they are taken.
    var roots: [ProjectiveRoot] {
        groups.flatMap { group in
            group.roots.flatMap { [ProjectiveRoot](repeating: $0, count: group.multiplicity) }
        }
    }

    /// Nil if a rational factor is not there as a whole.
    private var form: BinaryForm? {
        var product = BinaryForm.one
        for group in groups {
            guard let form = group.form else { return nil }
            product = product * .power(form, group.multiplicity)
        }
        return product
    }

    /// Rational if all factors are.
    var filter: LayerFilter {
        if let form { return .form(form) }
        // The product of the rational ones is exact until the end.
        let whole = groups.filter { $0.form != nil }
        let rational = BlockRoots(whole).form ?? .one
        let broken = BlockRoots(groups.filter { $0.form == nil }).roots
        let values = Rational.scaledApproximations(rational.coefficients.map { Rational($0) }).values
        let product = ProjectiveRoot.product(broken, times: values.map { Complex($0) })
        return .numerical(ProjectiveRoot.realized(product, of: broken))
    }
}

extension ProjectiveRoot {
    /// A product over roots that are closed under conjugation is real: rounding errors of imaginary parts go away.
    static func realized(_ product: [Complex], of roots: [ProjectiveRoot]) -> [Complex] {
        var balance: [ProjectiveRoot: Int] = [:]
        for root in roots where !root.isReal {
            balance[root, default: 0] += 1
            balance[root.conjugate, default: 0] -= 1
        }
        return balance.values.allSatisfy { $0 == 0 } ? product.map { Complex($0.real) } : product
    }
}

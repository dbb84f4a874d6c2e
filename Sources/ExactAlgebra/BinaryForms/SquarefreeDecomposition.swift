/// A form as a product of powers of squarefree ones without common roots: the multiplicities of its roots, exactly.
package struct SquarefreeDecomposition {
    /// How often x divides the form.
    package let multiplicityAtZero: Int
    /// How often y divides it.
    package let multiplicityAtInfinity: Int
    /// All other roots: primitive squarefree forms without x and y, of degree at least 1, by increasing multiplicity.
    package let parts: [(form: BinaryForm, multiplicity: Int)]

    /// By Yun's algorithm.
    ///
    /// - Precondition: the form is not zero.
    /// - Complexity: that of a greatest common divisor, for each multiplicity.
    package init(_ form: BinaryForm) {
        multiplicityAtZero = form.multiplicityAtZero
        multiplicityAtInfinity = form.multiplicityAtInfinity
        let rest = form.withoutZeroAndInfinity.primitive
        var parts: [(form: BinaryForm, multiplicity: Int)] = []
        var multiplicity = 1
        if rest.degree > 0 {
            // b has every root that is left once; d vanishes at those of the multiplicity in question.
            var common = CommonFactor(of: [rest, rest.derivative])
            var (b, c) = (common.cofactors[0], common.cofactors[1])
            while b.degree > 0 {
                let d = c - b.derivative
                guard !d.isZero else {
                    parts.append((b.primitive, multiplicity))
                    break
                }
                common = CommonFactor(of: [b, d])
                if common.factor.degree > 0 { parts.append((common.factor, multiplicity)) }
                (b, c) = (common.cofactors[0], common.cofactors[1])
                multiplicity += 1
            }
        }
        self.parts = parts
    }
}

extension BinaryForm {
    /// - Precondition: the degrees are the same.
    fileprivate static func - (left: BinaryForm, right: BinaryForm) -> BinaryForm {
        BinaryForm(coefficients: zip(left.coefficients, right.coefficients).map { $0 - $1 })
    }
}

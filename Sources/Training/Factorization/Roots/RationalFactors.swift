import ExactAlgebra

/// Factors over ℚ of a squarefree form, as far as products of its roots show them.
///
/// The roots are found to so many digits that the coefficients of a factor, times the leading one of the form, can be seen to be
/// integers; a product of roots for which they are is a factor if it divides the form exactly. All products are tried while
/// there are not too many, so that forms with up to some fifteen real roots and pairs are factored completely; of larger ones
/// only factors with few roots are found.
enum RationalFactors {
    /// Products that are tried.
    private static let mostProducts = 1 << 15
    /// Forms of higher degree stay as they are.
    private static let largestDegree = 48

    static func of(_ form: BinaryForm) -> [FormRoots] {
        let all = FormRoots(form)
        guard (2...largestDegree).contains(form.degree), var precise = PreciseRoots(all) else { return [all] }
        var result: [FormRoots] = []
        var rest = form
        var size = 1
        var tried = 0
        while 2 * size <= precise.factors.count, tried < mostProducts {
            var found: (subset: [Int], factor: BinaryForm, rest: BinaryForm)?
            Subsets.visit(precise.factors.count, size) { subset in
                tried += 1
                if let factor = precise.integral(subset, times: rest.coefficients[0]),
                    let quotient = rest.divided(by: factor)
                {
                    found = (subset, factor, quotient)
                }
                return found == nil && tried < mostProducts
            }
            guard let (subset, factor, quotient) = found else {
                size += 1
                continue
            }
            result.append(FormRoots(form: factor, roots: subset.flatMap { precise.roots[$0] }))
            rest = quotient.primitive
            precise.remove(subset)
        }
        if rest.degree > 0 { result.append(FormRoots(form: rest, roots: precise.roots.flatMap(\.self))) }
        return result
    }
}

/// Subsets of 0, …, n − 1 of one size, in lexicographic order.
private enum Subsets {
    /// - Parameter body: false to stop.
    static func visit(_ count: Int, _ size: Int, _ body: ([Int]) -> Bool) {
        guard size <= count else { return }
        var subset = Array(0..<size)
        while body(subset) {
            guard let place = subset.indices.last(where: { subset[$0] < count - size + $0 }) else { return }
            subset[place] += 1
            for later in subset.indices where later > place { subset[later] = subset[later - 1] + 1 }
        }
    }
}

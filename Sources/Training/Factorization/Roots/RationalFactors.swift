import ExactAlgebra

/// Factors over ℚ of a squarefree form, as far as its roots in double precision show them.
///
/// Each is found by rounding a product over some roots to integers, and kept only if it divides the form exactly; none is
/// claimed to be irreducible.
enum RationalFactors {
    /// Subsets of real roots and conjugate pairs that are tried; more roots stay together.
    private static let mostSubsets = 1 << 15

    static func of(_ form: BinaryForm) -> [FormRoots] {
        let all = FormRoots(form)
        guard form.degree > 1 else { return [all] }
        var result: [FormRoots] = []
        var rest = form
        var items = self.items(all.roots)
        var size = 1
        var tried = 0
        while 2 * size <= items.count, tried < mostSubsets {
            var found: (subset: [Int], factor: BinaryForm, rest: BinaryForm)?
            Subsets.visit(items.count, size) { subset in
                tried += 1
                let roots = subset.flatMap { items[$0] }
                if let factor = rounded(roots, lead: rest.coefficients[0]),
                    let quotient = rest.divided(by: factor)
                {
                    found = (subset, factor, quotient)
                }
                return found == nil && tried < mostSubsets
            }
            guard let (subset, factor, quotient) = found else {
                size += 1
                continue
            }
            result.append(FormRoots(form: factor, roots: subset.flatMap { items[$0] }))
            rest = quotient.primitive
            for index in subset.reversed() { items.remove(at: index) }
        }
        if rest.degree > 0 { result.append(FormRoots(form: rest, roots: items.flatMap(\.self))) }
        return result
    }

    /// Real roots, and pairs of conjugate ones.
    private static func items(_ roots: [ProjectiveRoot]) -> [[ProjectiveRoot]] {
        roots.filter(\.isReal).map { [$0] }
            + roots.filter { !$0.isReal && $0.x.imaginary > 0 }.map { [$0, $0.conjugate] }
    }

    /// `ℓ·Π (x − t_i y)` with coefficients rounded, made primitive; nil if they are not near integers.
    private static func rounded(_ roots: [ProjectiveRoot], lead: Integer) -> BinaryForm? {
        let scale = lead.approximation
        func nearest(_ value: Double) -> Integer? {
            guard abs(value) < 0x1p50, abs(value - value.rounded()) < 1e-3 else { return nil }
            return Integer(Int(value.rounded()))
        }
        // The sum of the roots rules out most subsets.
        guard nearest(scale * roots.reduce(0) { $0 + $1.x.real }) != nil else { return nil }
        var form = [Complex(scale)]
        for root in roots {
            form.append(.zero)
            for place in form.indices.dropFirst().reversed() { form[place] -= form[place - 1] * root.x }
        }
        var coefficients: [Integer] = []
        for value in form {
            guard let integer = nearest(value.real) else { return nil }
            coefficients.append(integer)
        }
        return BinaryForm(coefficients: coefficients).primitive
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

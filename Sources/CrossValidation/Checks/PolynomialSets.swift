import ExactAlgebra

/// Compares two lists of polynomials as sets, up to sign.
enum PolynomialSets {
    /// A polynomial in one list whose two signs are missing from the other, with the list it stands in; nil
    /// if the sets are equal.
    static func difference(native: [Polynomial], macaulay2: [Polynomial]) -> Finding? {
        let ours = Set(native.lazy.filter { !$0.isZero }.map(\.normalizedSign))
        let theirs = Set(macaulay2.lazy.filter { !$0.isZero }.map(\.normalizedSign))
        if let extra = theirs.first(where: { !ours.contains($0) }) {
            return Finding(
                answer: .lacksPolynomial(.native), basis: "compared one by one", witness: extra)
        }
        if let missing = ours.first(where: { !theirs.contains($0) }) {
            return Finding(
                answer: .lacksPolynomial(.macaulay2), basis: "compared one by one", witness: missing)
        }
        return nil
    }
}

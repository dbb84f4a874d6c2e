/// Which terms of a polynomial are written, with which coefficients, and in which order, where that is not as they are
/// stored.
struct TermSelection: Sendable {
    /// Otherwise terms keep their order.
    let isLexicographic: Bool
    /// 0, or a prime modulo which coefficients are reduced.
    let characteristic: Int

    /// - Parameter variable: that of a term at a place, smallest index first.
    func terms(
        _ count: Int, degree: Int, coefficient: (Int) -> Int, variable: (Int, Int) -> Int
    ) -> [(index: Int, coefficient: Int)] {
        var terms = (0..<count).map { (index: $0, coefficient: residue(coefficient($0))) }
        if characteristic > 0 { terms.removeAll { $0.coefficient == 0 } }
        guard isLexicographic else { return terms }
        // The first place with different variables decides, and the smaller index is the larger variable.
        return terms.sorted { left, right in
            for place in 0..<degree {
                let (a, b) = (variable(left.index, place), variable(right.index, place))
                if a != b { return a < b }
            }
            return false
        }
    }

    /// The residue of least absolute value, positive if there are two.
    private func residue(_ coefficient: Int) -> Int {
        guard characteristic > 0 else { return coefficient }
        let rest = coefficient % characteristic
        let least = rest < 0 ? rest + characteristic : rest
        return least > characteristic / 2 ? least - characteristic : least
    }
}

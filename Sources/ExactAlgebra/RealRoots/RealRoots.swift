/// The real roots t = x/y of binary forms, isolated exactly.
///
/// All results are proved, for coefficients of any size: floating-point numbers decide where the bounds of their
/// errors allow it, integers elsewhere.
package enum RealRoots {
    /// All real roots, increasing. Their intervals have no point in common.
    ///
    /// - Precondition: the form is not zero and has no multiple root (with one, this does not end); neither x nor
    ///   y divides it.
    /// - Complexity: for random forms some tens of evaluations in floating-point numbers; where roots are near to
    ///   each other, evaluations in integers for each digit in which they agree.
    package static func isolated(_ form: BinaryForm) -> [RealRoot] {
        func roots(isNegative: Bool, isInverted: Bool) -> [RealRoot] {
            let chart = RootChart(form, isNegative: isNegative, isInverted: isInverted)
            let search = RootSearch(chart)
            return zip(search.locations, search.polynomials).map { location, polynomial in
                RealRoot(chart, polynomial, location)
            }
        }
        guard hasRoots(form) else { return [] }
        return roots(isNegative: true, isInverted: true).reversed()
            + roots(isNegative: true, isInverted: false)
            + roots(isNegative: false, isInverted: false).reversed()
            + roots(isNegative: false, isInverted: true)
    }

    /// The numbers of the real roots on either side of 0.
    ///
    /// - Precondition: the form is not zero and has no multiple root; neither x nor y divides it.
    package static func count(_ form: BinaryForm) -> (negative: Int, positive: Int) {
        func count(isNegative: Bool) -> Int {
            [false, true].reduce(0) { count, isInverted in
                let chart = RootChart(form, isNegative: isNegative, isInverted: isInverted)
                return count + RootSearch(chart).locations.count
            }
        }
        guard hasRoots(form) else { return (0, 0) }
        return (count(isNegative: true), count(isNegative: false))
    }

    private static func hasRoots(_ form: BinaryForm) -> Bool {
        let ends = [form.coefficients.first, form.coefficients.last]
        precondition(
            ends.allSatisfy { ($0?.signum ?? 0) != 0 },
            "roots are isolated of forms that x and y do not divide")
        return form.degree > 0
    }
}

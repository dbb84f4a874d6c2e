/// What a computation of Hilbert series and what follows from them is at, in this order.
public enum HilbertStage: Int, CaseIterable, Sendable {
    /// Depth, regularity and extremal Betti numbers.
    case homology
    /// Values of the Hilbert function, from which the numerator is made.
    case counting, numerator
    case function, fVector
    /// The Hilbert polynomial over a common denominator, then its coefficients in lowest terms.
    case polynomial, lowestTerms
    /// Decimal digits of everything.
    case writing
}

/// Told the stage and how much of its steps is done; ends the computation by what it throws.
typealias HilbertStep<Failure: Error> = (HilbertStage, Double) throws(Failure) -> Void

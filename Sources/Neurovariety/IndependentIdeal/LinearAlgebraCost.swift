import ExactAlgebra

/// How long linear algebra takes for the ideal up to a degree, roughly: the square of the number of monomials of the last
/// degree, times less where two layers give highest-weight vectors.
///
/// Within a factor of about 4 for a dozen architectures of two and three layers and degrees from 4 to 7.
public struct LinearAlgebraCost: Sendable, CustomStringConvertible {
    /// On this machine's kind of processor, if it has nothing else to do.
    public let seconds: Double
    private let monomials: Integer

    /// - Parameter liftsElements: whether elements are found, not only counted.
    public init(_ architecture: Architecture, maxDegree: Int, liftsElements: Bool) {
        monomials = Integer.binomial(architecture.endToEndFilterSize + maxDegree - 1, maxDegree)
        let isSymmetric = HighestWeightIdeal.applies(to: architecture, maxDegree: maxDegree)
        let perSquare = isSymmetric ? (liftsElements ? 1e-11 : 5e-12) : 4e-10
        let count = Double(Int(exactly: monomials) ?? .max)
        seconds = perSquare * count * count
    }

    /// `about 2 minutes, for 594 thousand monomials`.
    public var description: String {
        "about \(RoughEstimate(seconds: seconds)), for "
            + "\(RoughEstimate(count: Double(Int(exactly: monomials) ?? .max))) monomials"
    }
}

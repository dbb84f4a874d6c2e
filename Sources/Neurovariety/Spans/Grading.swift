import ExactAlgebra

/// A grading of the coordinate ring for which the prime ideal I is homogeneous: it divides every degree of the ring
/// into blocks, and linear algebra works block by block.
protocol Grading: Sendable {
    associatedtype Degree: Hashable & Sendable

    /// The block of a monomial. The degree of a product is determined by the degrees of the factors.
    func degree(of monomial: Monomial) -> Degree
}

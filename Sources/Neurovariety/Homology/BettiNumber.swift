import ExactAlgebra

/// A graded Betti number `β_{i,i+r}` of the coordinate ring that is not zero.
public struct BettiNumber: Sendable, Hashable {
    /// i.
    public let homologicalDegree: Int
    /// r, the row of the Betti table.
    public let regularity: Int
    /// How many generators of degree `i + r` the i-th module of the minimal free resolution has.
    public let value: Integer

    package init(homologicalDegree: Int, regularity: Int, value: Integer) {
        self.homologicalDegree = homologicalDegree
        self.regularity = regularity
        self.value = value
    }

    /// `i + r`.
    public var degree: Int { homologicalDegree + regularity }
}

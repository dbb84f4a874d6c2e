import ExactAlgebra

/// Finds the prime ideal I degree after degree, from the parametrization alone.
protocol DegreeSearch {
    /// What I has in one degree.
    ///
    /// - Precondition: called for degrees 1, 2, … in order.
    mutating func next(_ degree: Int) -> FoundDegree
}

/// What a search finds in one degree.
struct FoundDegree {
    /// `dim I_d`.
    let dimension: Int
    /// How many generators of this degree a minimal generating set has.
    let minimalGenerators: Int
    /// The elements of the reduced Gröbner basis of this degree, largest leading monomial first.
    let elements: [BlockElement]
}

import ExactAlgebra

/// Lifts elements of the ideal from ``EliminationField`` to the integers, and proves that they lie in the ideal, by
/// substitution.
struct ElementLifting: Sendable {
    let coordinates: [Polynomial]
    let parameterCount: Int

    /// - Throws: ``LinearAlgebraError/notLifted(degree:)``, ``LinearAlgebraError/notAMember(degree:)``,
    ///   ``PolynomialError``.
    func lift(_ found: [BlockElement], degree: Int) throws -> [Polynomial] {
        let proof = SubstitutionProof(
            coordinates: coordinates, parameterCount: parameterCount, degree: degree)
        let results = concurrentMap(count: found.count) {
            index -> Result<(Polynomial, isProved: Bool), LinearAlgebraError> in
            guard let polynomial = found[index].lifted() else { return .failure(.notLifted(degree: degree)) }
            guard let vanishes = proof?.vanishes(polynomial) else { return .success((polynomial, false)) }
            return vanishes ? .success((polynomial, true)) : .failure(.notAMember(degree: degree))
        }
        return try results.map { result in
            let (polynomial, isProved) = try result.get()
            // Slower, for parameters or degrees that do not fit in a word.
            guard try isProved || polynomial.substituting(coordinates).isZero else {
                throw LinearAlgebraError.notAMember(degree: degree)
            }
            return polynomial
        }
    }
}

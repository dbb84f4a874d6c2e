import ExactAlgebra
import Neurovariety
import Training

/// Checks that need no Macaulay2: one native engine against another, or against a theorem.
public enum NativeChecks {
    /// The most monomials in one degree for linear algebra, and the most critical points: seconds each.
    private static let largestMonomialCount = Integer(200_000)
    private static let mostCriticalPoints = Integer(300)

    /// What is too large for one of them is left out, not undecided.
    ///
    /// - Parameter native: what was found before; nothing of it is computed again.
    public static func all(_ native: NativeFindings) throws -> [Check] {
        try [
            certificate(native.certificate), linearAlgebra(native.primeIdeal),
            highestWeights(native.primeIdeal), criticalPoints(native.architecture),
        ].compactMap(\.self)
    }

    private static func certificate(_ certificate: Certificate) -> Check {
        let finding: Finding
        switch certificate.verdict {
        case .proved: finding = .of(true, basis: "certificate: leading terms, minimal primes, factorization")
        case .refuted: finding = .of(false, basis: "certificate refuted")
        case .undecided: finding = .undecided("the certificate was too large")
        }
        return Check(
            name: .certificate,
            statement: "certificate: minors of minimal nonfaces are a Gröbner basis of I",
            required: .truth(true), native: finding, macaulay2: nil)
    }

    private static func linearAlgebra(_ ideal: PrimeIdeal) throws -> Check? {
        guard let degree = highestDegree(ideal) else { return nil }
        // Without highest-weight vectors, which have a check of their own.
        let found = try LinearAlgebraIdeal.run(ideal.architecture, maxDegree: degree, usesSymmetry: false)
        return generators(
            ideal, name: .linearAlgebra, method: "linear algebra",
            found: found.degrees.map { ($0.degree, Integer($0.minimalGenerators)) },
            basis: "ranks modulo \(EliminationField.name), lifted, substituted")
    }

    private static func highestWeights(_ ideal: PrimeIdeal) -> Check? {
        guard let degree = highestDegree(ideal),
            let found = HighestWeightIdeal.run(ideal.architecture, maxDegree: degree)
        else { return nil }
        return generators(
            ideal, name: .highestWeights, method: "highest-weight vectors",
            found: found.degrees.map { ($0.degree, $0.minimalGenerators) },
            basis: "ranks modulo \(EliminationField.name)")
    }

    /// The largest degree of a generator, if linear algebra reaches it in seconds.
    private static func highestDegree(_ ideal: PrimeIdeal) -> Int? {
        let degree = ideal.largestDegree ?? 1
        let isSmall =
            degree <= LinearAlgebraIdeal.largestDegree
            && Integer.binomial(ideal.architecture.endToEndFilterSize + degree - 1, degree)
                <= largestMonomialCount
        return isSmall ? degree : nil
    }

    private static func generators(
        _ ideal: PrimeIdeal, name: CheckName, method: String, found: [(degree: Int, count: Integer)],
        basis: String
    ) -> Check {
        let counts = found.filter { $0.count != .zero }
        return Check(
            name: name, statement: "minimal generators of I by \(method)",
            required: .degrees(ideal.degrees),
            native: Finding(
                answer: .degrees(Dictionary(counts.map { ($0.degree, $0.count) }, uniquingKeysWith: +)),
                basis: basis),
            macaulay2: nil)
    }

    private static func criticalPoints(_ architecture: Architecture) throws -> Check? {
        let degree = try EuclideanDistanceDegree(filterSizes: architecture.reduced.filterSizes)
        guard degree.value <= mostCriticalPoints else { return nil }
        let points = try CriticalPoints.run(.random(architecture, outputWidth: 1, seed: 1))
        return Check(
            name: .criticalPointsFound, statement: "critical points found and certified, of C_k",
            native: points.isComplete
                ? Finding(
                    answer: .count(Integer(points.certifiedCount)), basis: "Krawczyk's test, disjoint regions"
                )
                : .undecided("\(points.certifiedCount) of \(degree.value) certified"),
            macaulay2: nil)
    }
}

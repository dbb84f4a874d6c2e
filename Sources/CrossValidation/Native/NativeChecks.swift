import ExactAlgebra
import Neurovariety
import Training

/// Checks that need no Macaulay2: one native engine against another, or against a theorem.
public enum NativeChecks {
    /// The most monomials in one degree for linear algebra, and the most critical points: seconds each.
    private static let largestMonomialCount = Integer(200_000)
    private static let mostCriticalPoints = Integer(300)

    /// What is too large for one of them is left out, not undecided.
    public static func all(_ architecture: Architecture) throws -> [Check] {
        try [
            certificate(architecture), linearAlgebra(architecture), highestWeights(architecture),
            criticalPoints(architecture),
        ].compactMap(\.self)
    }

    private static func certificate(_ architecture: Architecture) throws -> Check {
        let certificate = try Certificate(architecture)
        let finding: Finding
        switch certificate.verdict {
        case .proved: finding = .of(true, basis: "certificate: leading terms, minimal primes, factorization")
        case .refuted: finding = .of(false, basis: "certificate refuted")
        case .undecided: finding = .undecided("the certificate was too large")
        }
        return Check(
            name: "certificate",
            statement: "certificate: minors of minimal nonfaces are a Gröbner basis of I",
            required: "yes", native: finding, macaulay2: nil)
    }

    private static func linearAlgebra(_ architecture: Architecture) throws -> Check? {
        guard let degree = highestDegree(architecture) else { return nil }
        // Without highest-weight vectors, which have a check of their own.
        let ideal = try LinearAlgebraIdeal(architecture, maxDegree: degree, usesSymmetry: false)
        return generators(
            architecture, name: "linearAlgebra", method: "linear algebra",
            found: ideal.degrees.map { ($0.degree, Integer($0.minimalGenerators)) },
            basis: "ranks modulo 2^28−57, lifted, substituted")
    }

    private static func highestWeights(_ architecture: Architecture) -> Check? {
        guard let degree = highestDegree(architecture),
            let ideal = HighestWeightIdeal(architecture, maxDegree: degree)
        else { return nil }
        return generators(
            architecture, name: "highestWeights", method: "highest-weight vectors",
            found: ideal.degrees.map { ($0.degree, $0.minimalGenerators) }, basis: "ranks modulo 2^28−57")
    }

    /// The largest degree of a generator, if linear algebra reaches it in seconds.
    private static func highestDegree(_ architecture: Architecture) -> Int? {
        let degree = architecture.reduced.nonfaceMinors.map(\.nonface.count).max() ?? 1
        let isSmall =
            degree <= LinearAlgebraIdeal.largestDegree
            && Integer.binomial(architecture.endToEndFilterSize + degree - 1, degree) <= largestMonomialCount
        return isSmall ? degree : nil
    }

    private static func generators(
        _ architecture: Architecture, name: String, method: String, found: [(degree: Int, count: Integer)],
        basis: String
    ) -> Check {
        let expected = Dictionary(
            architecture.reduced.nonfaceMinors.map { ($0.nonface.count, 1) }, uniquingKeysWith: +)
        let counts = found.filter { $0.count != .zero }.map { ($0.degree, Int(exactly: $0.count) ?? -1) }
        return Check(
            name: name, statement: "minimal generators of I by \(method)",
            required: NativeFindings.text(degrees: expected),
            native: Finding(
                answer: NativeFindings.text(degrees: Dictionary(counts, uniquingKeysWith: +)), basis: basis),
            macaulay2: nil)
    }

    private static func criticalPoints(_ architecture: Architecture) throws -> Check? {
        let degree = try EuclideanDistanceDegree(filterSizes: architecture.reduced.filterSizes)
        guard degree.value <= mostCriticalPoints else { return nil }
        let points = try CriticalPoints(.random(architecture, outputWidth: 1, seed: 1))
        return Check(
            name: "criticalPointsFound", statement: "critical points found and certified, of C_k",
            native: points.isComplete
                ? Finding(answer: "\(points.certifiedCount)", basis: "Krawczyk's test, disjoint regions")
                : .undecided("\(points.certifiedCount) of \(degree.value) certified"),
            macaulay2: nil)
    }
}

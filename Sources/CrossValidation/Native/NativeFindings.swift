import ChildProcesses
import ExactAlgebra
import Neurovariety

/// Everything that is decided about one architecture without Macaulay2.
public struct NativeFindings: Sendable {
    /// The prime ideal I with its minors kept: made once for all findings and checks.
    public let primeIdeal: PrimeIdeal
    /// That the minors are a Gröbner basis of I.
    public let certificate: Certificate
    /// Every generator of J vanishes on the neurovariety.
    public let idealInPrime: Finding
    /// Whether I ⊆ √J.
    public let primeInRadical: Finding
    /// Of I.
    public let codimension: Finding
    /// Of J.
    public let codimensionOfIdeal: Finding
    /// Whether J = I, that is, whether J is radical.
    public let isRadical: Finding
    /// Whether lean J = J.
    public let leanEqualsIdeal: Finding
    /// Whether the minors of all levels, and those of the minimal nonfaces, generate I; from the certificate.
    public let levelsEqualPrime: Finding
    /// How many minimal generators I has in each degree.
    public let minimalGenerators: Finding
    /// The minors of the minimal nonfaces.
    public let groebnerBasis: GroebnerBasis
    /// Their leading monomials.
    public let leadingMonomials: Set<Monomial>
    /// How many of them there are.
    public let initialIdeal: Finding
    /// Of the Hilbert series of I.
    public let hilbertNumerator: Finding
    /// Seconds to expand the generators of each part and set, all of them kept.
    public let seconds: [Work: Double]
    /// The generators of J by the name of their part.
    private let parts: [IdealPart.Name: [Polynomial]]

    /// As given.
    public var architecture: Architecture { primeIdeal.architecture }

    /// Takes from milliseconds to minutes: expands every minor, and ranks J in every degree with generators.
    ///
    /// - Throws: ``IdealError`` or ``MinorsError`` where the generators are out of reach.
    public static func run(_ architecture: Architecture) throws -> NativeFindings {
        var expanded = ExpandedIdeals(architecture)
        let paper = try expanded.parts(.paper)
        let lean = try expanded.parts(.lean)
        let levels = try expanded.parts(.levels)
        var times: [Work: Double] = [:]
        for (part, _, seconds) in paper { times[part.name.work, default: 0] += seconds }
        for (work, parts) in [(Work.ideal, paper), (.leanIdeal, lean), (.allLevels, levels)] {
            times[work] = parts.reduce(0) { $0 + $1.seconds }
        }
        // With the search for the nonfaces, as in Macaulay2.
        let start = ContinuousClock.now
        let ideal = try PrimeIdeal(architecture).expanded()
        times[.minimalNonfaces] = (ContinuousClock.now - start).inSeconds
        return try NativeFindings(
            ideal, paper: paper.map { ($0.part, $0.polynomials) }, lean: lean.flatMap(\.polynomials),
            seconds: times)
    }

    private init(
        _ ideal: PrimeIdeal, paper: [(part: IdealPart, polynomials: [Polynomial])], lean: [Polynomial],
        seconds: [Work: Double]
    ) throws {
        let architecture = ideal.architecture
        primeIdeal = ideal
        self.seconds = seconds
        parts = Dictionary(paper.map { ($0.part.name, $0.polynomials) }, uniquingKeysWith: +)
        certificate = try Certificate.run(for: ideal)
        // What lean J leaves out: J₂.
        let spans = SpanFindings(
            ideal, stages: [lean, paper.filter { $0.part.name == .secondMinors }.flatMap(\.polynomials)])

        groebnerBasis = try GroebnerBasis(ideal)
        leadingMonomials = Set(groebnerBasis.polynomials.compactMap(\.leadingMonomial))
        initialIdeal = Finding(
            answer: .monomials(leadingMonomials.count), basis: "leading monomials of the minors")
        hilbertNumerator = Finding(
            answer: .numbers(try HilbertSeries(architecture).numerator),
            basis: "counted on the initial complex")
        idealInPrime = Self.containment(architecture, paper.flatMap(\.polynomials), certificate.factorizes)
        codimension = Finding(answer: .count(Integer(architecture.codimension)), basis: "K − Σk_ℓ + (L−1)")
        levelsEqualPrime = Self.primality(certificate)
        let minimality = try Minimality(of: ideal)
        minimalGenerators =
            minimality == .refuted
            ? .undecided(minimality.statement)
            : Finding(
                answer: .degrees(ideal.degrees), basis: "minimal nonfaces: \(minimality.statement)")
        isRadical = try spans.equality("J = I in every degree in which I has generators")
        primeInRadical = spans.cofiniteEquality()
        // J ⊆ I ⊆ √J: the same zero set.
        codimensionOfIdeal =
            idealInPrime.answer == .truth(true) && primeInRadical.answer == .truth(true)
            ? Finding(answer: codimension.answer, basis: "J ⊆ I ⊆ √J")
            : .undecided(primeInRadical.basis)
        leanEqualsIdeal = spans.leanEquality()
    }

    /// The nonzero generators of a part of J, over all two-layer pieces.
    public func polynomials(part: IdealPart.Name) -> [Polynomial] { parts[part] ?? [] }

    private static func containment(
        _ architecture: Architecture, _ generators: [Polynomial], _ factors: Bool?
    ) -> Finding {
        // The identity proves that the minors vanish; the points check that they were expanded rightly.
        let field = PrimeField.mersenne61
        let point = Parametrization(architecture).checkPoint
        if let wrong = generators.first(where: { $0.evaluated(at: point, in: field) != 0 }) {
            return .of(false, basis: "a generator does not vanish at a point of the variety", witness: wrong)
        }
        switch factors {
        case true?:
            return .of(true, basis: "proved: q_i = g·h_i identically, so the ranks drop; checked at a point")
        case false?: return .of(false, basis: "the factorization q_i = g·h_i fails")
        case nil:
            return .of(
                true, basis: "every generator vanishes at a random point modulo 2^61−1 (probabilistic)")
        }
    }

    /// The verdict of the certificate, which is the only one there is.
    private static func primality(_ certificate: Certificate) -> Finding {
        switch certificate.verdict {
        case .undecided(.stopped): return .undecided("the certificate was stopped")
        case .proved:
            return .of(
                true,
                basis:
                    "proved: leading terms, \(certificate.architecture.degree) facets = degree, minors vanish"
            )
        case .undecided(.minimalPrimes):
            return .undecided("the \(certificate.architecture.degree) facets were not enumerated")
        case .undecided(.factorization): return .undecided("that the minors vanish was not proved")
        case .refuted(.leadingTerm(let minor, let polynomial)):
            return .of(
                false, basis: "the minor of \(minor.nonface) has another leading term", witness: polynomial)
        case .refuted(.minimalPrime(let prime)):
            return .of(
                false, basis: "a minimal prime of the leading monomials, on \(prime), has the wrong size")
        case .refuted(.facetCount(let count)):
            return .of(false, basis: "\(count) facets, degree \(certificate.architecture.degree)")
        case .refuted(.nonvanishing(let polynomial)):
            return .of(
                false, basis: "a minor does not vanish at a point of the variety", witness: polynomial)
        case .refuted(.factorization):
            return .of(false, basis: "the factorization q_i = g·h_i fails")
        }
    }
}

extension Minimality {
    /// What is compared is small: pairs of its minors take less than the rest.
    private static let longestSeconds = 5.0

    /// By a certificate, where it does not take long.
    fileprivate init(of ideal: PrimeIdeal) throws {
        if MinimalityCertificate.seconds(ideal) < Self.longestSeconds {
            try self.init(deciding: ideal)
        } else {
            self.init(ideal.architecture)
        }
    }

    fileprivate var statement: String {
        switch self {
        case .proved: "minimal generators for two layers (proved)"
        case .certified: "minimal generators by S-polynomials of lower degree (certified)"
        case .observed: "that they are minimal generators is observed"
        case .refuted: "a generator is superfluous, by an S-polynomial"
        }
    }
}

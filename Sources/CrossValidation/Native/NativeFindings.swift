import ChildProcesses
import ExactAlgebra
import Neurovariety

/// Everything that is decided about one architecture without Macaulay2.
public struct NativeFindings: Sendable {
    public let architecture: Architecture
    /// Every generator of J vanishes on the neurovariety.
    public let idealInPrime: Finding
    public let primeInRadical: Finding
    public let codimension: Finding
    public let codimensionOfIdeal: Finding
    /// Whether J = I, that is, whether J is radical.
    public let isRadical: Finding
    public let leanEqualsIdeal: Finding
    public let levelsEqualPrime: Finding
    /// How many minimal generators the prime ideal has in each degree.
    public let minimalGenerators: Finding
    /// The minors of the minimal nonfaces.
    public let groebnerBasis: GroebnerBasis
    /// Their leading monomials, largest variable first.
    public let leadingMonomials: Set<[UInt16]>
    public let initialIdeal: Finding
    public let hilbertNumerator: Finding
    /// Seconds to expand the generators of each part and set.
    public let seconds: [String: Double]
    /// The generators of J by the name of their part.
    private let parts: [String: [Polynomial]]

    /// - Throws: ``IdealError`` or ``MinorsError`` where the generators are out of reach.
    public init(_ architecture: Architecture) throws {
        self.architecture = architecture
        var times: [String: Double] = [:]
        let parts = try Self.expand(architecture, .paper, &times)
        let paper = parts.values.flatMap { $0 }
        let lean = try Self.expand(architecture, .lean, &times).values.flatMap { $0 }
        _ = try Self.expand(architecture, .levels, &times)
        _ = try Self.expand(architecture, .minimal, &times)
        seconds = times
        self.parts = parts

        let factors = try FactorizationProof.holds(for: architecture)
        let initial = try InitialIdealCheck(architecture)
        let ideal = DegreeComparisons(architecture, generators: paper, degrees: initial.degrees.keys)

        groebnerBasis = try GroebnerBasis(architecture)
        leadingMonomials = Set(groebnerBasis.polynomials.map { Array($0.monomial(0)) })
        initialIdeal = Finding(
            answer: "\(leadingMonomials.count) monomials", basis: "leading monomials of the minors")
        hilbertNumerator = Finding(
            answer: try HilbertSeries(architecture).numerator.map(\.description).joined(separator: ", "),
            basis: "counted on the initial complex")
        idealInPrime = Self.containment(architecture, paper, factors)
        codimension = Finding(answer: "\(architecture.codimension)", basis: "K − Σk_ℓ + (L−1)")
        levelsEqualPrime = Self.primality(architecture, initial, factors)
        minimalGenerators = Finding(
            answer: Self.text(degrees: initial.degrees),
            basis: "minimal nonfaces of the initial complex (minimality observed, not proved)")
        isRadical = try ideal.equality(
            witnessFrom: architecture, "J = I in every degree in which I has generators")
        primeInRadical = ideal.cofiniteEquality()
        // J ⊆ I ⊆ √J: the same zero set.
        codimensionOfIdeal =
            idealInPrime.answer == "yes" && primeInRadical.answer == "yes"
            ? Finding(answer: codimension.answer, basis: "J ⊆ I ⊆ √J")
            : .undecided(primeInRadical.basis)
        leanEqualsIdeal = Self.leanEquality(
            architecture, lean: lean, idealIsEqualFromTop: ideal, degrees: initial.degrees.keys)
    }

    /// The nonzero generators of a part of J, such as `J1`, over all two-layer pieces.
    public func polynomials(part: String) -> [Polynomial] { parts[part] ?? [] }

    /// `13860 polynomials`: different ones, up to sign.
    static func amount(_ polynomials: [Polynomial]) -> String {
        "\(Set(polynomials.lazy.map(\.normalizedSign)).count) polynomials"
    }

    private static func expand(
        _ architecture: Architecture, _ set: GeneratorSet, _ times: inout [String: Double]
    ) throws -> [String: [Polynomial]] {
        var result: [String: [Polynomial]] = [:]
        var total = 0.0
        for part in try IdealGenerators(architecture, set).parts {
            var polynomials: [Polynomial] = []
            let elapsed = try ContinuousClock().measure {
                try part.visit { generator in
                    polynomials.append(generator.polynomial)
                    return true
                }
            }.inSeconds
            result[part.name, default: []] += polynomials
            times[part.name, default: 0] += elapsed
            total += elapsed
        }
        times[set.timeName] = total
        return result
    }

    private static func containment(
        _ architecture: Architecture, _ generators: [Polynomial], _ factors: Bool?
    ) -> Finding {
        // The identity proves that the minors vanish; the points check that they were expanded rightly.
        let field = PrimeField.mersenne61
        var random = SplitMix(seed: 2401_16613)
        let point = Parametrization(architecture).randomPoint(in: field, using: &random)
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

    private static func primality(
        _ architecture: Architecture, _ check: InitialIdealCheck, _ factors: Bool?
    ) -> Finding {
        if let wrong = check.wrongLeadingTerms.first {
            return .of(
                false, basis: "the minor of \(wrong.minor.nonface) has another leading term",
                witness: wrong.polynomial)
        }
        if let prime = check.wrongPrime {
            return .of(
                false, basis: "a minimal prime of the leading monomials, on \(prime), has the wrong size")
        }
        guard let facets = check.facetCount else {
            return .undecided("the \(architecture.degree) facets were not enumerated")
        }
        guard Integer(facets) == architecture.degree else {
            return .of(false, basis: "\(facets) facets, degree \(architecture.degree)")
        }
        return factors == true
            ? .of(true, basis: "proved: leading terms, \(facets) facets = degree, minors vanish")
            : .undecided("that the minors vanish was not proved")
    }

    private static func leanEquality(
        _ architecture: Architecture, lean: [Polynomial], idealIsEqualFromTop ideal: DegreeComparisons,
        degrees: some Sequence<Int>
    ) -> Finding {
        // Lean generators are among those of J, so the ideals are equal iff the spans have equal dimension in
        // the degrees of the generators of J.
        let leanSpans = DegreeComparisons(architecture, generators: lean, degrees: ideal.generatorDegrees)
        let paperSpans = DegreeComparisons(
            architecture, generators: ideal.generators, degrees: ideal.generatorDegrees)
        for (ours, theirs) in zip(leanSpans.comparisons, paperSpans.comparisons) {
            guard let ours, let theirs else { return .undecided(DegreeComparisons.tooLarge) }
            guard ours.spanDimension == theirs.spanDimension else {
                return .of(false, basis: "rank modulo 2^28−57 in degree \(ours.degree)")
            }
        }
        let isProved = leanSpans.comparisons.allSatisfy { $0?.agrees == true }
        return .of(
            true,
            basis: isProved
                ? "proved: both are all of I in the degrees of the generators"
                : "equal ranks modulo 2^28−57 in the degrees of the generators")
    }

    static func list(_ numbers: [Int]) -> String {
        numbers.map(String.init).joined(separator: ", ")
    }

    /// `80 of degree 3, 35 of degree 4`, or `none`.
    public static func text(degrees: [Int: Int]) -> String {
        guard !degrees.isEmpty else { return "none" }
        return degrees.sorted { $0.key < $1.key }.map { "\($0.value) of degree \($0.key)" }
            .joined(separator: ", ")
    }
}

extension GeneratorSet {
    /// The name under which the time for the whole set is recorded, as in transcripts.
    var timeName: String {
        switch self {
        case .paper: return "J"
        case .lean: return "leanJ"
        case .levels: return "P"
        case .leanLevels: return "leanP"
        case .reduced: return "reduced"
        case .trimmed: return "trimmed"
        case .minimal: return "minimal"
        }
    }
}

import ExactAlgebra
import PlatformBasics
import Synchronization

/// A minimal generating set of an ideal, chosen among given homogeneous generators.
///
/// Degree by degree and block by block of the multigrading: a generator is kept if it is not in the span of
/// the multiples of those kept in lower degrees and of those kept before it in its own. Ranks are taken
/// over ``EliminationField``. That the kept ones are independent over ℚ is proved by it; that one left out is dependent
/// over ℚ holds unless that prime divides one of finitely many minors, of which no case is known.
struct TrimmedGenerators {
    /// One part a degree.
    let parts: [IdealPart]

    /// The most generators that are looked at.
    static let largestCount = 500_000

    /// - Parameter progress: told what is done and the share of it, by one thread at a time.
    /// - Throws: ``IdealError/tooLarge(part:_:)``, ``IdealError/tooManyToTrim(_:)``.
    init(
        of generators: IdealGenerators,
        progress: @escaping @Sendable (_ task: String, _ share: Double) -> Void = { _, _ in }
    ) throws(IdealError) {
        try generators.checkFeasible()
        let count = generators.parts.reduce(Integer.zero) { $0 + $1.generatorCount }
        guard count <= Integer(Self.largestCount) else { throw .tooManyToTrim(count) }
        let architecture = generators.architecture
        let grading = Multigrading(architecture)
        let linear = Set(
            generators.parts.flatMap { part -> [Int] in
                if case .variables(let variables) = part.content { variables } else { [] }
            })
        let variables = (0..<architecture.endToEndFilterSize).filter { !linear.contains($0) }
        var kept: [Polynomial] = []
        var parts: [IdealPart] = []
        func append(_ chosen: [Polynomial], degree: Int) {
            parts.append(
                IdealPart(
                    name: .degree(degree), piece: nil, pieceIndex: nil,
                    content: .chosen(chosen, degree: degree)))
        }
        append(linear.sorted().map { Polynomial(variable: $0) }, degree: 1)
        let others = generators.parts.filter { $0.matrixSize != nil }
        for degree in Set(others.map(\.degree)).sorted() {
            // Everything modulo the linear generators: their multiples are in the ideal already.
            var candidates: [Polynomial] = []
            for part in others where part.degree == degree {
                for polynomial in try part.polynomials() {
                    let rest = polynomial.removingTerms(with: linear)
                    if !rest.isZero { candidates.append(rest) }
                }
            }
            let chosen = Self.independent(
                candidates, modulo: kept, degree: degree, variables: variables, grading
            ) { progress("comparing in degree \(degree)", $0) }
            append(chosen, degree: degree)
            kept += chosen
        }
        self.parts = parts
    }

    /// The candidates, in order, that extend the span of the multiples of `lower`.
    private static func independent(
        _ candidates: [Polynomial], modulo lower: [Polynomial], degree: Int, variables: [Int],
        _ grading: Multigrading, progress: @Sendable (Double) -> Void
    ) -> [Polynomial] {
        var blocks:
            [Multigrading.Degree: (candidates: [Int], multiples: [(generator: Int, monomial: Monomial)])] =
                [:]
        for (index, candidate) in candidates.enumerated() {
            blocks[grading.degree(of: candidate.monomial(0)), default: ([], [])].candidates.append(index)
        }
        for (index, generator) in lower.enumerated() {
            Monomial.visit(degree: degree - generator.degree, variables: variables) { monomial in
                let key = grading.degree(of: monomial * generator.monomial(0))
                // Blocks without candidates have nothing to choose.
                blocks[key]?.multiples.append((index, monomial))
            }
        }
        let list = Array(blocks.values)
        // Elimination grows as the third power.
        let work = list.map { pow(Double($0.candidates.count + $0.multiples.count), 3) }
        let all = max(1, work.reduce(0, +))
        let done = Mutex(0.0)
        let kept = concurrentMap(count: list.count) { index -> [Int] in
            defer {
                done.withLock {
                    $0 += work[index]
                    progress($0 / all)
                }
            }
            let block = list[index]
            var span = PolynomialSpan()
            for (generator, monomial) in block.multiples {
                _ = span.insert(lower[generator], times: monomial)
            }
            return block.candidates.filter { span.insert(candidates[$0]) }
        }
        return kept.joined().sorted().map { candidates[$0] }
    }
}

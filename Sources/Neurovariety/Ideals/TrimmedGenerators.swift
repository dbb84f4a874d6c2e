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

    /// - Parameter told: by one thread at a time.
    /// - Throws: ``IdealError/tooLarge(part:_:)``, ``IdealError/tooManyToTrim(_:)``.
    init(
        of generators: IdealGenerators, told: @escaping @Sendable (TrimmingStage) -> Void
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
        let others = generators.parts.filter { $0.matrixSize != nil }
        let degrees = Set(others.map(\.degree)).sorted()
        func append(_ chosen: [Polynomial], degree: Int) {
            parts.append(
                IdealPart(
                    name: .degree(degree), piece: nil, pieceIndex: nil,
                    content: .chosen(chosen, degree: degree)))
            told(
                .chosen(
                    IdealGenerators(architecture, .trimmed, parts: parts),
                    openDegrees: degrees.filter { $0 > degree }))
        }
        append(linear.sorted().map { Polynomial(variable: $0) }, degree: 1)
        for degree in degrees {
            // Everything modulo the linear generators: their multiples are in the ideal already.
            var candidates: [Polynomial] = []
            for part in others where part.degree == degree {
                for polynomial in try part.polynomials() {
                    let rest = polynomial.removingTerms(with: linear)
                    if !rest.isZero { candidates.append(rest) }
                }
            }
            let chosen = Self.independent(
                candidates, modulo: kept, degree: degree, variables: variables, grading, told: told)
            append(chosen, degree: degree)
            kept += chosen
        }
        self.parts = parts
    }

    /// The candidates, in order, that extend the span of the multiples of `lower`.
    private static func independent(
        _ candidates: [Polynomial], modulo lower: [Polynomial], degree: Int, variables: [Int],
        _ grading: Multigrading, told: @Sendable (TrimmingStage) -> Void
    ) -> [Polynomial] {
        var blocks: [Multigrading.Degree: Block] = [:]
        for (index, candidate) in candidates.enumerated() {
            blocks[grading.degree(of: candidate.monomial(0)), default: Block()].candidates.append(index)
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
        let work = list.map { pow(Double($0.rowCount), 3) }
        let all = max(1, work.reduce(0, +))
        if all > 1e10 {
            // From measurements on an AMD EPYC.
            let products = list.reduce(0) { $0 + $1.products(candidates, lower) }
            told(.willCompare(degree: degree, seconds: products * 5e-11 / Double(processorCount)))
        }
        let done = Mutex(0.0)
        let kept = concurrentMap(count: list.count) { index -> [Int] in
            defer {
                done.withLock {
                    $0 += work[index]
                    told(.comparing(degree: degree, share: $0 / all))
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

/// What is compared in one degree of the multigrading: polynomials by their numbers.
private struct Block {
    var candidates: [Int] = []
    var multiples: [(generator: Int, monomial: Monomial)] = []

    var rowCount: Int { candidates.count + multiples.count }

    /// About how many products elimination takes: rows times the rank, which rows and columns bound, times columns.
    func products(_ polynomials: [Polynomial], _ lower: [Polynomial]) -> Double {
        var columns: Set<Monomial> = []
        for (generator, monomial) in multiples {
            for term in lower[generator].terms { columns.insert(term.monomial * monomial) }
        }
        for candidate in candidates { columns.formUnion(polynomials[candidate].terms.map(\.monomial)) }
        return Double(rowCount) * Double(min(rowCount, columns.count)) * Double(columns.count)
    }
}

import ExactAlgebra
import Synchronization

/// An ideal inside the prime ideal I, degree by degree: which part of I it spans. Spans are remembered, so that each
/// degree is ranked once.
///
/// The generators come in stages: the first stage alone generates an ideal, the first two another, and so on. One
/// elimination gives the dimensions of all of them.
public final class IdealSpans: Sendable {
    private let complex: InitialComplex
    private let grading: Multigrading
    /// Variables among the generators of the first stage that has some.
    private let vanishing: Set<Int>
    /// Stage by stage.
    private let stages: [[Polynomial]]
    private let spans = Mutex<[Int: DegreeSpan?]>([:])

    /// The most monomials of one degree that are looked at.
    static let largestMonomialCount = 3_000_000

    /// - Parameters:
    ///   - complex: the initial complex of I, from which the dimensions of I are counted.
    ///   - stages: homogeneous for the multigrading and contained in I, as all generators of ``IdealGenerators``
    ///     are. All stages have the same variables among their generators, if any.
    public init(inside complex: InitialComplex, stages: [[Polynomial]]) {
        self.complex = complex
        grading = Multigrading(complex.architecture)
        // Work modulo the variables among the generators: they only multiply the size of everything.
        vanishing = Set(
            stages.joined().filter { $0.degree == 1 && $0.termCount == 1 }.compactMap(\.largestVariable))
        self.stages = stages.map { [vanishing] generators in
            generators.compactMap {
                let rest = $0.removingTerms(with: vanishing)
                return rest.isZero ? nil : rest
            }
        }
    }

    /// With one stage.
    public convenience init(inside complex: InitialComplex, generators: [Polynomial]) {
        self.init(inside: complex, stages: [generators])
    }

    /// The degrees above 1 in which there are generators, increasing.
    public var generatorDegrees: [Int] { Set(stages.joined().map(\.degree)).sorted() }

    /// The span in one degree, modulo the variables that are among the generators; nil if there are too many
    /// monomials.
    ///
    /// - Complexity: for each block of the multigrading, its dimension in I times its monomials for each row, until
    ///   the dimension of I is reached. On all cores.
    public func span(degree: Int) -> DegreeSpan? {
        if let known = spans.withLock({ $0[degree] }) { return known }
        let span = makeSpan(degree: degree)
        spans.withLock { $0[degree] = .some(span) }
        return span
    }

    private func makeSpan(degree: Int) -> DegreeSpan? {
        let variables = (0..<complex.vertexCount).filter { !vanishing.contains($0) }
        let count = Integer.binomial(variables.count + degree - 1, degree)
        guard count <= Integer(Self.largestMonomialCount) else { return nil }
        // Only blocks that meet I matter.
        var blocks: [Multigrading.Degree: SpanBlock] = [:]
        Monomial.visit(degree: degree, variables: variables) { monomial in
            blocks[grading.degree(of: monomial), default: SpanBlock(stageCount: stages.count)].append(
                monomial, isInInitialIdeal: complex.idealContains(monomial))
        }
        // Every multiple of a generator by a monomial lies in one block.
        var multipliers: [Int: [Monomial]] = [:]
        for (stage, generators) in stages.enumerated() {
            for (index, generator) in generators.enumerated() where generator.degree <= degree {
                let rest = degree - generator.degree
                if multipliers[rest] == nil {
                    var monomials: [Monomial] = []
                    Monomial.visit(degree: rest, variables: variables) { monomials.append($0) }
                    multipliers[rest] = monomials
                }
                let leading = generator.monomial(0)
                for monomial in multipliers[rest] ?? [] {
                    blocks[grading.degree(of: monomial * leading)]?.multiples[stage].append((index, monomial))
                }
            }
        }
        // Large blocks first, so that the processors end together.
        let keys = blocks.filter { $0.value.initialCount > 0 }
            .sorted { $0.value.places.count > $1.value.places.count }.map(\.key)
        let ranked = concurrentMap(count: keys.count) { [blocks, stages] index in
            blocks[keys[index]].map { $0.ranked(stages) } ?? SpanBlock(stageCount: stages.count)
        }
        return DegreeSpan(
            degree: degree, grading: grading, vanishing: vanishing,
            blocks: Dictionary(uniqueKeysWithValues: zip(keys, ranked)), stageCount: stages.count)
    }
}

/// The part of an ideal in one degree, compared with the prime ideal I.
public struct DegreeSpan: Sendable {
    /// d.
    public let degree: Int
    /// `dim I_d`, from the initial complex: the monomials of degree d whose support is a nonface.
    public let primeIdealDimension: Int
    /// For each stage, the rank over ``EliminationField`` of the multiples of all generators up to it: at most the
    /// dimension over ℚ, so equality with `primeIdealDimension` is proved where it holds.
    public let dimensions: [Int]
    private let grading: Multigrading
    private let vanishing: Set<Int>
    private let blocks: [Multigrading.Degree: SpanBlock]

    init(
        degree: Int, grading: Multigrading, vanishing: Set<Int>, blocks: [Multigrading.Degree: SpanBlock],
        stageCount: Int
    ) {
        self.degree = degree
        self.grading = grading
        self.vanishing = vanishing
        self.blocks = blocks
        primeIdealDimension = blocks.values.reduce(0) { $0 + $1.initialCount }
        dimensions = (0..<stageCount).map { stage in blocks.values.reduce(0) { $0 + $1.ranks[stage] } }
    }

    /// The dimension with the generators of all stages.
    public var dimension: Int { dimensions.last ?? 0 }

    /// Whether the ideal of all stages is all of I in this degree.
    public var isWhole: Bool { dimension == primeIdealDimension }

    /// Whether a polynomial of this degree, homogeneous for the multigrading, lies in the span of all stages,
    /// over ``EliminationField``.
    public func contains(_ polynomial: Polynomial) -> Bool {
        let rest = polynomial.removingTerms(with: vanishing)
        guard let leading = rest.leadingMonomial else { return true }
        guard let block = blocks[grading.degree(of: leading)] else { return false }
        return block.contains(rest)
    }
}

/// The monomials of one degree and multidegree, and the part of an ideal in their span.
struct SpanBlock: Sendable {
    private(set) var places: [Monomial: Int] = [:]
    /// How many of the monomials lie in the initial ideal of I: the dimension of I here.
    private(set) var initialCount = 0
    /// By stage: the multiples of generators that lie here.
    var multiples: [[(generator: Int, monomial: Monomial)]]
    /// After each stage.
    private(set) var ranks: [Int]
    private var echelon = EchelonForm(columnCount: 0)

    init(stageCount: Int) {
        multiples = [[(generator: Int, monomial: Monomial)]](repeating: [], count: stageCount)
        ranks = [Int](repeating: 0, count: stageCount)
    }

    mutating func append(_ monomial: Monomial, isInInitialIdeal: Bool) {
        places[monomial] = places.count
        initialCount += isInInitialIdeal ? 1 : 0
    }

    /// The same block with its ranks, and without the lists of multiples.
    func ranked(_ stages: [[Polynomial]]) -> SpanBlock {
        var result = self
        var echelon = EchelonForm(columnCount: places.count)
        for (stage, list) in multiples.enumerated() {
            for (index, monomial) in list {
                // The span lies in I: once its dimension is reached, nothing can be added.
                if echelon.rank == initialCount { break }
                _ = echelon.insert(row(stages[stage][index], times: monomial))
            }
            result.ranks[stage] = echelon.rank
        }
        result.echelon = echelon
        result.multiples = []
        return result
    }

    private func row(_ polynomial: Polynomial, times monomial: Monomial) -> [(column: Int, value: Int)] {
        polynomial.terms.compactMap { term in
            places[term.monomial * monomial].map { ($0, term.coefficient) }
        }
    }

    func contains(_ polynomial: Polynomial) -> Bool {
        var larger = echelon
        return !larger.insert(row(polynomial, times: .one))
    }
}

import ExactAlgebra

/// Whether an ideal contained in the prime ideal I agrees with I in one degree.
public struct DegreeComparison: Hashable, Sendable {
    public let degree: Int
    /// `dim I_d`, from the initial ideal of Δ: the monomials of degree d that contain a nonface.
    public let primeIdealDimension: Int
    /// The rank, modulo a prime, of the span of the given generators in degree d: at most its dimension
    /// over ℚ, so equality with `primeIdealDimension` is proved where it holds.
    public let spanDimension: Int

    public var agrees: Bool { primeIdealDimension == spanDimension }
}

/// Compares ideals with the prime ideal degree by degree, by linear algebra in the blocks of the
/// multigrading.
public struct DegreeSpan {
    private let architecture: Architecture
    private let pieces: [TwoLayerPiece]
    private let grading: Multigrading
    private let vanishing: Set<Int>
    private let generators: [Polynomial]

    /// The most monomials of one degree that are looked at.
    static let largestMonomialCount = 3_000_000

    /// - Parameter generators: homogeneous for the multigrading and contained in the prime ideal, as all
    ///   generators of ``IdealGenerators`` are.
    public init(_ architecture: Architecture, generators: [Polynomial]) {
        self.architecture = architecture
        pieces = architecture.reduced.pieces.filter { $0.commonFactorDegree > 0 }
        grading = Multigrading(architecture)
        // Work modulo the variables among the generators: they only multiply the size of everything.
        vanishing = Set(
            generators.filter { $0.degree == 1 && $0.termCount == 1 }.map { Int($0.monomial(0)[0]) })
        self.generators = generators.compactMap { [vanishing] in
            let rest = $0.removingTerms(with: vanishing)
            return rest.isZero ? nil : rest
        }
    }

    /// The comparison in degree d, or nil if there are too many monomials.
    ///
    /// Modulo the variables that are among the generators.
    public func comparison(degree: Int) -> DegreeComparison? {
        let variables = (0..<architecture.endToEndFilterSize).filter { !vanishing.contains($0) }
        let count = Integer.binomial(variables.count + degree - 1, degree)
        guard count <= Integer(Self.largestMonomialCount) else { return nil }
        var blocks: [Multigrading.Degree: Block] = [:]
        Monomials.visit(degree: degree, variables: variables) { monomial in
            blocks[grading.degree(of: monomial), default: Block()].append(
                monomial, isInInitialIdeal: isNonface(monomial))
        }
        // Every shift x^a·f of a generator lies in one block.
        var shifts: [Multigrading.Degree: [(generator: Int, monomial: [UInt16])]] = [:]
        var shiftsByDegree: [Int: [[UInt16]]] = [:]
        for (index, generator) in generators.enumerated() where generator.degree <= degree {
            let rest = degree - generator.degree
            if shiftsByDegree[rest] == nil {
                var monomials: [[UInt16]] = []
                Monomials.visit(degree: rest, variables: variables) { monomials.append($0) }
                shiftsByDegree[rest] = monomials
            }
            for monomial in shiftsByDegree[rest] ?? [] {
                let key = grading.degree(of: monomial + generator.monomial(0))
                shifts[key, default: []].append((index, monomial))
            }
        }
        var spanned = 0
        for (key, list) in shifts {
            guard let block = blocks[key] else { continue }
            spanned += rank(of: list, in: block)
        }
        return DegreeComparison(
            degree: degree,
            primeIdealDimension: blocks.values.reduce(0) { $0 + $1.initialCount },
            spanDimension: spanned)
    }

    private func rank(of shifts: [(generator: Int, monomial: [UInt16])], in block: Block) -> Int {
        var echelon = EchelonForm(columnCount: block.places.count)
        for (index, shift) in shifts {
            // The span lies in I: once its dimension is reached, nothing can be added.
            if echelon.rank == block.initialCount { break }
            let generator = generators[index]
            let row = generator.coefficients.indices.compactMap { term -> (column: Int, value: Int)? in
                let monomial = (generator.monomial(term) + shift).sorted(by: >)
                return block.places[monomial].map { ($0, generator.coefficients[term]) }
            }
            _ = echelon.insert(row)
        }
        return echelon.rank
    }

    private func isNonface(_ monomial: [UInt16]) -> Bool {
        var support = monomial.reversed().map(Int.init)
        var unique: [Int] = []
        for variable in support where unique.last != variable { unique.append(variable) }
        support = unique
        return pieces.contains { $0.isNonface(support) }
    }

    private struct Block {
        var places: [[UInt16]: Int] = [:]
        var initialCount = 0

        mutating func append(_ monomial: [UInt16], isInInitialIdeal: Bool) {
            places[monomial] = places.count
            initialCount += isInInitialIdeal ? 1 : 0
        }
    }
}

import ExactAlgebra

/// What is known of the ideal up to some degree, and how the next degree is found.
struct LinearAlgebraSearch {
    private let variableCount: Int
    private let liftsElements: Bool
    private let coordinates: [Polynomial]
    private let parametrization: Parametrization
    private let multigrading: RandomMultigrading
    /// The leading monomials of I in the last degree.
    private var initialMonomials: Set<UInt128> = []
    /// The elements of the reduced Gröbner basis found so far, with coefficients modulo the prime.
    private var basis: [BlockElement] = []
    private var random = SplitMix(seed: 0x4e55_5241)
    /// For two layers: the symmetry of the ideal under SL₂ makes the linear algebra much smaller.
    private var highestWeights: HighestWeightSearch?

    /// - Parameter usesSymmetry: whether SL₂ is used where it acts.
    init(_ architecture: Architecture, liftsElements: Bool, usesSymmetry: Bool) throws {
        highestWeights = usesSymmetry ? HighestWeightSearch(architecture) : nil
        variableCount = architecture.endToEndFilterSize
        self.liftsElements = liftsElements
        parametrization = Parametrization(architecture)
        coordinates = try parametrization.coordinates()
        multigrading = RandomMultigrading(
            coordinates: coordinates, parameterCount: parametrization.parameterCount, using: &random)
    }

    /// - Precondition: the degrees before this one were done.
    mutating func next(_ degree: Int) throws -> LinearAlgebraIdeal.DegreeResult {
        if highestWeights != nil { return try nextBySymmetry(degree) }
        let blocks = self.blocks(degree)
        let points = blocks.reduce(0) { max($0, $1.free.count) } + 3
        let evaluations = (0..<points).map { _ in
            parametrization.randomPoint(in: EchelonForm.field, using: &random)
        }
        let seed = random.next()
        // Large blocks first, so that the processors end together.
        let results = concurrentMap(count: blocks.count) { [basis] index in
            blocks[index].solve(degree, evaluations, basis: basis, seed: seed)
        }
        var dimension = 0
        var minimal = 0
        var found: [BlockElement] = []
        initialMonomials.removeAll()
        for (block, result) in zip(blocks, results) {
            dimension += block.reducible.count + result.elements.count
            minimal += result.minimalCount
            found += result.elements
            for monomial in block.reducible { initialMonomials.insert(Self.packed(monomial)) }
            for element in result.elements { initialMonomials.insert(Self.packed(element.monomials[0])) }
        }
        found.sort { $0.monomials[0].lexicographicallyPrecedes($1.monomials[0]) }
        basis += found
        let elements = liftsElements ? try lift(found, degree) : []
        return LinearAlgebraIdeal.DegreeResult(
            degree: degree, dimension: dimension, leadingMonomials: found.map { $0.monomials[0] },
            elements: elements.map(\.polynomial), minimalGenerators: minimal,
            isProved: liftsElements && elements.allSatisfy(\.isProved))
    }

    private mutating func nextBySymmetry(_ degree: Int) throws -> LinearAlgebraIdeal.DegreeResult {
        guard let result = highestWeights?.next(degree, isLast: false), let blocks = highestWeights?.blocks()
        else { preconditionFailure("called for two layers only") }
        let known = initialMonomials
        let reduced = concurrentMap(count: blocks.count) { index in
            blocks[index].reduced { leading in
                !leading.indices.contains { known.contains(Self.packed(leading, without: $0)) }
            }
        }
        var found = reduced.flatMap(\.elements)
        let leading = reduced.flatMap(\.leading)
        initialMonomials = Set(leading.map { Self.packed($0) })
        found.sort { $0.monomials[0].lexicographicallyPrecedes($1.monomials[0]) }
        let elements = liftsElements ? try lift(found, degree) : []
        return LinearAlgebraIdeal.DegreeResult(
            degree: degree, dimension: leading.count, leadingMonomials: found.map { $0.monomials[0] },
            elements: elements.map(\.polynomial),
            minimalGenerators: Int(exactly: result.minimalGenerators) ?? -1,
            isProved: liftsElements && elements.allSatisfy(\.isProved))
    }

    private func lift(
        _ found: [BlockElement], _ degree: Int
    ) throws -> [(polynomial: Polynomial, isProved: Bool)] {
        let proof = SubstitutionProof(
            coordinates: coordinates, parameterCount: parametrization.parameterCount, degree: degree)
        let results = concurrentMap(count: found.count) {
            index -> Result<(Polynomial, Bool), LinearAlgebraError> in
            guard let polynomial = found[index].lifted() else { return .failure(.notLifted(degree: degree)) }
            guard let vanishes = proof?.vanishes(polynomial) else { return .success((polynomial, false)) }
            return vanishes ? .success((polynomial, true)) : .failure(.notAMember(degree: degree))
        }
        return try results.map { result in
            let (polynomial, isProved) = try result.get()
            if isProved { return (polynomial, true) }
            // Slower, for parameters or degrees that do not fit in a word.
            guard try polynomial.substituting(coordinates).isZero else {
                throw LinearAlgebraError.notAMember(degree: degree)
            }
            return (polynomial, true)
        }
    }

    /// The blocks of a degree, the largest first.
    private func blocks(_ degree: Int) -> [LinearAlgebraBlock] {
        var byKey: [UInt64: LinearAlgebraBlock] = [:]
        Monomials.visit(degree: degree, variables: Array(0..<variableCount)) { monomial in
            let key = multigrading.degree(of: monomial)
            let isReducible =
                degree > 1
                && monomial.indices.contains { place in
                    if place > 0, monomial[place] == monomial[place - 1] { return false }
                    return initialMonomials.contains(Self.packed(monomial, without: place))
                }
            if isReducible {
                byKey[key, default: LinearAlgebraBlock()].reducible.append(monomial)
            } else {
                byKey[key, default: LinearAlgebraBlock()].free.append(monomial)
            }
        }
        for (index, element) in basis.enumerated() {
            Monomials.visit(
                degree: degree - element.monomials[0].count, variables: Array(0..<variableCount)
            ) { monomial in
                let key = multigrading.degree(of: monomial + element.monomials[0])
                byKey[key]?.shifts.append((index, monomial))
            }
        }
        return byKey.values.sorted { $0.free.count > $1.free.count }
    }

    private static func packed(_ monomial: [UInt16], without place: Int? = nil) -> UInt128 {
        var result: UInt128 = 0
        for index in monomial.indices where index != place {
            result = result << 16 | UInt128(monomial[index] + 1)
        }
        return result
    }
}

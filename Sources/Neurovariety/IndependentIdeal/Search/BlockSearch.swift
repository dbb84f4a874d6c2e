import ExactAlgebra

/// Finds the ideal by evaluating each block of a grading for itself; for all architectures.
///
/// In each block, the monomials that no leading monomial of lower degree divides are evaluated at random points of the
/// variety, from the smallest monomial up. A monomial whose column depends on smaller ones is the leading monomial of a
/// new element of the ideal. (Buchberger–Möller, for the parametrization.)
struct BlockSearch<Blocks: Grading>: DegreeSearch {
    private let parametrization: Parametrization
    private let grading: Blocks
    /// The leading monomials of I in the last degree.
    private var initialMonomials: Set<Monomial> = []
    /// The elements of the reduced Gröbner basis found so far, with coefficients modulo the prime.
    private var basis: [BlockElement] = []
    private var random: SplitMix

    init(_ parametrization: Parametrization, grading: Blocks, random: SplitMix) {
        self.parametrization = parametrization
        self.grading = grading
        self.random = random
    }

    mutating func next(_ degree: Int) -> FoundDegree {
        let blocks = self.blocks(degree)
        let points = blocks.reduce(0) { max($0, $1.free.count) } + 3
        let evaluations = (0..<points).map { _ in
            parametrization.randomPoint(in: EliminationField.field, using: &random)
        }
        let seed = random.next()
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
            initialMonomials.formUnion(block.reducible)
            initialMonomials.formUnion(result.elements.map { $0.monomials[0] })
        }
        found.sort { $0.monomials[0] > $1.monomials[0] }
        basis += found
        return FoundDegree(dimension: dimension, minimalGenerators: minimal, elements: found)
    }

    /// The blocks of a degree, the largest first, so that the processors end together.
    private func blocks(_ degree: Int) -> [IdealBlock] {
        let variables = Array(0..<parametrization.architecture.endToEndFilterSize)
        var byKey: [Blocks.Degree: IdealBlock] = [:]
        Monomial.visit(degree: degree, variables: variables) { monomial in
            let key = grading.degree(of: monomial)
            let isReducible =
                degree > 1
                && (0..<monomial.degree).contains { place in
                    if place > 0, monomial[place] == monomial[place - 1] { return false }
                    return initialMonomials.contains(monomial.removing(at: place))
                }
            if isReducible {
                byKey[key, default: IdealBlock()].reducible.append(monomial)
            } else {
                byKey[key, default: IdealBlock()].free.append(monomial)
            }
        }
        for (index, element) in basis.enumerated() {
            Monomial.visit(
                degree: degree - element.monomials[0].degree, variables: variables
            ) { monomial in
                let key = grading.degree(of: monomial * element.monomials[0])
                byKey[key]?.shifts.append((index, monomial))
            }
        }
        return byKey.values.sorted { $0.free.count > $1.free.count }
    }
}

import ExactAlgebra
import Neurovariety

/// How many networks have a given filter, counted exactly: networks of the reduced architecture, up to scaling of the layers.
public struct NetworkCounts: Hashable, Sendable {
    /// With complex layers.
    public let complex: Integer
    /// With real layers of the reduced architecture.
    public let real: Integer
    /// With real layers of the architecture as given: the filters of all blocks split.
    public let split: Integer

    /// Nothing to choose.
    init(complex: Integer, real: Integer, split: Integer) {
        (self.complex, self.real, self.split) = (complex, real, split)
    }

    /// Every choice of roots for the blocks, with the right degrees, is a network. Choices at different trees are independent,
    /// so that the numbers are coefficients of a product over all trees; a choice is real if it is the same at conjugate
    /// roots, and its blocks split if enough of the roots it takes are real.
    ///
    /// - Parameter realRootCount: of the filter, with multiplicity, 0 and ∞ included; used if layers of the first block share
    ///   real roots.
    /// - Returns: nil if there are too many combinations of degrees.
    init?(_ forest: RootForest, _ real: RealForest, realRootCount: Int) {
        let blocks = forest.blocks
        let tally = Tally(forest, .none(blocks))
        guard let complex = tally.count(forest),
            let all = tally.count(real, forest),
            let split = Tally(forest, RealRootNeeds(blocks, realRootCount: realRootCount)).count(real, forest)
        else { return nil }
        self.init(complex: complex, real: all, split: split)
    }
}

/// Counting with exponents for: what each block above the first takes, or leaves; then, where real roots are counted, those of each such
/// block, up to the number it needs; and those of the filter that these blocks take away from the first.
private struct Tally {
    private let blocks: [LayerBlock]
    private let measure: RootMeasure
    private let targets: [Int]
    private let needs: RealRootNeeds
    private let special: SpecialPoints

    init(_ forest: RootForest, _ needs: RealRootNeeds) {
        blocks = forest.blocks
        measure = RootMeasure(forest)
        targets = measure.targets
        special = SpecialPoints(forest, measure)
        self.needs = needs
    }

    // MARK: Complex roots

    private func units(_ level: Int, _ count: Int) -> [Int] {
        targets.indices.map { $0 == level - 1 ? count : 0 }
    }

    /// - Parameter limits: of the degrees.
    private func polynomial(_ tree: RootTree, _ limits: [Int]) -> DegreePolynomial {
        var result = DegreePolynomial(limits: limits)
        for taken in measure.choices(tree.level, of: tree.multiplicity, limit: limits[tree.level - 1]) {
            var choice = DegreePolynomial.one(limits)
            for (child, count) in tree.lowered(by: taken).children {
                choice = choice * polynomial(child, limits).power(count)
            }
            let exponent = measure.exponent(tree.level, taking: taken, of: tree.multiplicity)
            result += choice.shifted(by: units(tree.level, exponent))
        }
        return result
    }

    func count(_ forest: RootForest) -> Integer? {
        guard
            let series = DegreeSeries(
                forest.trees.map { (polynomial($0.key, targets), $0.value) }, limits: targets)
        else { return nil }
        // Without 0 and ∞ the trees count what is wanted.
        guard special.areTaken else { return series[targets] }
        return series.reduce(.zero) { sum, exponents, number in
            special.needed(exponents).map { sum + number * special.count($0) } ?? sum
        }
    }

    // MARK: Real roots

    private func state(_ tree: RealRootTree, taking taken: Int) -> [Int] {
        let level = tree.level
        return units(level, measure.exponent(level, taking: taken, of: tree.multiplicity))
            + targets.indices.map { $0 == level - 1 && needs.above[$0] > 0 ? taken : 0 }
            + [needs.mostTaken == nil ? 0 : taken * tree.realRootCount]
    }

    /// More real roots than a block needs are as good as those it needs.
    private func capped(_ polynomial: DegreePolynomial) -> DegreePolynomial {
        var result = DegreePolynomial(limits: polynomial.limits)
        for (exponents, value) in polynomial.terms {
            var exponents = exponents
            for index in targets.indices {
                exponents[targets.count + index] = min(needs.above[index], exponents[targets.count + index])
            }
            result.add(exponents, value)
        }
        return result
    }

    private func polynomial(_ tree: RealRootTree, _ limits: [Int]) -> DegreePolynomial {
        var result = DegreePolynomial(limits: limits)
        for taken in measure.choices(tree.level, of: tree.multiplicity, limit: limits[tree.level - 1]) {
            let lowered = tree.lowered(by: taken)
            var choice = DegreePolynomial.one(limits)
            for child in lowered.realChildren { choice = capped(choice * polynomial(child, limits)) }
            for (pair, count) in lowered.pairs {
                var doubled = DegreePolynomial(limits: limits)
                for (exponents, value) in polynomial(pair, targets).terms {
                    doubled.add(exponents.map { 2 * $0 } + targets.map { _ in 0 } + [0], value)
                }
                choice = choice * doubled.power(count)
            }
            result += choice.shifted(by: state(tree, taking: taken))
        }
        return capped(result)
    }

    func count(_ real: RealForest, _ forest: RootForest) -> Integer? {
        if let most = needs.mostTaken, most < 0 { return .zero }
        let halves = targets.map { $0 / 2 }
        guard
            let pairs = DegreeSeries(
                real.pairs.map { (polynomial($0.key, halves), $0.value) }, limits: halves)
        else { return nil }
        // Real roots beyond the cap come first, and are cut off then.
        let limits = targets + blocks.dropFirst().map(\.degree) + [needs.mostTaken ?? 0]
        var states = DegreePolynomial.one(limits)
        for (tree, count) in real.realTrees.reduce(into: [RealRootTree: Int](), { $0[$1, default: 0] += 1 }) {
            let polynomial = polynomial(tree, limits)
            for _ in 0..<count {
                guard states.terms.count * polynomial.terms.count <= DegreeSeries.mostSteps / 20 else {
                    return nil
                }
                states = capped(states * polynomial)
            }
        }
        return sum(states, pairs)
    }

    private func sum(_ states: DegreePolynomial, _ pairs: DegreeSeries) -> Integer? {
        var sum = Integer.zero
        func add(_ state: [Int], _ exponents: [Int], _ number: Integer) {
            guard let needed = special.needed(exponents) else { return }
            // 0 and ∞ are real.
            let roots = needed.indices.map { state[targets.count + $0] + needed[$0] }
            let taken = state[2 * targets.count] + special.rootCount(needed)
            if needs.areMet(roots, taken: taken) { sum = sum + number * special.count(needed) }
        }
        guard special.areTaken else {
            for (state, value) in states.terms {
                let rest = targets.indices.map { targets[$0] - state[$0] }
                if rest.allSatisfy({ $0 % 2 == 0 }) {
                    add(state, targets, value * pairs[rest.map { $0 / 2 }])
                }
            }
            return sum
        }
        guard states.terms.count <= DegreeSeries.mostSteps / 20 / pairs.termCount else { return nil }
        for (state, value) in states.terms {
            pairs.reduce(()) { _, halves, number in
                let exponents = targets.indices.map { state[$0] + 2 * halves[$0] }
                if zip(exponents, targets).allSatisfy({ $0 <= $1 }) { add(state, exponents, value * number) }
            }
        }
        return sum
    }
}

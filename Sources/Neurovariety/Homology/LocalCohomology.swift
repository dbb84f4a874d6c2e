import ExactAlgebra

/// The local cohomology `H^i_m(A)` of the homogeneous coordinate ring `A = ℚ[w]/I` of a neurovariety, by a closed formula.
///
/// Let the architecture be reduced, or `k_1 = 1`, and `B_ℓ = k_ℓ − 1`. Take all `τ_1, …, τ_{L−1} ≥ 0`, and with them
/// `E = B_1 − s_1τ_1`, `y_ℓ = B_{ℓ+1} − s_{ℓ+1}τ_{ℓ+1}` for ℓ < L − 1, and `y_{L−1} = B_L`, such that `E ≥ 0`, and for each ℓ
/// either `y_ℓ ≥ 1` or `y_ℓ = −τ_ℓ`. Then, for d ≥ 1, `dim H^i_m(A)_{−d}` is the sum of
///
/// `binom(d−1, E)·Π_{y_ℓ≥1} binom(y_ℓ+τ_ℓ−1, y_ℓ−1)·binom(d−1+τ_ℓ, y_ℓ+τ_ℓ)`
///
/// over those with `1 + E + Σ_{y_ℓ≥1} (y_ℓ + 2τ_ℓ) = i`, and there is nothing in degrees from 0 on. All τ_ℓ = 0 gives the part of
/// `H^D` that the Segre variety has. A summand vanishes unless `d − 1` reaches E and all y_ℓ.
///
/// Proved for the initial complex Δ in the article `Homology` of this documentation; by Conca and Varbaro (Inventiones
/// mathematicae 221, 2020) it is the same for I, whose initial ideal is squarefree.
public struct LocalCohomology: Sendable {
    /// K, the number of variables.
    public let variableCount: Int
    /// D, the Krull dimension of A.
    public let dimension: Int
    /// For each i with `H^i_m(A) ≠ 0`, the largest degree in which it is not zero.
    public private(set) var topDegrees: [Int: Int]

    /// `k_ℓ − 1`.
    private let steps: [Int]
    /// `s_1, …, s_{L−1}`.
    private let strides: [Int]
    /// For ℓ = 1, …, L: what `B_1, …, B_ℓ` and `τ_1, …, τ_{ℓ−1}` can add to i − 1, by the last of these τ, with the least d − 1 that
    /// reaches `E, y_1, …, y_{ℓ−2}`, see ``lowest(_:surplus:)``.
    private var levels: [Level] = []

    private struct Level {
        /// By τ_ℓ: what there is before y_ℓ is chosen.
        var byCarry: [[Int: Int]] = []
        /// With `2τ_ℓ` added to i, over all τ_ℓ: what comes before any `y_ℓ ≥ 1`.
        var beforePositive: [Int: Int] = [:]
    }

    /// - Complexity: at most `b·D` for each layer, if τ_ℓ is at most b.
    public init(_ architecture: Architecture) {
        let reduced = architecture.reduced
        variableCount = architecture.endToEndFilterSize
        dimension = architecture.dimension
        steps = reduced.filterSizes.map { $0 - 1 }
        strides = reduced.strides
        topDegrees = [:]
        var largestCarry = 0
        for (layer, stride) in strides.enumerated() {
            largestCarry = (largestCarry + steps[layer]) / stride
            var level = Level()
            for carry in 0...largestCarry {
                let before = lowest(layer, surplus: steps[layer] - stride * carry)
                level.byCarry.append(before)
                for (place, least) in before {
                    level.beforePositive[place + 2 * carry, default: .max].lower(to: least)
                }
            }
            levels.append(level)
        }
        let all = lowest(steps.count - 1, surplus: steps[steps.count - 1])
        topDegrees = Dictionary(uniqueKeysWithValues: all.map { ($0.key + 1, -$0.value - 1) })
    }

    /// The least `d − 1` by `i − 1`, for what comes before layer ℓ (from 0) and y_ℓ, or E for ℓ = 0.
    private func lowest(_ layer: Int, surplus: Int) -> [Int: Int] {
        if layer == 0 { return surplus >= 0 ? [surplus: surplus] : [:] }
        let level = levels[layer - 1]
        if surplus <= 0 { return -surplus < level.byCarry.count ? level.byCarry[-surplus] : [:] }
        return Dictionary(
            uniqueKeysWithValues: level.beforePositive.map { ($0.key + surplus, max($0.value, surplus)) })
    }

    /// The dimension of `H^i_m(A)` in a degree.
    ///
    /// - Complexity: a product of binomials for each summand that is not zero.
    public func dimension(_ i: Int, inDegree degree: Int) -> Integer {
        guard degree < 0 else { return .zero }
        var sum = Sum(cohomology: self, leastDegree: -degree - 1)
        return sum.value(steps.count - 1, surplus: steps[steps.count - 1], place: i - 1)
    }

    /// Adds up the products; what several have in common is computed once.
    private struct Sum {
        let cohomology: LocalCohomology
        /// d − 1.
        let leastDegree: Int
        private var known: [Place: Integer] = [:]

        private struct Place: Hashable {
            let layer: Int
            let surplus: Int
            let place: Int
        }

        init(cohomology: LocalCohomology, leastDegree: Int) {
            (self.cohomology, self.leastDegree) = (cohomology, leastDegree)
        }

        /// For what comes before layer ℓ (from 0) and y_ℓ, or E for ℓ = 0, and adds this to i − 1.
        mutating func value(_ layer: Int, surplus: Int, place: Int) -> Integer {
            guard let least = cohomology.lowest(layer, surplus: surplus, place: place), least <= leastDegree
            else { return .zero }
            let key = Place(layer: layer, surplus: surplus, place: place)
            if let value = known[key] { return value }
            var sum = Integer.zero
            if layer == 0 {
                sum = .binomial(leastDegree, surplus)
            } else if surplus <= 0 {
                sum = value(layer - 1, carry: -surplus, place: place)
            } else {
                var choices = CarryChoices(surplus: surplus, leastDegree: leastDegree)
                for carry in cohomology.carries(layer, surplus: surplus, place: place) {
                    let before = value(layer - 1, carry: carry, place: place - surplus - 2 * carry)
                    if before != .zero { sum.add(productOf: before, and: choices.count(of: carry)) }
                }
            }
            known[key] = sum
            return sum
        }

        private mutating func value(_ layer: Int, carry: Int, place: Int) -> Integer {
            value(
                layer, surplus: cohomology.steps[layer] - cohomology.strides[layer] * carry, place: place)
        }
    }

    /// The τ_ℓ that go with a `y_ℓ ≥ 1`. Where they decide E, there is at most one, or they are all the same to i.
    private func carries(_ layer: Int, surplus: Int, place: Int) -> Range<Int> {
        let all = levels[layer - 1].byCarry.indices
        guard layer == 1 else { return all }
        // B_1 − s_1τ + y + 2τ = i − 1.
        let rest = steps[0] + surplus - place
        if strides[0] == 2 { return rest == 0 ? all : 0..<0 }
        let (carry, remainder) = rest.quotientAndRemainder(dividingBy: strides[0] - 2)
        return remainder == 0 && all.contains(carry) ? carry..<carry + 1 : 0..<0
    }

    /// One value of ``lowest(_:surplus:)``.
    private func lowest(_ layer: Int, surplus: Int, place: Int) -> Int? {
        if layer == 0 { return surplus >= 0 && surplus == place ? surplus : nil }
        let level = levels[layer - 1]
        if surplus <= 0 { return -surplus < level.byCarry.count ? level.byCarry[-surplus][place] : nil }
        return level.beforePositive[place - surplus].map { max($0, surplus) }
    }
}

extension Int {
    fileprivate mutating func lower(to value: Int) { self = Swift.min(self, value) }
}

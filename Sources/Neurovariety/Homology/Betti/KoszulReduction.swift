import ExactAlgebra

/// The Koszul complex of the coordinate ring, cut down to few elements by algebraic discrete Morse theory.
///
/// Let A′ be the coordinate ring modulo `w_0` and `w_{K−1}`, a regular sequence, and V the other vertices of Δ. The Koszul complex
/// `Λ V ⊗ A′`, whose homology is Tor, has a basis of pairs (σ, u) of a subset of V and a monomial whose support is a face.
/// Pairs whose product `w^σ·u` has a square are matched by the least variable v that occurs twice:
/// (σ, u) with v ∉ σ and (σ ∪ v, u/v). Of the others, (σ, F) and (σ − v, F ∪ v) are matched as F and F ∪ v are by a
/// ``FaceMatching`` of the faces inside σ ∪ F. Since the boundary keeps the product or makes it smaller in the monomial order,
/// the whole matching is acyclic, and the pairs without partner carry a complex with the same homology (Sköldberg; Jöllenbeck and
/// Welker). Its boundary is computed here, over ℤ: partners occur
/// in boundaries with coefficient ±1.
struct KoszulReduction {
    /// σ ⊗ u.
    struct Pair: Hashable {
        let set: VertexSet
        let monomial: Monomial
    }

    typealias Chain = [(pair: Pair, coefficient: Int)]

    private let basis: GroebnerBasis
    /// All faces inside V.
    private let faces: Set<VertexSet>
    private let allFaces: [VertexSet]
    /// Products of a standard monomial with a variable that are not standard.
    private var normalForms: [Monomial: Chain] = [:]
    private var matchings: [VertexSet: FaceMatching] = [:]
    /// What pairs with a larger partner come to.
    private var values: [Pair: [Pair: Int]] = [:]

    /// - Parameters:
    ///   - basis: with `w_0` and `w_{K−1}` set to zero.
    ///   - faces: all of those inside V.
    init(_ basis: GroebnerBasis, faces: [VertexSet]) {
        self.basis = basis
        allFaces = faces
        self.faces = Set(faces)
    }

    /// The boundary of a pair without partner, in pairs without partner.
    mutating func boundary(of pair: Pair) throws(PolynomialError) -> [Pair: Int] {
        try reduced(try fullBoundary(of: pair))
    }

    /// Forgets what was computed for other degrees.
    mutating func forget() {
        values.removeAll(keepingCapacity: true)
        matchings.removeAll(keepingCapacity: true)
    }

    private enum Role {
        case critical
        /// Its partner has one variable less in the set.
        case larger
        case smaller(than: Pair)
    }

    private mutating func role(_ pair: Pair) -> Role {
        var support: VertexSet = 0
        var twice: VertexSet = 0
        for place in 0..<pair.monomial.degree {
            let bit = VertexSet(vertex: pair.monomial[place])
            twice |= support & bit
            support |= bit
        }
        twice |= support & pair.set
        if twice != 0 {
            let vertex = twice.trailingZeroBitCount
            if pair.set.contains(vertex) { return .larger }
            var variables = pair.monomial.variables
            if let place = variables.firstIndex(of: vertex) { variables.remove(at: place) }
            return .smaller(
                than: Pair(set: pair.set | VertexSet(vertex: vertex), monomial: Monomial(variables)))
        }
        let all = pair.set | support
        guard let partner = matching(all).partner(of: support) else { return .critical }
        guard partner < support else { return .larger }
        return .smaller(than: Pair(set: all ^ partner, monomial: partner.monomial))
    }

    private mutating func matching(_ set: VertexSet) -> FaceMatching {
        if let known = matchings[set] { return known }
        let matching = FaceMatching(set, faces: allFaces.filter { $0 & ~set == 0 })
        matchings[set] = matching
        return matching
    }

    private mutating func fullBoundary(of pair: Pair) throws(PolynomialError) -> Chain {
        var result: Chain = []
        for (place, vertex) in pair.set.vertices.enumerated() {
            let set = pair.set ^ VertexSet(vertex: vertex)
            for (term, coefficient) in try product(pair.monomial, vertex) {
                result.append(
                    (
                        Pair(set: set, monomial: term.monomial),
                        place.isMultiple(of: 2) ? coefficient : -coefficient
                    ))
            }
        }
        return result
    }

    /// The normal form; the sets of its pairs are empty.
    private mutating func product(_ monomial: Monomial, _ vertex: Int) throws(PolynomialError) -> Chain {
        let product = monomial.times(vertex)
        if faces.contains(product.support.reduce(0) { $0 | VertexSet(vertex: $1) }) {
            return [(Pair(set: 0, monomial: product), 1)]
        }
        if let known = normalForms[product] { return known }
        let form = try basis.normalForm(Polynomial(terms: [(product, 1)]))
        let chain = form.coefficients.indices.map {
            (
                pair: Pair(set: 0, monomial: form.monomial($0)),
                coefficient: form.coefficients[$0]
            )
        }
        normalForms[product] = chain
        return chain
    }

    private mutating func reduced(_ chain: Chain) throws(PolynomialError) -> [Pair: Int] {
        var sum: [Pair: Int] = [:]
        for (pair, coefficient) in chain {
            switch role(pair) {
            case .critical: try Self.add(coefficient, 1, pair, to: &sum)
            case .larger: continue
            case .smaller:
                for (other, value) in try value(of: pair) {
                    try Self.add(coefficient, value, other, to: &sum)
                }
            }
        }
        return sum
    }

    /// A pair b with a larger partner a, `∂a = ±b + …`, becomes `∓(∂a ∓ b)`, whose terms are treated the same way. Without
    /// recursion: the way down can be long.
    private mutating func value(of wanted: Pair) throws(PolynomialError) -> [Pair: Int] {
        var waiting: [(pair: Pair, rest: Chain?)] = [(wanted, nil)]
        while let (pair, known) = waiting.last {
            if values[pair] != nil {
                waiting.removeLast()
                continue
            }
            if let known {
                // All that it leads to is known by now.
                values[pair] = try reduced(known)
                waiting.removeLast()
                continue
            }
            guard case .smaller(than: let partner) = role(pair) else { return [:] }
            var rest: Chain = []
            var factor: Int = 0
            for (other, coefficient) in try fullBoundary(of: partner) {
                if other == pair { factor = coefficient } else { rest.append((other, coefficient)) }
            }
            // ±1.
            rest = rest.map { ($0.pair, -factor * $0.coefficient) }
            waiting[waiting.count - 1].rest = rest
            for (other, _) in rest {
                if case .smaller = role(other), values[other] == nil { waiting.append((other, nil)) }
            }
        }
        return values[wanted] ?? [:]
    }

    private static func add(
        _ a: Int, _ b: Int, _ pair: Pair, to sum: inout [Pair: Int]
    ) throws(PolynomialError) {
        let (product, isLarge) = a.multipliedReportingOverflow(by: b)
        let (value, isLarger) = (sum[pair] ?? 0).addingReportingOverflow(product)
        guard !isLarge, !isLarger else { throw .overflow }
        sum[pair] = value == 0 ? nil : value
    }
}

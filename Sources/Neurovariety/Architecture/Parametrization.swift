import ExactAlgebra

/// The map from the coefficients of the layers to the end-to-end filter:
/// `w_j = Σ Π_ℓ a^{(ℓ)}_{i_ℓ}` over all `i` with `Σ i_ℓ S_ℓ = j`.
///
/// Parameters are numbered layer after layer.
public struct Parametrization: Sendable {
    /// Whose layers these are.
    public let architecture: Architecture

    /// Takes no time.
    public init(_ architecture: Architecture) {
        self.architecture = architecture
    }

    /// `Σ k_ℓ`.
    public var parameterCount: Int { architecture.filterSizes.reduce(0, +) }

    /// The end-to-end filter of layers with coefficients in a prime field.
    public func point(_ parameters: [UInt64], in field: PrimeField) -> [UInt64] {
        var filter: [UInt64] = [1]
        var offset = 0
        for (size, step) in zip(architecture.filterSizes, architecture.strideProducts) {
            var product = [UInt64](repeating: 0, count: filter.count + (size - 1) * step)
            for (place, value) in filter.enumerated() {
                for index in 0..<size {
                    let term = field.multiply(value, parameters[offset + index])
                    product[place + index * step] = field.add(product[place + index * step], term)
                }
            }
            filter = product
            offset += size
        }
        return filter
    }

    /// The filter of random layers: a random point of the neurovariety.
    public func randomPoint(in field: PrimeField, using generator: inout SplitMix) -> [UInt64] {
        point(field.randomPoint(count: parameterCount, using: &generator), in: field)
    }

    /// One random point of the neurovariety modulo `2^61 − 1`, the same for the same architecture: the place where
    /// what should vanish is checked.
    public var checkPoint: [UInt64] {
        var random = SplitMix(seed: 2401_16613)
        return randomPoint(in: .mersenne61, using: &random)
    }

    /// The coordinates `w_0, …, w_{K-1}` as polynomials in the parameters, from the definition.
    ///
    /// - Complexity: `Π k_ℓ` terms.
    public func coordinates() throws(PolynomialError) -> [Polynomial] {
        try Self.product(of: 0..<architecture.layerCount, architecture)
    }

    /// The coefficients of the product of some layers, in powers of the step of the first of them.
    ///
    /// Every choice of one coefficient a layer gives one term.
    static func product(
        of layers: Range<Int>, _ architecture: Architecture
    ) throws(PolynomialError) -> [Polynomial] {
        let unit = layers.isEmpty ? 1 : architecture.strideProducts[layers.lowerBound]
        var choices: [(place: Int, monomial: Monomial)] = [(0, .one)]
        for layer in layers {
            let offset = architecture.filterSizes[..<layer].reduce(0, +)
            let step = architecture.strideProducts[layer] / unit
            choices = choices.flatMap { choice in
                (0..<architecture.filterSizes[layer]).map {
                    (choice.place + $0 * step, choice.monomial.times(offset + $0))
                }
            }
        }
        let length = (choices.map(\.place).max() ?? 0) + 1
        var terms = [[(monomial: Monomial, coefficient: Int)]](repeating: [], count: length)
        for choice in choices { terms[choice.place].append((choice.monomial, 1)) }
        var result: [Polynomial] = []
        for list in terms { result.append(try Polynomial(terms: list)) }
        return result
    }
}

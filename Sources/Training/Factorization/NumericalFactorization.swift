import ExactAlgebra
import Neurovariety

/// Layers of a network with a given end-to-end filter, in double precision.
public struct NumericalFactorization: Sendable {
    /// The largest coefficient of every layer but the first is 1.
    public let layers: [[Complex]]
    /// How far the product misses the filter, relative to it.
    public let residual: Double

    /// Whether every layer is real, to working precision.
    public var isReal: Bool {
        layers.allSatisfy { layer in
            let size = layer.reduce(0) { max($0, $1.magnitude) }
            return layer.allSatisfy { abs($0.imaginary) <= 1e-9 * size }
        }
    }

    /// A root of a form: a point of the projective line.
    private struct Root {
        let x: Complex
        let y: Complex
    }

    /// All networks up to scaling, at most ``FilterFactorization/mostListed``, real ones first.
    static func all(of form: BinaryForm, _ architecture: Architecture, scale: Double)
        -> [NumericalFactorization]
    {
        let largest = form.coefficients.reduce(0) { max($0, abs($1.approximation)) }
        let filter = form.coefficients.map { Complex($0.approximation / largest) }
        let layer = architecture.layerCount - 1
        let common = form.commonFactor(step: architecture.strideProducts[layer])
        // Exact multiplicities, numerical places.
        let roots = common.squarefreeFactors.flatMap { factor, multiplicity in
            Self.roots(factor).map { ($0, multiplicity) }
        }
        var found: [NumericalFactorization] = []
        choose(roots, count: architecture.filterSizes[layer] - 1) { choice in
            guard found.count < FilterFactorization.mostListed else { return }
            let last = product(choice)
            let rest = quotient(filter, by: last, step: architecture.strideProducts[layer])
            for layers in factorizations(rest, architecture, layers: layer)
            where found.count < FilterFactorization.mostListed {
                var layers = layers + [last]
                let residual = Self.residual(layers, architecture, filter)
                guard residual <= FilterFactorization.tolerance else { continue }
                layers[0] = layers[0].map { $0 * (largest / scale) }
                found.append(NumericalFactorization(layers: layers, residual: residual))
            }
        }
        return found.filter(\.isReal) + found.filter { !$0.isReal }
    }

    /// The layers below, for a numerical filter: common roots within the tolerance.
    private static func factorizations(
        _ filter: [Complex], _ architecture: Architecture, layers count: Int
    ) -> [[[Complex]]] {
        guard count > 1 else { return [[filter]] }
        let step = architecture.strideProducts[count - 1]
        let roots = commonRoots(filter, step: step)
        var result: [[[Complex]]] = []
        choose(roots.map { ($0, 1) }, count: architecture.filterSizes[count - 1] - 1) { choice in
            guard result.count < FilterFactorization.mostListed else { return }
            let last = product(choice)
            let rest = quotient(filter, by: last, step: step)
            result += factorizations(rest, architecture, layers: count - 1).map { $0 + [last] }
        }
        return result
    }

    private static func roots(_ form: BinaryForm) -> [Root] {
        if form.coefficients[0].signum == 0 { return [Root(x: .one, y: .zero)] }
        let largest = form.coefficients.reduce(0) { max($0, abs($1.approximation)) }
        return PolynomialRoots.of(form.coefficients.map { Complex($0.approximation / largest) }).map {
            Root(x: $0, y: .one)
        }
    }

    /// Roots of one form of the decomposition at which the others vanish too, to about half the digits.
    private static func commonRoots(_ filter: [Complex], step: Int) -> [Root] {
        let forms = (0..<min(step, filter.count)).map { residue in
            stride(from: residue, to: filter.count, by: step).map { filter[$0] }
        }.filter { form in form.contains { $0.magnitude > 1e-12 } }
        guard let shortest = forms.min(by: { $0.count < $1.count }) else { return [] }
        let zeros = shortest.prefix { $0.magnitude <= 1e-12 }.count
        let roots =
            [Root](repeating: Root(x: .one, y: .zero), count: zeros)
            + PolynomialRoots.of(Array(shortest[zeros...])).map { Root(x: $0, y: .one) }
        return roots.filter { root in
            forms.allSatisfy { form in
                var (value, size) = (Complex.zero, 0.0)
                let unit = 1 / max(root.x.magnitude, root.y.magnitude)
                for (place, coefficient) in form.enumerated() {
                    var term = coefficient
                    for _ in 0..<(form.count - 1 - place) { term = term * root.x * unit }
                    for _ in 0..<place { term = term * root.y * unit }
                    value += term
                    size = max(size, coefficient.magnitude)
                }
                return value.magnitude <= 1e-6 * size
            }
        }
    }

    /// Every choice of so many roots, with multiplicities.
    private static func choose(
        _ roots: [(root: Root, multiplicity: Int)], count: Int, from start: Int = 0, taken: [Root] = [],
        _ body: ([Root]) -> Void
    ) {
        if taken.count == count { return body(taken) }
        guard start < roots.count else { return }
        for copies in stride(from: min(roots[start].multiplicity, count - taken.count), through: 0, by: -1) {
            choose(
                roots, count: count, from: start + 1,
                taken: taken + [Root](repeating: roots[start].root, count: copies), body)
        }
    }

    /// `Π (y_i x − x_i y)`, with largest coefficient 1.
    private static func product(_ roots: [Root]) -> [Complex] {
        var form = [Complex.one]
        for root in roots {
            var next = [Complex](repeating: .zero, count: form.count + 1)
            for (place, value) in form.enumerated() {
                next[place] += value * root.y
                next[place + 1] -= value * root.x
            }
            form = next
        }
        let lead = form.max { $0.squaredMagnitude < $1.squaredMagnitude } ?? .one
        return form.map { $0 / lead }
    }

    /// Division from the end that is better conditioned.
    private static func quotient(_ filter: [Complex], by layer: [Complex], step: Int) -> [Complex] {
        let count = filter.count - (layer.count - 1) * step
        let isReversed = (layer.last?.magnitude ?? 0) > layer[0].magnitude
        let divisor = isReversed ? layer.reversed() : layer
        var rest = isReversed ? filter.reversed() : filter
        let zeros = divisor.prefix { $0.magnitude < 1e-12 }.count
        var quotient = [Complex](repeating: .zero, count: count)
        for place in 0..<count {
            let factor = rest[place + zeros * step] / divisor[zeros]
            quotient[place] = factor
            for (index, value) in divisor.enumerated() { rest[place + index * step] -= factor * value }
        }
        return isReversed ? quotient.reversed() : quotient
    }

    private static func residual(_ layers: [[Complex]], _ architecture: Architecture, _ filter: [Complex])
        -> Double
    {
        let product = FilterStructure(architecture).filter(of: layers.flatMap(\.self))
        var (difference, size) = (0.0, 0.0)
        for (a, b) in zip(product, filter) {
            difference = max(difference, (a - b).magnitude)
            size = max(size, b.magnitude)
        }
        return difference / size
    }
}

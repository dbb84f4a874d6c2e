import ExactAlgebra
import Neurovariety

/// End-to-end filters from layers, by the definition.
enum LayerProducts {
    static func filter(_ layers: [[Rational]], _ architecture: Architecture) -> [Rational] {
        var product: [Rational] = [Rational(1)]
        for (layer, step) in zip(layers, architecture.strideProducts) {
            var next = [Rational](repeating: Rational(0), count: product.count + (layer.count - 1) * step)
            for (i, a) in layer.enumerated() {
                for (j, b) in product.enumerated() {
                    next[j + i * step] = sum(
                        next[j + i * step], Rational(a.numerator * b.numerator, a.denominator * b.denominator)
                    )
                }
            }
            product = next
        }
        return product
    }

    static func filter(_ layers: [[Int]], _ architecture: Architecture) -> [Rational] {
        filter(layers.map { $0.map { Rational(Integer($0)) } }, architecture)
    }

    /// The end-to-end filter of products of factors; factors of merged layers may stand with any of them.
    static func filter(steps: [Int], _ factors: [[[Int]]]) -> [Rational] {
        let product = zip(factors, steps).reduce([Integer.one]) { filter, layer in
            let form = spread(Self.product(layer.0), by: layer.1)
            var next = [Integer](repeating: .zero, count: filter.count + form.count - 1)
            for (i, a) in form.enumerated() {
                for (j, b) in filter.enumerated() { next[i + j] = next[i + j] + Integer(a) * b }
            }
            return next
        }
        return product.map { Rational($0) }
    }

    private static func sum(_ a: Rational, _ b: Rational) -> Rational {
        Rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
    }

    /// The product of forms in one variable.
    static func product(_ forms: [[Int]]) -> [Int] {
        forms.reduce([1]) { product, form in
            var next = [Int](repeating: 0, count: product.count + form.count - 1)
            for (i, a) in form.enumerated() {
                for (j, b) in product.enumerated() { next[i + j] += a * b }
            }
            return next
        }
    }

    /// The same coefficients on powers of a step.
    static func spread(_ form: [Int], by step: Int) -> [Int] {
        (0...((form.count - 1) * step)).map { $0 % step == 0 ? form[$0 / step] : 0 }
    }
}

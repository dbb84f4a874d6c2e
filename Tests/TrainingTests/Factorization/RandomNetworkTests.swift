import ExactAlgebra
import Foundation
import Neurovariety
import Testing

@testable import Training

@Suite struct RandomNetworkTests {
    /// An architecture of one to four layers and factors of integer layers of it; planted ones are factors in powers of the next
    /// stride, and repeated ones.
    private static func random(_ generator: inout SplitMix, planted: Bool) throws -> (Architecture, [[[Int]]])
    {
        let count = Int.random(in: 1...4, using: &generator)
        let strides = (1..<max(1, count)).map { _ in Int.random(in: 1...3, using: &generator) }
        let sizes = (0..<count).map { _ in Int.random(in: 1...5, using: &generator) }
        let architecture = try Architecture(filterSizes: sizes, strides: strides)
        let shared = (0..<2).map { _ in [1, Int.random(in: -2...2, using: &generator)] }
        let layers = sizes.indices.map { layer -> [[Int]] in
            var room = sizes[layer] - 1
            var factors: [[Int]] = []
            if planted {
                let stride = layer < strides.count ? strides[layer] : 1
                while room > 0 {
                    let factor = shared[Int.random(in: 0...1, using: &generator)]
                    if room >= stride, Int.random(in: 0...2, using: &generator) > 0 {
                        factors.append(LayerProducts.spread(factor, by: stride))
                        room -= stride
                    } else {
                        factors.append(Int.random(in: 0...3, using: &generator) == 0 ? [0, 1] : factor)
                        room -= 1
                    }
                }
            }
            while true {
                let rest = (0...room).map { _ in Int.random(in: -9...9, using: &generator) }
                if rest.contains(where: { $0 != 0 }), hasSimpleRoots(rest) { return factors + [rest] }
            }
        }
        return (architecture, layers)
    }

    /// The numerical roots of brute force must be simple; multiple ones are planted as factors.
    private static func hasSimpleRoots(_ factor: [Int]) -> Bool {
        SquarefreeDecomposition(BinaryForm(coefficients: factor.map { Integer($0) })).parts
            .allSatisfy { $0.multiplicity == 1 }
    }

    /// Factors of layers of merged blocks without enough real roots: the last factors of two layers with stride 1 between them are
    /// replaced by positive definite forms.
    private static func withoutRealRoots(_ generator: inout SplitMix) throws -> (Architecture, [[[Int]]]) {
        while true {
            var (architecture, factors) = try random(
                &generator, planted: Int.random(in: 0...2, using: &generator) == 0)
            guard let block = architecture.blocks.first(where: { $0.neededRealRoots > 1 }) else { continue }
            let real =
                Int.random(in: 0..<(block.neededRealRoots / 2), using: &generator) * 2 + block.degree % 2
            for layer in block.layers { factors[layer] = [[1]] }
            var forms = (0..<real).map { _ in [1, Int.random(in: -9...9, using: &generator)] }
            for _ in 0..<((block.degree - real) / 2) {
                let (a, b) = (
                    Int.random(in: -3...3, using: &generator), Int.random(in: 1...5, using: &generator)
                )
                forms.append([1, 2 * a, a * a + b])
            }
            factors[block.layers[0]] = forms
            return (architecture, factors)
        }
    }

    /// Every filter of integer layers is recognized.
    @Test func productsOfLayers() throws {
        let seed = UInt64(Date().timeIntervalSince1970)
        var generator = SplitMix(seed: seed)
        var ambiguous = 0
        for index in 0..<400 {
            let (architecture, factors) = try Self.random(&generator, planted: index % 3 == 0)
            let comment: Comment = "seed \(seed), case \(index): \(architecture), \(factors)"
            let networks = try check(factors, architecture, comment)
            #expect(networks?.isReached == true && networks?.obstruction == nil, comment)
            #expect(networks?.listed.first?.layers != nil, comment)
            if let counts = networks?.counts, counts.complex > 1 { ambiguous += 1 }
        }
        #expect(ambiguous > 20, "seed \(seed)")
    }

    /// Filters of which a merged layer has too few real roots are not.
    @Test func productsOfForms() throws {
        let seed = UInt64(Date().timeIntervalSince1970)
        var generator = SplitMix(seed: seed)
        var refused = 0
        for index in 0..<400 {
            let (architecture, factors) = try Self.withoutRealRoots(&generator)
            let comment: Comment = "seed \(seed), case \(index): \(architecture), \(factors)"
            let networks = try check(factors, architecture, comment)
            // Other ways to share roots may split.
            if networks?.counts?.complex == 1 {
                refused += 1
                #expect(networks?.isReached == false, comment)
                guard case .tooFewRealRoots(_, let needed, let found, _) = networks?.obstruction else {
                    Issue.record(comment)
                    continue
                }
                #expect(found < needed, comment)
            }
            #expect((networks?.isReached == true) == (networks?.obstruction == nil), comment)
        }
        #expect(refused > 200, "seed \(seed)")
    }

    /// The networks of a filter against brute force, and every one that is listed against the filter.
    private func check(_ factors: [[[Int]]], _ architecture: Architecture, _ comment: Comment) throws
        -> FilterNetworks?
    {
        let most = 60
        let filter = LayerProducts.filter(steps: architecture.strideProducts, factors)
        let result = try FilterFactorization(filter, architecture, mostListed: most)
        guard case .inside(let networks) = result.answer, let counts = networks.counts else {
            Issue.record(comment)
            return nil
        }
        let expected = BruteForceNetworks(factors, architecture).counts()
        #expect(
            counts.complex == Integer(expected.complex) && counts.real == Integer(expected.real)
                && counts.split == Integer(expected.split), comment)
        #expect(networks.listed.count == min(expected.complex, most), comment)
        for network in networks.listed {
            #expect(network.residual < 1e-8, comment)
            #expect(Multiplication.residual(network.blocks, architecture.reduced, filter) < 1e-8, comment)
            if let layers = network.layers {
                #expect(
                    layers.map(\.size) == architecture.filterSizes && layers.allSatisfy(\.isReal), comment)
                #expect(Multiplication.residual(layers, architecture, filter) < 1e-8, comment)
            }
        }
        let distinct = Set(networks.listed.map { $0.blocks.map(\.fingerprint) })
        #expect(distinct.count == networks.listed.count, comment)
        #expect(networks.listed.count { $0.isReal } == min(expected.real, most), comment)
        #expect(networks.listed.count { $0.layers != nil } == min(expected.split, most), comment)
        return networks
    }
}

/// Layers against a filter.
private enum Multiplication {
    /// 0 only for equality of rational layers.
    static func residual(_ layers: [LayerFilter], _ architecture: Architecture, _ filter: [Rational])
        -> Double
    {
        var rational: [[Rational]] = []
        for case .exact(let values) in layers { rational.append(values) }
        if rational.count == layers.count {
            return LayerProducts.filter(rational, architecture) == filter ? 0 : 1
        }
        var product = [Complex.one]
        for (layer, step) in zip(layers.map(\.approximations), architecture.strideProducts) {
            var next = [Complex](repeating: .zero, count: product.count + (layer.count - 1) * step)
            for (i, a) in layer.enumerated() {
                for (j, b) in product.enumerated() { next[j + i * step] += a * b }
            }
            product = next
        }
        let largest = filter.map { abs($0.approximation) }.max() ?? 0
        return zip(product, filter).reduce(0) { max($0, ($1.0 - Complex($1.1.approximation)).magnitude) }
            / largest
    }
}

extension LayerFilter {
    fileprivate var size: Int {
        switch self {
        case .exact(let values): return values.count
        case .numerical(let values): return values.count
        }
    }

    /// The same for the same filter up to scaling.
    fileprivate var fingerprint: [Int] {
        let values = approximations
        let lead = values.max { $0.magnitude * (1 - 1e-6) < $1.magnitude } ?? .one
        return values.flatMap { value in
            let ratio = value / lead
            return [Int((ratio.real * 1e5).rounded()), Int((ratio.imaginary * 1e5).rounded())]
        }
    }
}

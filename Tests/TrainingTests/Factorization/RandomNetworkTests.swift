import ExactAlgebra
import Foundation
import Neurovariety
import Testing

@testable import Training

@Suite struct RandomNetworkTests {
    /// An architecture of one to four layers and factors of integer layers of it; planted ones are factors in powers of the next
    /// stride, and repeated ones.
    private static func random(_ generator: inout SplitMix, planted: Bool) throws -> (Architecture, [[[Int]]]) {
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
                if rest.contains(where: { $0 != 0 }) { return factors + [rest] }
            }
        }
        return (architecture, layers)
    }

    /// Every filter of integer layers is recognized, and its networks are counted as by brute force.
    @Test func productsOfLayers() throws {
        let seed = UInt64(Date().timeIntervalSince1970)
        var generator = SplitMix(seed: seed)
        for index in 0..<400 {
            let (architecture, factors) = try Self.random(&generator, planted: index % 3 == 0)
            let layers = factors.map(LayerProducts.product)
            let filter = LayerProducts.filter(layers, architecture)
            let comment: Comment = "seed \(seed), case \(index): \(architecture), \(layers)"
            let result = try FilterFactorization(filter, architecture, mostListed: 60)
            #expect(result.isInNeurovariety && result.isInNeuromanifold == true, comment)
            guard case .inside(let networks) = result.answer, let counts = networks.counts else {
                Issue.record(comment)
                continue
            }
            #expect(networks.obstruction == nil, comment)
            #expect(counts.complex == Integer(BruteForceNetworks(factors, architecture).count), comment)
            #expect(networks.listed.count == Int(exactly: counts.complex).map { min($0, 60) }, comment)
            #expect(networks.listed.first?.layers != nil, comment)
            for network in networks.listed {
                #expect(network.residual < 1e-8, comment)
                #expect(
                    Multiplication.residual(network.blocks, architecture.reduced, filter) < 1e-8, comment)
                if let layers = network.layers {
                    #expect(layers.map(\.size) == architecture.filterSizes && layers.allSatisfy(\.isReal))
                    #expect(Multiplication.residual(layers, architecture, filter) < 1e-8, comment)
                }
            }
            let distinct = Set(networks.listed.map { $0.blocks.map(\.fingerprint) })
            #expect(distinct.count == networks.listed.count, comment)
            #expect(Integer(networks.listed.count { $0.isReal }) == min(counts.real, 60), comment)
            #expect(Integer(networks.listed.count { $0.layers != nil }) == min(counts.split, 60), comment)
        }
    }
}

/// Layers against a filter.
private enum Multiplication {
    /// 0 only for equality of rational layers.
    static func residual(_ layers: [LayerFilter], _ architecture: Architecture, _ filter: [Rational]) -> Double {
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
        return zip(product, filter).reduce(0) { max($0, ($1.0 - Complex($1.1.approximation)).magnitude) } / largest
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

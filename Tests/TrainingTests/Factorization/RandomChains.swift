import ExactAlgebra
import Foundation
import Neurovariety

@testable import Training

/// Networks as they come: random architectures, and layers of several kinds.
enum RandomChains {
    /// How layers come about.
    enum Layers: CaseIterable {
        case normal
        case smooth
        /// After some steps of gradient descent toward a random filter.
        case trained
        /// With many zeros, so roots at 0 and infinity, and common factors of higher degree.
        case sparse
        /// Entries of very different sizes.
        case uneven
    }

    static func chain(_ sizes: [Int], _ strides: [Int]) throws -> Architecture {
        try Architecture(filterSizes: sizes, strides: strides)
    }

    static func randomArchitecture(_ generator: inout SplitMix) throws -> Architecture {
        let count = Int.random(in: 1...4, using: &generator)
        let largest = Int.random(in: 0..<4, using: &generator) == 0 ? 9 : 5
        let sizes = (0..<count).map { _ in Int.random(in: 1...largest, using: &generator) }
        return try chain(sizes, (1..<count).map { _ in Int.random(in: 1...3, using: &generator) })
    }

    static func randomLayers(
        _ architecture: Architecture, _ kind: Layers, _ generator: inout SplitMix
    ) -> [[Double]] {
        func normal() -> Double { Complex.random(using: &generator).real }
        let sizes = architecture.filterSizes
        switch kind {
        case .normal: return sizes.map { size in (0..<size).map { _ in normal() } }
        case .smooth:
            return sizes.map { size in
                let center = Double(size - 1) / 2 + 0.3 * normal()
                let width = Double.random(in: 0.5...2, using: &generator)
                return (0..<size).map { exp(-pow((Double($0) - center) / width, 2) / 2) + 0.02 * normal() }
            }
        case .trained:
            let structure = LayerChain(sizes: sizes, steps: architecture.strideProducts)
            let target = (0..<structure.filterSize).map { _ in normal() }
            var point = structure.randomPoint(seed: generator.next())
            for _ in 0..<30 {
                let (matrix, residual) = (
                    structure.jacobian(at: point), structure.residual(at: point, of: target)
                )
                var gradient = point.indices.map { entry in
                    residual.indices.reduce(0) {
                        $0 + matrix.values[entry * structure.filterSize + $1] * residual[$1]
                    }
                }
                gradient.normalize()
                for entry in point.indices { point[entry] += 0.05 * gradient[entry] }
            }
            return structure.layers(of: point)
        case .sparse:
            return sizes.map { size in
                (0..<size).map { _ in Double(Int.random(in: -1...1, using: &generator)) }
            }
        case .uneven:
            return sizes.map { size in
                // Nothing may underflow in single precision.
                scaled(
                    (0..<size).map { _ in normal() * exp2(Double(Int.random(in: -30...0, using: &generator)))
                    })
            }
        }
    }

    static func product<Number: BinaryFloatingPoint>(
        _ layers: [[Number]], _ architecture: Architecture
    ) -> [Number] {
        zip(layers, architecture.strideProducts).reduce([1]) { product, layer in
            let (entries, step) = layer
            var next = [Number](repeating: 0, count: product.count + (entries.count - 1) * step)
            for (i, a) in entries.enumerated() {
                for (j, b) in product.enumerated() { next[j + i * step] += a * b }
            }
            return next
        }
    }

    static func scaled(_ filter: [Double]) -> [Double] {
        let largest = filter.reduce(0) { max($0, abs($1)) }
        return filter.map { $0 / largest }
    }
}

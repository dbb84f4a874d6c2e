import ExactAlgebra
import Foundation
import Neurovariety

@testable import Training

/// The number of networks with a given filter by trying every choice of roots for every block, from the last block down.
///
/// Written apart from the program, from factors of the layers instead of the filter: their roots in double precision, and points
/// of the blocks as clusters of powers of these.
struct BruteForceNetworks {
    private let architecture: Architecture
    private var roots: [Complex] = []
    private var multiplicities: [Int] = []
    private var zeros = 0
    private var infinities = 0

    /// - Parameter factors: of each layer, as integer polynomials with simple roots.
    init(_ factors: [[[Int]]], _ architecture: Architecture) {
        self.architecture = architecture.reduced
        for (list, step) in zip(factors, architecture.strideProducts) {
            for factor in list {
                let atInfinity = factor.prefix { $0 == 0 }.count
                let atZero = factor.reversed().prefix { $0 == 0 }.count
                zeros += atZero * step
                infinities += atInfinity * step
                let rest = factor.dropFirst(atInfinity).dropLast(atZero)
                for power in PolynomialRoots.of(rest.map { Complex(Double($0)) }) {
                    add(power, order: step)
                }
            }
        }
    }

    /// All roots of an order of a number.
    private mutating func add(_ power: Complex, order: Int) {
        let angle = atan2(power.imaginary, power.real)
        for branch in 0..<order {
            let value =
                Complex.unit(angle: (angle + 2 * .pi * Double(branch)) / Double(order))
                * pow(power.magnitude, 1 / Double(order))
            let near = roots.firstIndex { ($0 - value).magnitude < 1e-7 * value.magnitude }
            if let near {
                multiplicities[near] += 1
            } else {
                roots.append(value)
                multiplicities.append(1)
            }
        }
    }

    /// Over the complex numbers, up to scaling.
    var count: Int { count(architecture.layerCount - 1, multiplicities, zeros, infinities) }

    private func count(_ layer: Int, _ left: [Int], _ zeros: Int, _ infinities: Int) -> Int {
        guard layer > 0 else { return 1 }
        let step = architecture.strideProducts[layer]
        // Points with all their roots of this order among what is left.
        var points: [(value: Complex, roots: [Int])] = []
        for index in roots.indices where left[index] > 0 {
            let power = (0..<step).reduce(Complex.one) { value, _ in value * roots[index] }
            let near = points.firstIndex {
                ($0.value - power).magnitude < 1e-5 * max($0.value.magnitude, power.magnitude)
            }
            if let near {
                points[near].roots.append(index)
            } else {
                points.append((power, [index]))
            }
        }
        let whole = points.map(\.roots).filter { $0.count == step }
        return choose(whole[...], architecture.filterSizes[layer] - 1, left, zeros, infinities, layer)
    }

    private func choose(
        _ points: ArraySlice<[Int]>, _ needed: Int, _ left: [Int], _ zeros: Int, _ infinities: Int, _ layer: Int
    ) -> Int {
        guard let point = points.first else {
            let step = architecture.strideProducts[layer]
            return (0...needed).reduce(0) { sum, atZero in
                let (zeros, infinities) = (zeros - atZero * step, infinities - (needed - atZero) * step)
                return zeros < 0 || infinities < 0
                    ? sum : sum + count(layer - 1, left, zeros, infinities)
            }
        }
        let most = min(needed, point.map { left[$0] }.min() ?? 0)
        return (0...most).reduce(0) { sum, taken in
            var rest = left
            for root in point { rest[root] -= taken }
            return sum + choose(points.dropFirst(), needed - taken, rest, zeros, infinities, layer)
        }
    }
}

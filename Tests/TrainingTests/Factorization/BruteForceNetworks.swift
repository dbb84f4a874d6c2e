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
    /// Real roots that each layer of the reduced architecture needs.
    private let needed: [Int]
    private var roots: [Complex] = []
    private var multiplicities: [Int] = []
    private var zeros = 0
    private var infinities = 0

    /// - Parameter factors: of each layer, as integer polynomials with simple roots.
    init(_ factors: [[[Int]]], _ architecture: Architecture) {
        self.architecture = architecture.reduced
        // By hand: layers with one step merge, and each of odd degree needs a real root.
        var needs: [Int: Int] = [:]
        for (size, step) in zip(architecture.filterSizes, architecture.strideProducts) {
            needs[step, default: 0] += (size - 1) % 2
        }
        needed = architecture.reduced.strideProducts.map { needs[$0, default: 0] }
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

    /// What a layer of the reduced architecture takes: points in powers of its step, and how often 0 and ∞.
    private struct Taken {
        var points: [(value: Complex, count: Int)]
        var special: Int

        var isReal: Bool {
            points.allSatisfy { point in
                points.contains {
                    ($0.value - point.value.conjugate).magnitude < 1e-6 * point.value.magnitude
                        && $0.count == point.count
                }
            }
        }

        var realRootCount: Int {
            points.filter { abs($0.value.imaginary) < 1e-7 * $0.value.magnitude }.reduce(special) {
                $0 + $1.count
            }
        }
    }

    /// Networks up to scaling: all, real ones, and those whose merged layers have enough real roots.
    func counts() -> (complex: Int, real: Int, split: Int) {
        var counts = (complex: 0, real: 0, split: 0)
        visit(architecture.layerCount - 1, multiplicities, zeros, infinities, []) { layers in
            counts.complex += 1
            guard layers.allSatisfy(\.isReal) else { return }
            counts.real += 1
            if zip(layers, needed).allSatisfy({ $0.realRootCount >= $1 }) { counts.split += 1 }
        }
        return counts
    }

    private func visit(
        _ layer: Int, _ left: [Int], _ zeros: Int, _ infinities: Int, _ above: [Taken],
        _ body: ([Taken]) -> Void
    ) {
        if layer == 0 {
            let rest = roots.indices.filter { left[$0] > 0 }.map { (value: roots[$0], count: left[$0]) }
            return body([Taken(points: rest, special: zeros + infinities)] + above)
        }
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
        choose(points.filter { $0.roots.count == step }[...], architecture.filterSizes[layer] - 1, left, []) {
            taken, left, rest in
            for atZero in 0...rest where atZero * step <= zeros && (rest - atZero) * step <= infinities {
                visit(
                    layer - 1, left, zeros - atZero * step, infinities - (rest - atZero) * step,
                    [Taken(points: taken, special: rest)] + above, body)
            }
        }
    }

    /// - Parameter body: the points taken, what is left, and how many of 0 and ∞ are needed still.
    private func choose(
        _ points: ArraySlice<(value: Complex, roots: [Int])>, _ needed: Int, _ left: [Int],
        _ taken: [(value: Complex, count: Int)], _ body: ([(value: Complex, count: Int)], [Int], Int) -> Void
    ) {
        guard let point = points.first else { return body(taken, left, needed) }
        for count in 0...min(needed, point.roots.map { left[$0] }.min() ?? 0) {
            var rest = left
            for root in point.roots { rest[root] -= count }
            choose(
                points.dropFirst(), needed - count, rest, count > 0 ? taken + [(point.value, count)] : taken,
                body)
        }
    }
}

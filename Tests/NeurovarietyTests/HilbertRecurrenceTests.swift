import ExactAlgebra
import Testing

@testable import Neurovariety

/// The recurrences for Hilbert series against what the words mean, and identities where that is too much to count.
@Suite struct HilbertRecurrenceTests {
    /// Of any kind, also with filter sizes and strides of 1, and with at most so many vertices.
    private func random(
        using generator: inout SplitMix, vertices: ClosedRange<Int>
    ) throws -> Architecture {
        while true {
            let layers = Int.random(in: 1...4, using: &generator)
            let sizes = (0..<layers).map { _ in Int.random(in: 1...6, using: &generator) }
            let strides = (1..<layers).map { _ in Int.random(in: 1...4, using: &generator) }
            let result = try architecture(sizes, layers > 1 ? strides : [])
            if vertices.contains(result.endToEndFilterSize) { return result }
        }
    }

    /// All subsets of the vertices, each tested for being a face.
    private func countedFaces(_ architecture: Architecture) -> [Integer] {
        let complex = architecture.initialComplex
        var counts = [Int](repeating: 0, count: architecture.endToEndFilterSize + 1)
        for subset in 0..<(1 << architecture.endToEndFilterSize) {
            let vertices = (0..<architecture.endToEndFilterSize).filter { subset >> $0 & 1 == 1 }
            if !complex.isNonface(vertices) { counts[vertices.count] += 1 }
        }
        return counts.map { Integer($0) }
    }

    /// The coefficients of `Σ c_j t^j (1 ± t)^{D−j}`, by binomials made from factorials.
    private func transformed(_ values: [Integer], _ dimension: Int, sign: Integer) -> [Integer] {
        func factorial(_ n: Int) -> Integer { (0..<n).reduce(.one) { $0 * Integer($1 + 1) } }
        return (0...dimension).map { i in
            values.enumerated().reduce(Integer.zero) { sum, item in
                let (j, value) = item
                guard j <= i else { return sum }
                let binomial = factorial(dimension - j) / (factorial(i - j) * factorial(dimension - i))
                return sum + value * binomial * (sign == 1 || (i - j).isMultiple(of: 2) ? 1 : -1)
            }
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func facesOfRandomArchitectures(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        for _ in 0..<12 {
            let a = try random(using: &generator, vertices: 1...12)
            let series = try HilbertSeries(a)
            let faces = countedFaces(a)
            #expect(Array(faces.prefix(a.dimension + 1)) == series.fVector, "seed \(seed): \(a)")
            #expect(faces.dropFirst(a.dimension + 1).allSatisfy { $0 == 0 }, "seed \(seed): \(a)")
            #expect(
                transformed(faces, a.dimension, sign: -1)
                    == series.numerator
                    + [Integer](repeating: .zero, count: a.dimension + 1 - series.numerator.count),
                "seed \(seed): \(a)")
        }
    }

    /// Counting from digits made anew in each degree.
    @Test(arguments: [4, 5, 6] as [UInt64]) func countsOfRandomArchitectures(seed: UInt64) throws {
        /// Sequences of n digits with that sum, by inclusion and exclusion; digits of any size where there is no stride.
        func sequences(_ n: Int, sum: Int, below stride: Int?) -> Integer {
            (0...n).reduce(Integer.zero) { total, large in
                guard large == 0 || stride != nil else { return total }
                let rest = sum - large * (stride ?? 0)
                guard rest >= 0 else { return total }
                let term = Integer.binomial(n, large) * Integer.binomial(rest + n - 1, rest)
                return large.isMultiple(of: 2) ? total + term : total - term
            }
        }
        func count(_ a: Architecture, _ gaps: Int, layer: Int, carry: Int) -> Integer {
            let available = carry + a.filterSizes[layer] - 1
            guard layer < a.strides.count else { return sequences(gaps, sum: available, below: nil) }
            let stride = a.strides[layer]
            return (0...available / stride).reduce(Integer.zero) { sum, next in
                sum + sequences(gaps, sum: available - stride * next, below: stride)
                    * count(a, gaps, layer: layer + 1, carry: next)
            }
        }
        var generator = SplitMix(seed: seed)
        for _ in 0..<12 {
            let a = try random(using: &generator, vertices: 2...80)
            // Far beyond the degrees that the series is made of.
            let last = a.dimension + 3
            let straight = (0...last).map { count(a.reduced, $0 + 1, layer: 0, carry: 0) }
            var counts = HilbertFunctionCounts(a.reduced)
            #expect((0...last).map { _ in counts.next() } == straight, "seed \(seed): \(a)")
            #expect(try HilbertSeries(a).function(upTo: last) == straight, "seed \(seed): \(a)")
        }
    }

    /// Minimal nonfaces among all subsets.
    @Test(arguments: [7, 8, 9] as [UInt64]) func nonfacesOfRandomArchitectures(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        for _ in 0..<12 {
            let a = try random(using: &generator, vertices: 4...12)
            let complex = a.initialComplex
            var counts: [Int: Integer] = [:]
            for subset in 1..<(1 << a.endToEndFilterSize) {
                let vertices = (0..<a.endToEndFilterSize).filter { subset >> $0 & 1 == 1 }
                let isMinimal =
                    complex.isNonface(vertices)
                    && vertices.allSatisfy { vertex in !complex.isNonface(vertices.filter { $0 != vertex }) }
                if isMinimal { counts[vertices.count, default: 0] += 1 }
            }
            #expect(NonfaceCounts(a)?.bySize == counts, "seed \(seed): \(a)")
            #expect(NonfaceCounts(byVerticesOf: a)?.bySize == counts, "seed \(seed): \(a)")
        }
        // Nothing is counted where there is too much.
        #expect(NonfaceCounts(try architecture([60, 60, 60], [3, 3])) == nil)
        #expect(NonfaceCounts(byVerticesOf: try architecture([900, 900], [300])) == nil)
        #expect(NonfaceCounts(try architecture([100_000, 2], [5])) == nil)
    }

    /// Too many faces to be counted: the numbers must fit together.
    @Test(arguments: [
        ([150, 150], [3]), ([30, 40, 50], [3, 2]), ([20, 20, 20, 20], [2, 2, 2]), ([200, 3], [7]),
    ])
    func identities(filterSizes: [Int], strides: [Int]) throws {
        let a = try architecture(filterSizes, strides)
        let invariants = try HilbertInvariants.run(a, upTo: 5)
        let series = try #require(invariants.series)
        let faces = try #require(invariants.fVector)
        let polynomial = try #require(invariants.polynomial)
        let last = try #require(filterSizes.last)
        #expect(invariants.degree == series.degree && invariants.degree == a.degree)
        #expect(faces.last == a.degree && faces[0] == 1 && faces[1] == Integer(a.endToEndFilterSize))
        #expect(series.numerator.count <= a.dimension - last + 1)
        // Δ is a cone: its reduced Euler characteristic is 0.
        #expect(
            faces.enumerated().reduce(Integer.zero) { $1.offset % 2 == 0 ? $0 + $1.element : $0 - $1.element }
                == 0)
        // Both sides of Σ f_i t^i = Σ h_j t^j (1 + t)^(D - j), at points of a prime field.
        let field = PrimeField.mersenne61
        for t in [2, 12_345, 1 << 60] as [UInt64] {
            let left = faces.reversed().reduce(UInt64(0)) { sum, count in
                field.add(field.multiply(sum, t), field.reduce(count))
            }
            let right = series.numerator.enumerated().reduce(UInt64(0)) { sum, item in
                let power = field.multiply(
                    field.power(t, UInt64(item.offset)),
                    field.power(field.add(t, 1), UInt64(a.dimension - item.offset)))
                return field.add(sum, field.multiply(field.reduce(item.element), power))
            }
            #expect(left == right, "\(a) at \(t)")
        }
        // The polynomial is the function in all degrees, and vanishes before them.
        let common = polynomial.coefficients.reduce(Integer.one) {
            Integer.leastCommonMultiple($0, $1.denominator)
        }
        func value(_ d: Int) -> Integer {
            polynomial.coefficients.reversed().reduce(Integer.zero) {
                $0 * Integer(d) + $1.numerator * (common / $1.denominator)
            }
        }
        for (degree, count) in series.function(upTo: 40).enumerated() {
            #expect(value(degree) == count * common, "\(a) in degree \(degree)")
        }
        for degree in 1..<last { #expect(value(-degree) == 0, "\(a) in degree \(-degree)") }
        #expect(polynomial.coefficients.count == a.dimension)
        let factorial = (1..<a.dimension).reduce(Integer.one) { $0 * Integer($1) }
        #expect(polynomial.coefficients.last == Rational(a.degree, factorial))
    }

    /// Wherever it is stopped, what is there is right, and nothing is there without what comes before it.
    @Test func stopping() throws {
        let a = try architecture([7, 6, 4], [3, 2])
        let complete = try HilbertInvariants.run(a, upTo: 6)
        #expect(complete.isComplete)
        var known: Set<[Bool]> = []
        for steps in 0... {
            var rest = steps
            let part = try HilbertInvariants.run(a, upTo: 6) {
                rest -= 1
                return rest < 0
            }
            #expect(part.degree == complete.degree)
            #expect(part.series == nil || part.series?.numerator == complete.series?.numerator)
            #expect(part.function == nil || part.function == complete.function)
            #expect(part.fVector == nil || part.fVector == complete.fVector)
            #expect(
                part.polynomial == nil || part.polynomial?.coefficients == complete.polynomial?.coefficients)
            let parts = [
                part.series != nil, part.function != nil, part.fVector != nil, part.polynomial != nil,
            ]
            #expect(parts == parts.sorted { $0 && !$1 })
            known.insert(parts)
            if part.isComplete { break }
        }
        #expect(known.count == 5)
    }

    /// Progress grows from 0 to 1, through all stages in their order.
    @Test(arguments: [([7, 6, 4], [3, 2]), ([5, 5], [3]), ([1], [])]) func progress(
        sizes: [Int], strides: [Int]
    ) throws {
        let a = try architecture(sizes, strides)
        let cost = HilbertCost(a, upTo: 6)
        #expect(cost.seconds > 0 && cost.seconds.isFinite && cost.bytes > 0)
        // One after the other, on one thread.
        nonisolated(unsafe) var shares: [Double] = []
        _ = try HilbertInvariants.run(a, upTo: 6, progress: { shares.append(cost.share($0, $1)) })
        #expect(shares == shares.sorted())
        #expect(shares.allSatisfy { (0...1).contains($0) })
        #expect(cost.share(HilbertStage.allCases[0], 0) == 0 && abs(cost.share(.writing, 1) - 1) < 1e-9)
    }

    /// A larger network costs more, by about the cube of its dimension.
    @Test func costs() throws {
        let costs = try [250, 500, 1000, 2000].map { HilbertCost(try architecture([$0, $0], [3]), upTo: 10) }
        for (small, large) in zip(costs, costs.dropFirst()) {
            #expect((4...16).contains(large.seconds / small.seconds))
            #expect((3...5).contains(large.bytes / small.bytes))
        }
    }
}

import ExactAlgebra
import Foundation
import Neurovariety
import TestSupport
import Testing

@testable import Training

@Suite struct EuclideanDistanceDegreeTests {
    private func value(_ sizes: [Int]) throws -> Integer {
        try EuclideanDistanceDegree(filterSizes: sizes).value
    }

    /// Formula (4.9) by its definition: all `(i_1, …, i_L)`, factorials, no convolution.
    private func byEnumeration(_ sizes: [Int]) -> Integer {
        func factorial(_ n: Int) -> Integer { (1...max(1, n)).reduce(Integer.one) { $0 * Integer($1) } }
        let dimension = sizes.reduce(0) { $0 + $1 - 1 }
        var choices: [[Int]] = [[]]
        for size in sizes { choices = choices.flatMap { choice in (0..<size).map { choice + [$0] } } }
        var sum = Integer.zero
        for choice in choices {
            let t = choice.reduce(0, +)
            let power = (0...(dimension - t)).reduce(Integer.one) { value, _ in value * 2 }
            var term = (power - 1) * factorial(dimension - t)
            for (size, i) in zip(sizes, choice) {
                term = term * Integer.binomial(size, i)
            }
            let divisor = zip(sizes, choice).reduce(Integer.one) { $0 * factorial($1.0 - 1 - $1.1) }
            // A sum of fractions: over the common denominator.
            let common = sizes.reduce(Integer.one) { $0 * factorial($1 - 1) }
            term = term * (common / divisor)
            sum += t.isMultiple(of: 2) ? term : -term
        }
        let common = sizes.reduce(Integer.one) { $0 * factorial($1 - 1) }
        #expect(sum % common == 0)
        return sum / common
    }

    @Test func againstTheDefinition() throws {
        for sizes in [
            [1], [5], [2, 2], [3, 2], [1, 4], [4, 3], [2, 2, 2], [3, 1, 2], [2, 3, 4], [2, 2, 2, 2], [5, 6],
        ] {
            #expect(try value(sizes) == byEnumeration(sizes), "\(sizes)")
        }
    }

    @Test(arguments: [1, 2] as [UInt64]) func randomSizesAgainstTheDefinition(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        for _ in 0..<8 {
            let sizes = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                Int.random(in: 1...9, using: &generator)
            }
            let degree = try EuclideanDistanceDegree(filterSizes: sizes)
            #expect(degree.value == byEnumeration(sizes), "seed \(seed): \(sizes)")
            // The polar classes by binomials.
            let top = degree.dimension
            let polar = (0...top).map { i in
                (i...top).reduce(Integer.zero) { sum, j in
                    let term = Integer.binomial(j + 1, i + 1) * degree.chernDegrees[top - j]
                    return (top - j).isMultiple(of: 2) ? sum + term : sum - term
                }
            }
            #expect(degree.polarDegrees == polar, "seed \(seed): \(sizes)")
        }
    }

    /// Numbers of many words: the polar classes and the Chern classes give the same, and so does another order.
    @Test func largeDegrees() throws {
        for sizes in [[90, 60], [30, 30, 20], [2, 3, 20, 12, 5], [150]] {
            let degree = try EuclideanDistanceDegree(filterSizes: sizes)
            #expect(degree.polarDegrees.reduce(.zero, +) == degree.value, "\(sizes)")
            // The highest polar class is the degree of the variety.
            #expect(degree.polarDegrees.last == .multinomial(sizes.map { $0 - 1 }), "\(sizes)")
            #expect(try value(sizes.reversed()) == degree.value, "\(sizes)")
        }
        #expect(try value([150]) == 1)
    }

    @Test func knownValues() throws {
        #expect(try value([2, 3, 4, 5]) == 2_976_084)
        #expect(try value([9, 9]) == 10_218_105)
        #expect(try value([2, 2, 2]) == 34)
        #expect(try value([2, 2, 2, 2]) == 280)
        #expect(try value([7]) == 1)
        #expect(try value([60, 60, 60, 60]) == value([60, 1, 60, 60, 60]))
    }

    @Test func polarClassesAddUpAndOrderDoesNotMatter() throws {
        for sizes in [[2, 2], [3, 5], [2, 3, 4], [4, 1, 2], [6]] {
            let degree = try EuclideanDistanceDegree(filterSizes: sizes)
            #expect(degree.polarDegrees.reduce(.zero, +) == degree.value)
            #expect(degree.polarDegrees.last == degree.chernDegrees.first)
            #expect(try value(sizes.reversed()) == degree.value)
        }
    }

    /// Macaulay2's bidegrees of conormal varieties.
    @Test func polarClassesOfNeurovarieties() throws {
        let text = try String(contentsOfFile: Fixtures.path("homology/conormal.txt"), encoding: .utf8)
        let lines = text.split(separator: "\n")
        #expect(lines.count == 8)
        for line in lines {
            let words = line.split(separator: " ")
            let sizes = words[0].split(separator: ";").map { RecordedHomology.numbers($0) }
            let polar = RecordedHomology.numbers(words[2]).map { Integer($0) }
            let architecture = try Architecture(filterSizes: sizes[0], strides: sizes[1])
            #expect(try EuclideanDistanceDegree(filterSizes: sizes[0]).polarDegrees == polar, "\(line)")
            let dual = try #require(try DualVariety(architecture))
            #expect(dual.degree == polar[dual.defect] && polar[..<dual.defect].allSatisfy { $0 == .zero })
            #expect(dual.dimension + dual.defect == architecture.endToEndFilterSize - 2)
        }
    }

    @Test func dualVarieties() throws {
        func dual(_ sizes: [Int], _ strides: [Int]) throws -> DualVariety? {
            try DualVariety(Architecture(filterSizes: sizes, strides: strides))
        }
        // Cayley's hyperdeterminant.
        #expect(try dual([2, 2, 2], [2, 2]) == DualVariety(dimension: 6, degree: 4, defect: 0))
        // A line in a plane, and a point.
        #expect(try dual([1, 2], [2]) == DualVariety(dimension: 0, degree: 1, defect: 1))
        #expect(try dual([3], []) == nil)
        #expect(try dual([4, 3], [1]) == nil)
        #expect(try dual([1], []) == nil)
    }

    @Test func theErratum() {
        #expect(PrintedFormula.value(filterSizes: [2, 2]) == Rational(13, 2))
        for sizes in [[1], [4], [3, 2], [1, 5], [2, 3, 4], [6, 6], [2, 2, 2, 2]] {
            #expect(PrintedFormula.value(filterSizes: sizes) == printedByEnumeration(sizes), "\(sizes)")
        }
    }

    /// (4.9) as printed by its definition: all `(i_1, …, i_L)` with `i_j ≤ k_j`.
    private func printedByEnumeration(_ sizes: [Int]) -> Rational {
        func factorial(_ n: Int) -> Integer { (0..<n).reduce(Integer.one) { $0 * Integer($1 + 1) } }
        let dimension = sizes.reduce(0) { $0 + $1 - 1 }
        let common = sizes.reduce(Integer.one) { $0 * factorial($1) }
        var choices: [[Int]] = [[]]
        for size in sizes { choices = choices.flatMap { choice in (0...size).map { choice + [$0] } } }
        let sum = choices.reduce(Integer.zero) { sum, choice in
            let t = choice.reduce(0, +)
            guard t <= dimension else { return sum }
            let power = (0...(dimension - t)).reduce(Integer.one) { value, _ in value * 2 }
            let term = zip(sizes, choice).reduce((power - 1) * factorial(dimension - t) * common) {
                term, pair in
                term * Integer.binomial(pair.0 + 1, pair.1) / factorial(pair.0 - pair.1)
            }
            return t.isMultiple(of: 2) ? sum + term : sum - term
        }
        return Rational(sum, common)
    }

    @Test func refusals() {
        #expect(throws: EuclideanDistanceDegreeError.noLayers) { try value([]) }
        #expect(throws: EuclideanDistanceDegreeError.filterSize(0)) { try value([3, 0]) }
        #expect(throws: EuclideanDistanceDegreeError.self) { try value([Int.max, 2]) }
    }

    @Test func mergesKeepTheDimension() throws {
        let diagram = try MergeDiagram(filterSizes: [5, 2, 4, 3])
        #expect(diagram.rows.map(\.count) == [1, 6, 5, 1])
        #expect(diagram.rows[0][0].degree == 2_976_084)
        for row in diagram.rows {
            for node in row {
                #expect(node.filterSizes.reduce(0) { $0 + $1 - 1 } == 10)
                #expect(try value(node.filterSizes) == node.degree)
            }
        }
        #expect(diagram.rows[3][0].degree == 1)
        // Every node but the first comes from one above.
        for (row, edges) in diagram.edges.enumerated() {
            #expect(Set(edges.map(\.child)) == Set(diagram.rows[row + 1].indices))
        }
    }

    /// Equal layers merge to the partitions of their number; different ones to those of a set.
    @Test func howManyMergesThereAre() throws {
        let equal = try MergeDiagram(filterSizes: [Int](repeating: 2, count: 16))
        #expect(equal.rows.count == 16 && equal.rows.reduce(0) { $0 + $1.count } == 231)
        let powers = try MergeDiagram(filterSizes: [2, 3, 5, 9, 17])
        #expect(powers.rows.map(\.count) == [1, 10, 25, 15, 1])
        let tooMany = EuclideanDistanceDegreeError.tooManyMerges(limit: MergeDiagram.mostNodes)
        for sizes in [Array(2...9), Array(2...500), [Int](repeating: 2, count: 1_001)] {
            #expect(throws: tooMany) { try MergeDiagram(filterSizes: sizes) }
        }
        #expect(throws: EuclideanDistanceDegreeError.noLayers) { try MergeDiagram(filterSizes: []) }
    }
}

@Suite struct RationalTests {
    @Test func reading() {
        #expect(Rational("0.125") == Rational(1, 8))
        #expect(Rational("-1.50e-1") == Rational(-3, 20))
        #expect(Rational("2e3") == Rational(2000))
        #expect(Rational("-6/4") == Rational(-3, 2))
        #expect(Rational("+.5") == Rational(1, 2))
        for text in [
            "", "1/0", "1/-2", "a", "1e", "1e99999", "1.2.3", "1/2/3", "--1", "0x10", "nan", ".", "1.-2",
        ] {
            #expect(Rational(text) == nil, "\(text)")
        }
        #expect(Rational(1, 3).approximation == 1.0 / 3)
    }
}

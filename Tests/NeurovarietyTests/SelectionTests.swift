import ExactAlgebra
import Testing

@testable import Neurovariety

@Suite struct TrimmedTests {
    /// The numbers of minimal generators of J by degree, as Macaulay2's `trim` finds them.
    @Test(
        arguments: [
            ([5, 2], [3], [3: 4, 4: 1]), ([5, 5], [3], [3: 80, 4: 35]), ([8, 2], [3], [5: 21, 6: 1]),
            ([6, 3], [4], [3: 80, 4: 5]), ([3, 2, 2], [2, 2], [3: 35]), ([2, 3, 2], [2, 2], [2: 10, 3: 4]),
            ([2, 2], [3], [1: 1, 2: 1]), ([4], [], [:]),
        ] as [([Int], [Int], [Int: Int])])
    func knownNumbers(sizes: [Int], strides: [Int], expected: [Int: Int]) throws {
        let trimmed = try IdealGenerators(try architecture(sizes, strides), .trimmed)
        var found: [Int: Int] = [:]
        for part in trimmed.parts { found[part.degree] = try part.statistics().nonzero }
        #expect(found == expected)
    }

    /// Same ideal: the spans agree in every degree in which J has generators.
    @Test(
        arguments: [([5, 2], [3]), ([8, 2], [3]), ([6, 2], [4]), ([3, 2, 2], [2, 2])] as [([Int], [Int])])
    func theIdealIsTheSame(sizes: [Int], strides: [Int]) throws {
        let a = try architecture(sizes, strides)
        let paper = try IdealGenerators(a, .paper).polynomials()
        let trimmed = try IdealGenerators(a, .trimmed).polynomials()
        for degree in Set(paper.map(\.degree)) {
            let spans = [paper, trimmed].map {
                IdealSpans(inside: a.initialComplex, generators: $0).span(degree: degree)
            }
            #expect(spans[0]?.dimension != nil && spans[0]?.dimension == spans[1]?.dimension)
        }
    }
}

@Suite struct SelectionTests {
    @Test func rowsAndColumnsGiveTheMinorsOnThem() throws {
        let ideal = try IdealGenerators(try architecture([5, 5], [3]), .paper)
        let whole = try #require(try ideal.parts[0].expansion() as? Minors)
        var expected: [Polynomial] = []
        try whole.visit { minor in
            if Set(minor.rows).isSubset(of: [0, 2, 3]), Set(minor.columns).isSubset(of: [1, 2, 4, 5]),
                !minor.polynomial.isZero
            {
                expected.append(minor.polynomial)
            }
            return true
        }
        let selected = try ideal.selecting(
            MinorSelection(rows: [3, 0, 2], columns: [1, 2, 4, 5], part: .firstMinors))
        #expect(try selected.polynomials() == expected)
        #expect(expected.count == 4)
        #expect(selected.isSelection)
        #expect(!ideal.isSelection)
    }

    @Test func whatDoesNotFitIsRefused() throws {
        let ideal = try IdealGenerators(try architecture([5, 5], [3]), .paper)
        for selection in [
            MinorSelection(rows: [0]), MinorSelection(rows: [7], part: .secondMinors),
            MinorSelection(columns: [-1], part: .firstMinors), MinorSelection(part: .level(99)),
        ] {
            #expect(throws: IdealError.self) { try ideal.selecting(selection) }
        }
        #expect(try ideal.partName("J2") == .secondMinors)
        #expect(throws: IdealError.noSuchPart("J3", [.firstMinors, .secondMinors])) {
            try ideal.partName("J3")
        }
    }

    /// Large cases: random rows of the matrices, every minor on them against numeric determinants.
    @Test(arguments: [
        ([8, 8], 3), ([9, 9], 3), ([10, 10], 3), ([12, 6], 4), ([14, 5], 5), ([9, 12], 2),
    ])
    func largeMinorsAtARandomPoint(sizes: [Int], stride: Int) throws {
        let seed = UInt64.random(in: 0..<1 << 32)
        var generator = SplitMix(seed: seed)
        let field = PrimeField.mersenne61
        let ideal = try IdealGenerators(try architecture(sizes, [stride]), .paper)
        for part in ideal.parts {
            guard case .minors(_, _, let size) = part.content, let shape = part.matrixSize else { continue }
            let rows = Array(0..<shape.rows).shuffled(using: &generator).prefix(size).sorted()
            let columns = Array(0..<shape.columns).shuffled(using: &generator).prefix(size + 2).sorted()
            let chosen = try ideal.selecting(
                MinorSelection(rows: rows, columns: columns, part: part.name))
            let minors = try #require(try chosen.parts[0].expansion() as? Minors)
            let point = field.randomPoint(count: minors.matrix.variableCount, using: &generator)
            let numbers = minors.matrix.evaluated(at: point)
            var count = 0
            try minors.visit { minor in
                let square = minor.rows.map { row in minor.columns.map { numbers[row][$0] } }
                #expect(
                    minor.polynomial.evaluated(at: point, in: field) == field.determinant(square),
                    "seed \(seed)")
                count += 1
                return true
            }
            #expect(count == minors.count && count > 0)
        }
    }
}

import ExactAlgebra
import Testing

@testable import Neurovariety

@Suite struct IdealTests {
    /// Every generator of every set vanishes at random points of the variety and, expanded in the
    /// coefficients of the layers, identically.
    @Test(arguments: assortment.indices, GeneratorSet.allCases)
    func generatorsVanish(index: Int, set: GeneratorSet) throws {
        let a = try architecture(assortment[index].filterSizes, assortment[index].strides)
        let seed = UInt64(index)
        var generator = SplitMix(seed: seed)
        let field = PrimeField.mersenne61
        let point = Parametrization(a).randomPoint(in: field, using: &generator)
        let generic = field.randomPoint(count: a.endToEndFilterSize, using: &generator)
        let coordinates = try Parametrization(a).coordinates()
        let polynomials = try IdealGenerators(a, set).polynomials()
        for polynomial in polynomials {
            #expect(
                polynomial.evaluated(at: point, in: field) == 0, "\(a) \(set): \(polynomial), seed \(seed)")
            #expect(
                polynomial.evaluated(at: generic, in: field) != 0, "\(a) \(set): \(polynomial), seed \(seed)")
        }
        for polynomial in polynomials.prefix(40) {
            #expect(try polynomial.substituting(coordinates).isZero, "\(a) \(set): \(polynomial)")
        }
        #expect(polynomials.isEmpty == a.isWholeSpace)
    }

    /// Sizes and counts known from Macaulay2: minors, nonzero ones, rows, columns, size.
    @Test(
        arguments: [
            (5, .firstMinors, [80, 80, 4, 6, 3]), (5, .secondMinors, [1225, 1185, 7, 7, 4]),
            (6, .firstMinors, [1050, 1050, 6, 8, 4]),
            (7, .firstMinors, [14112, 13860, 8, 10, 5]), (8, .firstMinors, [9702, 9702, 7, 11, 5]),
        ] as [(Int, IdealPart.Name, [Int])])
    func knownSizes(k: Int, name: IdealPart.Name, expected: [Int]) throws {
        let ideal = try IdealGenerators(try architecture([k, k], [3]), .paper)
        let part = try #require(ideal.parts.first { $0.name == name })
        let statistics = try part.statistics()
        let size = try #require(part.matrixSize)
        #expect([statistics.minors, statistics.nonzero, size.rows, size.columns, part.degree] == expected)
        #expect(part.generatorCount == Integer(expected[0]))
    }

    @Test func largePartsAreCountedWithoutExpansion() throws {
        let parts = try IdealGenerators(try architecture([8, 8], [3]), .lean).parts
        #expect(parts.map(\.name) == [.firstMinors, .leanMinors])
        #expect(parts.map(\.generatorCount) == [9702, 924])
        let huge = try IdealGenerators(try architecture([400, 400], [3]), .paper)
        #expect(huge.parts[0].generatorCount.description.count > 100)
        #expect(throws: IdealError.self) { try huge.polynomials() }
        #expect(throws: IdealError.self) { try IdealGenerators(try architecture([2, 70_000], [2]), .paper) }
    }

    @Test func partsOfDegenerateArchitectures() throws {
        func names(_ sizes: [Int], _ strides: [Int]) throws -> [String] {
            try IdealGenerators(try architecture(sizes, strides), .paper).parts.map {
                "\($0.name)@\($0.pieceIndex ?? -1)"
            }
        }
        #expect(try names([4], []) == [])
        #expect(try names([4, 3], [1]) == [])
        #expect(try names([4, 1], [3]) == [])
        #expect(try names([1, 3], [2]) == ["J0@0"])
        #expect(try names([2, 2], [3]) == ["J0@0", "J1@0"])
        #expect(try names([2, 2, 2], [1, 2]) == ["J1@1"])
        #expect(try names([5, 2], [3]) == ["J1@0", "J2@0"])
    }

    /// The resultant matrices (3.12) and (3.15) of Example 3.11, with A = w_0, …, I = w_8.
    @Test func resultantMatricesOfThePaper() throws {
        let pieces = try architecture([3, 2, 2], [2, 2]).pieces
        #expect(pieces.map(\.description) == ["(3,4;2)", "(5,2;4)"])
        func text(_ matrix: ResultantMatrix) -> [String] {
            matrix.matrix.rows.map { row in
                row.map {
                    $0.map { String("ABCDEFGHI"[String.Index(utf16Offset: $0, in: "ABCDEFGHI")]) } ?? "0"
                }
                .joined()
            }
        }
        #expect(text(ResultantMatrix(pieces[0], level: 4)) == ["ACEGI", "BDFH0", "0BDFH"])
        #expect(
            text(ResultantMatrix(pieces[1], level: 2)) == ["AEI", "BF0", "0BF", "CG0", "0CG", "DH0", "0DH"])
        #expect(pieces[0].minorSize(atLevel: pieces[0].firstLevel) == 3)
        #expect(pieces[1].minorSize(atLevel: pieces[1].firstLevel) == 3)
    }

    @Test func factorizationIsProved() throws {
        for (sizes, strides) in assortment {
            #expect(try FactorizationProof.holds(for: try architecture(sizes, strides)) == true)
        }
        #expect(try FactorizationProof.holds(for: try architecture([5000, 5000], [3])) == nil)
    }
}

extension VariableMatrix {
    fileprivate var rows: [[Int?]] {
        (0..<rowCount).map { row in (0..<columnCount).map { self[row, $0] } }
    }
}

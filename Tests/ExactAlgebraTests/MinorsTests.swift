import Synchronization
import Testing

@testable import ExactAlgebra

/// The determinant as a sum over permutations: independent of the engine.
private func permutationExpansion(_ matrix: VariableMatrix) throws -> Polynomial {
    var terms: [(monomial: Monomial, coefficient: Int)] = []
    func extend(_ row: Int, _ used: [Int], _ variables: [Int], _ sign: Int) {
        guard row < matrix.rowCount else {
            terms.append((Monomial(variables), sign))
            return
        }
        for column in 0..<matrix.columnCount where !used.contains(column) {
            guard let variable = matrix[row, column] else { continue }
            let inversions = used.count { $0 > column }
            extend(
                row + 1, used + [column], variables + [variable], inversions % 2 == 0 ? sign : -sign)
        }
    }
    extend(0, [], [], 1)
    return try Polynomial(terms: terms)
}

private func randomMatrix(
    rows: Int, columns: Int, variableCount: Int, zeros: Double, using generator: inout SplitMix
) -> VariableMatrix {
    VariableMatrix(
        rows: (0..<rows).map { _ in
            (0..<columns).map { _ in
                Double.random(in: 0..<1, using: &generator) < zeros
                    ? nil : Int.random(in: 0..<variableCount, using: &generator)
            }
        },
        columnCount: columns, variableCount: variableCount)
}

private func all(_ minors: Minors) throws -> [Minor] {
    var result: [Minor] = []
    try minors.visit { minor in
        result.append(Minor(rows: minor.rows, columns: minor.columns, polynomial: minor.polynomial))
        return true
    }
    return result
}

@Suite struct MinorsTests {
    @Test(arguments: 0..<12 as Range<UInt64>) func equalPermutationExpansion(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        let rows = Int.random(in: 1...6, using: &generator)
        let columns = Int.random(in: 1...6, using: &generator)
        // Few variables give repeated entries, cancellation and coefficients other than ±1.
        let variableCount = [1, 2, 5, 40, 60_000][Int(seed) % 5]
        let matrix = randomMatrix(
            rows: rows, columns: columns, variableCount: variableCount,
            zeros: [0, 0.3, 0.7][Int(seed) % 3], using: &generator)
        for size in 1...min(rows, columns) {
            let minors = try all(Minors(of: matrix, size: size))
            #expect(Integer(minors.count) == Minors.count(of: matrix, size: size))
            for minor in minors {
                let expected = try permutationExpansion(
                    matrix.submatrix(rows: minor.rows, columns: minor.columns))
                #expect(
                    minor.polynomial == expected, "seed \(seed), rows \(minor.rows), columns \(minor.columns)"
                )
            }
        }
    }

    @Test func agreeWithNumericDeterminants() throws {
        let seed: UInt64 = 99
        var generator = SplitMix(seed: seed)
        let field = PrimeField.mersenne61
        let matrix = randomMatrix(rows: 8, columns: 9, variableCount: 14, zeros: 0.2, using: &generator)
        let point = field.randomPoint(count: 14, using: &generator)
        for minor in try all(Minors(of: matrix, size: 7)) {
            let numeric = field.determinant(
                matrix.submatrix(rows: minor.rows, columns: minor.columns).evaluated(at: point))
            #expect(minor.polynomial.evaluated(at: point, in: field) == numeric, "seed \(seed)")
        }
    }

    @Test func theWideRepresentationGivesTheSame() throws {
        var generator = SplitMix(seed: 5)
        let matrix = randomMatrix(rows: 7, columns: 8, variableCount: 10, zeros: 0.3, using: &generator)
        let minors = try Minors(of: matrix, size: 5)
        #expect(
            try minors.units.statistics(as: UInt64.self) == minors.units.statistics(as: WideMonomial.self))
        // The same matrix in a ring so large that 64 bits do not hold degree 5.
        let wide = VariableMatrix(
            rows: (0..<7).map { row in (0..<8).map { matrix[row, $0] } }, columnCount: 8,
            variableCount: 60_000)
        #expect(!UInt64.holds(degree: 5, variableCount: 60_000))
        for (a, b) in try zip(all(minors), all(Minors(of: wide, size: 5))) {
            #expect(a.polynomial == b.polynomial)
        }
    }

    @Test func statisticsCountWhatIsVisited() throws {
        var generator = SplitMix(seed: 6)
        let matrix = randomMatrix(rows: 6, columns: 7, variableCount: 9, zeros: 0.4, using: &generator)
        for size in 1...6 {
            let minors = try Minors(of: matrix, size: size)
            let visited = try all(minors)
            #expect(
                try minors.statistics()
                    == MinorStatistics(
                        minors: visited.count,
                        nonzero: visited.count { !$0.polynomial.isZero },
                        terms: visited.reduce(0) { $0 + $1.polynomial.termCount }))
            #expect(try minors.polynomials() == visited.map(\.polynomial).filter { !$0.isZero })
        }
    }

    /// Several workers, in both representations, give what one gives.
    @Test(arguments: [16, 60_000]) func allAtOnce(variableCount: Int) throws {
        let seed: UInt64 = 11
        var generator = SplitMix(seed: seed)
        let matrix = randomMatrix(
            rows: 11, columns: 10, variableCount: variableCount, zeros: 0.5, using: &generator)
        let minors = try Minors(of: matrix, size: 4)
        let visited = try all(minors).map(\.polynomial).filter { !$0.isZero }
        #expect(try minors.polynomials() == visited, "seed \(seed)")
        #expect(visited.count < minors.count && UnitBatches(minors.units).workers == min(2, processorCount))
    }

    /// The text of terms of the engine is that of each polynomial for itself, also with powers above four, coefficients,
    /// and few or many variables.
    @Test(arguments: PolynomialSyntax.allCases, 0..<12 as Range<UInt64>)
    func textOfMinors(syntax: PolynomialSyntax, seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        let variableCount = [1, 2, 3, 4, 12, 40, 300][Int(seed) % 7]
        let size = Int(seed) % 4 + 4
        let matrix = randomMatrix(
            rows: size + 1, columns: size + 1, variableCount: variableCount,
            zeros: [0, 0.4][Int(seed) % 2], using: &generator)
        let formatter = PolynomialFormatter(syntax, variableCount: variableCount)
        // Both representations: one ring is so large that 64 bits do not hold a monomial.
        for count in [variableCount, 60_000] {
            let wide = VariableMatrix(
                rows: (0...size).map { row in (0...size).map { matrix[row, $0] } }, columnCount: size + 1,
                variableCount: count)
            let minors = try Minors(of: wide, size: size)
            let text = Mutex("")
            _ = try minors.writeText(formatter, separator: "", terminator: "\n") { bytes in
                text.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
            }
            let expected = try minors.polynomials().map { formatter.string($0) + "\n" }.joined()
            #expect(text.withLock { $0 } == expected, "seed \(seed), \(count) variables")
        }
    }

    /// Where memory does not suffice, there is an error, from whatever is done with the minors.
    @Test func memoryThatDoesNotSuffice() throws {
        let matrix = VariableMatrix(
            rows: (0..<9).map { row in (0..<9).map { row + $0 } }, columnCount: 9, variableCount: 17)
        let minors = try Minors(of: matrix, size: 6)
        let bytes = 100_000.0
        let error = #expect(throws: MinorsError.self) {
            _ = try minors.units.statistics(.none, memory: TermMemory(limit: bytes))
        }
        #expect(error == .outOfMemory(size: 6, available: bytes))
        #expect(throws: MinorsError.outOfMemory(size: 6, available: bytes)) {
            _ = try minors.units.polynomials(memory: TermMemory(limit: bytes))
        }
        // What is kept counts: enough to count is not enough to keep.
        let enough = TermMemory(limit: 2e6)
        let counted = try #require(try minors.units.statistics(.none, memory: enough))
        #expect(counted.terms * 20 > 2_000_000, "\(counted)")
        #expect(throws: MinorsError.self) { _ = try minors.units.polynomials(memory: TermMemory(limit: 2e6)) }
        #expect(try minors.units.polynomials(memory: TermMemory(limit: 1e9)).count == counted.nonzero)
    }

    @Test func degenerateMatrices() throws {
        // Determinant 2·w_0·w_1·w_2: over ℤ/2 it is left out, with its separator.
        let even = VariableMatrix(
            rows: [[nil, 0, 1, 3], [0, nil, 2, 3], [1, 2, nil, 3]], columnCount: 4, variableCount: 4)
        for (characteristic, count) in [(0, 4), (2, 3), (3, 4)] {
            let formatter = PolynomialFormatter(
                .indexed, names: ["a", "b", "c", "d"], characteristic: characteristic)
            let text = Mutex("")
            let written = try Minors(of: even, size: 3).writeText(formatter, separator: ",", terminator: ";")
            {
                bytes in
                let piece = String(decoding: bytes, as: UTF8.self)
                text.withLock { $0 += piece }
            }
            #expect(written == count)
            let pieces = text.withLock { $0.split(separator: ",", omittingEmptySubsequences: false) }
            #expect(pieces.count == count && pieces.allSatisfy { $0.count > 1 && $0.hasSuffix(";") })
            #expect(pieces.contains { $0.contains("2*a") } == (characteristic == 0))
        }
        let zero = VariableMatrix(rows: [[nil, nil], [nil, nil]], columnCount: 2, variableCount: 3)
        #expect(try all(Minors(of: zero, size: 2)).map(\.polynomial) == [.zero])
        #expect(
            try Minors(of: zero, size: 2).statistics() == MinorStatistics(minors: 1, nonzero: 0, terms: 0))
        let empty = VariableMatrix(rows: [], columnCount: 4, variableCount: 3)
        #expect(try Minors(of: empty, size: 1).count == 0)
        #expect(try all(Minors(of: zero, size: 3)).isEmpty)
        // Equal rows: every minor cancels.
        let equal = VariableMatrix(rows: [[0, 1, 2], [0, 1, 2]], columnCount: 3, variableCount: 3)
        #expect(try all(Minors(of: equal, size: 2)).allSatisfy { $0.polynomial.isZero })
    }

    @Test func stopsWhenAsked() throws {
        let matrix = VariableMatrix(rows: [[0, 1, 2], [1, 2, 3]], columnCount: 3, variableCount: 4)
        var seen = 0
        try Minors(of: matrix, size: 2).visit { _ in
            seen += 1
            return seen < 2
        }
        #expect(seen == 2)
    }

    @Test func refusesWhatIsOutOfReach() {
        let row = [Int?](repeating: 0, count: 60)
        let large = VariableMatrix(
            rows: [[Int?]](repeating: row, count: 60), columnCount: 60, variableCount: 1)
        #expect(throws: MinorsError.self) { try Minors(of: large, size: 10) }
        #expect(throws: MinorsError.self) { try Minors(of: large, size: 21) }
    }

    @Test func determinantsKeepTheOrderOfRows() throws {
        let rows: [[Int?]] = [[0, 1], [2, 3]]
        let matrices = [rows, rows.reversed(), [[nil, 1], [nil, 3]], rows].map {
            VariableMatrix(rows: $0, columnCount: 2, variableCount: 4)
        }
        let list = try DeterminantList(count: 4, size: 2, variableCount: 4) { matrices[$0] }
        var texts: [String] = []
        try list.visit {
            texts.append($0.polynomial.description)
            return true
        }
        #expect(texts == ["-w_1*w_2 + w_0*w_3", "w_1*w_2 - w_0*w_3", "0", "-w_1*w_2 + w_0*w_3"])
        #expect(try list.statistics() == MinorStatistics(minors: 4, nonzero: 3, terms: 6))
    }
}

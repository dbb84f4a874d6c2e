import ExactAlgebra
import Foundation
import Macaulay2
import TestSupport
import Testing

@testable import Neurovariety

@Suite struct BettiTableTests {
    /// Depth, regularity, extremal Betti numbers and Betti tables of Macaulay2, for every reduced architecture with K ≤ 12.
    @Test func recorded() throws {
        let records = try #require(try RecordedHomology.recorded())
        let all = ReducedArchitectures.upTo(endToEndFilterSize: 12)
        #expect(Set(all) == Set(try records.map { try architecture($0.filterSizes, $0.strides) }))
        #expect(records.count == all.count)
        for record in records { try check(record) }
    }

    /// The same from a run now, where K is small.
    @Test(.enabled(if: LiveMacaulay2.isPresent, "no Macaulay2 found: live tests are skipped"))
    func live() throws {
        for program in LiveMacaulay2.programs {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: program.path)
            process.arguments = ["--script", Fixtures.path("homology/betti.m2"), "4", "9"]
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            let records = try #require(RecordedHomology.all(in: output), "\(output.prefix(500))")
            #expect(records.count == ReducedArchitectures.upTo(endToEndFilterSize: 9).count)
            for record in records { try check(record) }
        }
    }

    private func check(_ record: RecordedHomology) throws {
        let a = try architecture(record.filterSizes, record.strides)
        let invariants = HomologicalInvariants(a)
        #expect(invariants.depth == record.depth && invariants.regularity == record.regularity, "\(a)")
        let corners = record.betti.filter { corner in
            !record.betti.keys.contains { other in
                other != corner.key && other[0] >= corner.key[0]
                    && other[1] - other[0] >= corner.key[1] - corner.key[0]
            }
        }
        #expect(table(invariants.extremalBettiNumbers) == corners, "\(a)")
        let betti = try #require(try BettiTable.run(a))
        #expect(table(betti.numbers) == record.betti, "\(a)")
    }

    private func table(_ numbers: [BettiNumber]) -> [[Int]: Int] {
        Dictionary(
            uniqueKeysWithValues: numbers.map {
                ([$0.homologicalDegree, $0.degree], Int(exactly: $0.value) ?? -1)
            })
    }

    /// Alternating sums are the Hilbert series; corners are the extremal Betti numbers; also where layers merge or vanish.
    @Test(arguments: assortment.indices) func againstTheHilbertSeries(index: Int) throws {
        let a = try architecture(assortment[index].filterSizes, assortment[index].strides)
        // (2,2,2,2;2,2,2) has the most vertices.
        let betti = try #require(try BettiTable.run(a))
        let series = try HilbertSeries(a)
        // Σ (−1)^i β_{i,j} z^j = h(z)·(1 − z)^codim.
        var expected = series.numerator
        for _ in 0..<a.codimension {
            expected.append(.zero)
            for place in (1..<expected.count).reversed() { expected[place] -= expected[place - 1] }
        }
        var sums = [Integer](repeating: .zero, count: expected.count)
        for number in betti.numbers {
            sums += [Integer](repeating: .zero, count: max(0, number.degree + 1 - sums.count))
            sums[number.degree] += number.homologicalDegree.isMultiple(of: 2) ? number.value : -number.value
        }
        while sums.count > expected.count, sums.last == .zero { sums.removeLast() }
        #expect(sums == expected, "\(a)")
        for corner in HomologicalInvariants(a).extremalBettiNumbers {
            #expect(betti.numbers.contains(corner))
        }
        // Minimal generators.
        let generators = Dictionary(
            uniqueKeysWithValues: betti.numbers.filter { $0.homologicalDegree == 1 }.map {
                ($0.degree, $0.value)
            })
        #expect(generators == NonfaceCounts(a)?.bySize, "\(a)")
    }

    @Test func refusalsAndStops() throws {
        #expect(throws: BettiError.self) { try BettiCost(architecture([30, 30], [3])) }
        #expect(throws: BettiError.self) { try BettiTable.run(architecture([12, 10], [2])) }
        #expect(
            try BettiTable.run(architecture([5, 5], [3]), control: WorkControl(shouldStop: { true })) == nil)
    }
}

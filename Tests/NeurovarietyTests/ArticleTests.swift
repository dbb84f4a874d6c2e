import ExactAlgebra
import Foundation
import TestSupport
import Testing

@testable import Neurovariety

/// `Sources/Neurovariety/Neurovariety.docc/Resources/neurovarieties.tex`: LaTeX takes it, and what it says of examples is what is computed.
@Suite struct ArticleTests {
    private static let pdflatex = LiveProgram.latex.first { $0.name == "pdflatex" }

    private func article() throws -> String {
        let file = Fixtures.folder.deletingLastPathComponent().appendingPathComponent(
            "Sources/Neurovariety/Neurovariety.docc/Resources/neurovarieties.tex")
        return try String(contentsOf: file, encoding: .utf8)
    }

    /// The lines between two comments.
    private func part(_ name: String) throws -> Substring {
        let text = try article()
        let start = try #require(text.firstRange(of: "% \(name)"))
        let end = try #require(text.firstRange(of: "% end of \(name)"))
        return text[start.upperBound..<end.lowerBound]
    }

    /// No error, undefined reference or line that is too long in two runs.
    @Test(.enabled(if: pdflatex.map { $0.isPresent || $0.isRequired } ?? true, "no pdflatex found"))
    func isADocument() throws {
        let pdflatex = try #require(Self.pdflatex)
        #expect(try LatexDocument(whole: article()).problems(with: pdflatex) == nil)
    }

    /// All minors of the smaller examples are there, and each polynomial that is there is a minor of an example.
    @Test func polynomials() throws {
        let joined = try part("polynomials").replacing("$\\\\\n&&$\\quad{}", with: "")
        let written = Set(joined.matches(of: /\$(w_\{\d[^$]*)\$/).map { String($0.1) })
        func minors(_ filterSizes: [Int], _ strides: [Int]) throws -> Set<String> {
            let a = try architecture(filterSizes, strides)
            let formatter = PolynomialFormatter(.latex, variableCount: a.endToEndFilterSize)
            return Set(try PrimeIdeal(a).polynomials().map(formatter.string))
        }
        var known: Set<String> = []
        for (filterSizes, strides) in [([2, 2], [2]), ([3, 2], [2]), ([5, 2], [3]), ([1, 2, 2], [2, 2])] {
            known.formUnion(try minors(filterSizes, strides))
        }
        let some = try minors([3, 2, 2], [2, 2])
        #expect(known.subtracting(written).isEmpty)
        #expect(written.subtracting(known).isSubset(of: some))
        #expect(written.count == known.count + 4)
    }

    @Test func numbersOfGenerators() throws {
        let rows = try part("counts").matches(
            of: /\$\(([0-9,]+);([0-9,]+)\)\$ & ((?:\$[0-9{}:\\,]+\$(?:, )?)+)/)
        #expect(rows.count == 6)
        for row in rows {
            let numbers = [row.1, row.2].map { $0.split(separator: ",").compactMap { Int($0) } }
            let counts = try #require(NonfaceCounts(architecture(numbers[0], numbers[1])))
            let written = row.3.matches(of: /(\d+){:}\\,(\d+)/).map {
                (Int($0.1) ?? 0, Integer(Int($0.2) ?? 0))
            }
            #expect(Dictionary(uniqueKeysWithValues: written) == counts.bySize, "\(row.0)")
        }
    }

    /// The summands of the generators.
    @Test func representations() throws {
        func factor(_ partition: Partition, _ rank: Int) -> String {
            "S_{\(partition)}(\\kk\(rank == 1 ? "" : "^\(rank)"))"
        }
        for (sizes, degrees) in [([5, 2], [3, 4]), ([9, 5], [5, 6])] {
            let representation = try #require(try GeneratorRepresentation(architecture(sizes, [3])))
            let (r, l) = (representation.ribbons.topFormCount, representation.ribbons.lowFormCount)
            #expect(representation.degrees.map(\.degree) == degrees)
            for degree in representation.degrees {
                let summands = degree.summands.map { summand in
                    ([factor(summand.top, r)] + (summand.low == .empty ? [] : [factor(summand.low, l)])
                        + (summand.highestWeight == 0 ? [] : ["S_\(summand.highestWeight)"]))
                        .joined(separator: "\\otimes ")
                }
                let line = "M_\(degree.degree)=" + summands.joined(separator: "\\ \\oplus\\ ")
                #expect(try article().contains(line), "\(line)")
            }
        }
    }

    /// The face numbers, the numerator of the Hilbert series, and the levels that decide whether J is radical.
    @Test func invariants() throws {
        let a = try architecture([5, 2], [3])
        let invariants = try HilbertInvariants.run(a, upTo: 1)
        let faces = try #require(invariants.fVector).map(\.description).joined(separator: ", ")
        #expect(try article().contains("are $\(faces)$, and the Hilbert series is $(1+2z+3z^2-z^4)/(1-z)^6$"))
        #expect(invariants.series?.numerator == [1, 2, 3, 0, -1])
        for (filterSizes, stride, isRadical) in [
            ([5, 2], 3, true), ([8, 2], 3, false), ([5, 2], 4, false),
        ] {
            #expect(try Radicality.byLevels(architecture(filterSizes, [stride])) == isRadical)
        }
    }
}

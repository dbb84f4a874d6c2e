import ExactAlgebra
import Exports
import Foundation
import Neurovariety
import TestSupport
import Testing

@testable import CrossValidation
@testable import Reports
@testable import Studies

@Suite struct ReportTests {
    @Test func tables() {
        let table = Table(
            caption: "A_1 & 𝔓", header: ["row", "x", "yy"],
            rows: [Table.Row("a|b", ["1", "2 s"]), Table.Row("c", ["> 60 s", "–"])],
            notes: ["note"])
        #expect(
            table.text(width: nil)
                == "A_1 & 𝔓\n\nrow       x   yy\n────────────────\na|b       1  2 s\nc    > 60 s    –\n\nnote\n"
        )
        #expect(
            table.markdown
                == "**A_1 & 𝔓**\n\n| row | x | yy |\n| --- | ---: | ---: |\n| a\\|b | 1 | 2 s |\n| c | > 60 s | – |\n\n- note\n"
        )
    }

    @Test func quantities() {
        // No integer holds these.
        #expect(Quantity.seconds(1e300).hasPrefix("1000") && Quantity.seconds(1e300).hasSuffix(" s"))
        #expect(Quantity.ratio(1e30).hasPrefix("1,000,") && Quantity.ratio(1e30).hasSuffix("×"))
        #expect(
            [0.00431, 0.0431, 0.431, 4.31, 43.1, 816.198, 99.96, 0.000075].map(Quantity.seconds)
                == ["0.00431 s", "0.0431 s", "0.431 s", "4.31 s", "43.1 s", "816 s", "100.0 s", "0.000075 s"])
        #expect(
            [0, 12, 999, 1000, 14112, 1_234_567].map { Quantity.count($0) } == [
                "0", "12", "999", "1,000", "14,112", "1,234,567",
            ])
        #expect(Quantity.count("-1000") == "-1,000")
        #expect(Quantity.limit(60) == "60 s" && Quantity.limit(0.5) == "0.5 s")
    }

    @Test func letters() throws {
        #expect(LetterPolynomial.parse("AD - BC")?.description == "-w_1*w_2 + w_0*w_3")
        #expect(LetterPolynomial.parse("2ABGH - A^2H^2")?.coefficients.count == 2)
        for bad in ["", "A +", "A B^", "a", "A + B^2", "A ++ B", "3", "A^", "A*B", "+ A"] {
            #expect(LetterPolynomial.parse(bad) == nil, "\(bad)")
        }
    }

    @Test func paperData() throws {
        let table = try PaperData.table2()
        #expect(table.columns.map(\.kernel) == [0.315, 8.407, 816.198, nil])
        #expect(table.columns.map(\.idealJ) == [0.008, 0.177, 26.671, 40.647])
        #expect(try PaperData.statements().map(\.generators.count) == [1, 1, 5, 13])
    }

    @Test func examplesNatively() throws {
        for statement in try PaperData.statements() {
            let comparison = try ExampleComparison.run(statement, session: nil)
            for check in comparison.checks {
                #expect(check.verdict == .agrees, "\(statement.name): \(check.name)")
            }
        }
    }

    /// The time of the whole has what is done before anything is counted.
    @Test(arguments: GeneratorSet.allCases) func timesOfCounts(set: GeneratorSet) throws {
        let counts = try IdealCounts {
            try IdealGenerators(Architecture(filterSizes: [5, 5], strides: [3]), set)
        }
        let parts = counts.rows.compactMap(\.seconds)
        #expect(counts.secondsToFind >= 0 && parts.reduce(counts.secondsToFind, +) <= counts.seconds)
        let table = IdealCountsReport(counts).tables[0]
        let isFound = [.trimmed, .reduced, .minimal].contains(set)
        #expect((table.rows.dropLast().last?.label == "finding") == isFound)
        #expect(parts.isEmpty == [.trimmed, .reduced].contains(set))
        #expect(table.rows.last?.cells.last == Quantity.seconds(counts.seconds))
    }

    @Test func counts() throws {
        struct Numbers: Decodable, Equatable {
            let minors: Int
            let nonzero: Int
            let terms: Int
        }
        func counts(_ set: GeneratorSet) throws -> [String: Numbers] {
            let text = IdealCountsReport(
                try IdealCounts { try IdealGenerators(Architecture(filterSizes: [5, 5], strides: [3]), set) }
            ).json.text
            let decoded = try JSONSerialization.jsonObject(with: Data(text.utf8))
            guard let object = decoded as? [String: Any], var parts = object["parts"] as? [String: Any]
            else { return [:] }
            parts["total"] = object["total"]
            return try parts.compactMapValues { value in
                guard let fields = value as? [String: Any] else { return nil }
                return try JSONDecoder().decode(
                    Numbers.self, from: JSONSerialization.data(withJSONObject: fields))
            }
        }
        #expect(
            try counts(.paper) == [
                "J1": Numbers(minors: 80, nonzero: 80, terms: 368),
                "J2": Numbers(minors: 1225, nonzero: 1185, terms: 10874),
                "total": Numbers(minors: 1305, nonzero: 1265, terms: 11242),
            ])
        #expect(try counts(.levels).keys.sorted() == ["level5", "level6", "total"])
        #expect(try counts(.minimal)["degree3"]?.nonzero == 80)
    }

    @Test func architectureReports() throws {
        let text = try ArchitectureReport(
            ArchitectureSummary(Architecture(filterSizes: [3, 2, 2], strides: [2, 2]))
        ).text
        #expect(
            text.contains("end-to-end filter size K  9")
                && text.contains("35 minors of size 3, of a 7 × 3 matrix"))
        let huge = try ArchitectureReport(
            ArchitectureSummary(Architecture(filterSizes: [400, 400], strides: [3]))
        ).text
        #expect(huge.contains("codimension               798"))
    }
}

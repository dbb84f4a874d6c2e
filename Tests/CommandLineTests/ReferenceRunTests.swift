import Foundation
import Neurovariety
import TestSupport
import Testing

@testable import Reports
@testable import Studies

/// What the README shows of times are the reference runs in `fixtures/bench`.
@Suite struct ReferenceRunTests {
    private static let readme = Fixtures.folder.deletingLastPathComponent().appendingPathComponent(
        "README.md")

    @Test func everyMachineHasEverything() throws {
        let runs = Dictionary(grouping: try ReferenceRun.all(), by: \.machine)
        #expect(!runs.isEmpty)
        for (machine, documents) in runs {
            let names = documents.map(\.name)
            #expect(Set(ReferenceRun.subjects).isSubset(of: names), "\(machine): \(names)")
            #expect(names.contains { $0.hasPrefix("table2-") })
            for document in documents where document.definition == "benchIdeals" {
                let works = try document.decoded(IdealsDocument.self).works
                #expect(works.allSatisfy { $0.disagreement == nil }, "\(machine), \(document.name)")
            }
        }
    }

    /// Written anew when the tests run with `LCNGEN_RECORD=1`.
    @Test func theReadmeShowsThem() throws {
        var readme = try String(contentsOf: Self.readme, encoding: .utf8)
        for (name, text) in [
            ("table2", try table2()), ("bench kernel", try ideals("kernel")),
            ("bench linear-algebra", try ideals("linear-algebra")), ("bench reading", try ideals("reading")),
        ] {
            let from = try #require(readme.range(of: "<!-- \(name) -->\n"), "\(name)").upperBound
            let to = try #require(readme.range(of: "<!-- /\(name) -->\n"), "\(name)").lowerBound
            if Fixtures.isRecording {
                readme.replaceSubrange(from..<to, with: text)
            } else {
                #expect(readme[from..<to] == text, "\(name): record anew by LCNGEN_RECORD=1 swift test")
            }
        }
        if Fixtures.isRecording { try Data(readme.utf8).write(to: Self.readme) }
    }

    /// Of the first machine, as the others.
    private func documents(_ prefix: String) throws -> [ReferenceRun] {
        let runs = try ReferenceRun.all().filter { $0.name == prefix || $0.name.hasPrefix(prefix + "-") }
        return runs.filter { $0.machine == runs.first?.machine }
    }

    private func table2() throws -> String {
        let documents = try documents("table2").map { try $0.decoded(Table2Document.self) }
        let columns = try documents.flatMap(\.architectures).map { column in
            Table2Column(
                try Architecture(filterSizes: column.filterSizes, strides: column.strides),
                cells: Dictionary(
                    uniqueKeysWithValues: column.times.compactMap { key, time in
                        Table2Column.Row(rawValue: key).map { ($0, time) }
                    }))
        }
        let first = try #require(documents.first)
        var table = Table2Report(
            Table2Measurement(
                columns: columns, paper: try PaperData.table2(), machine: first.machine),
            macaulay2: first.macaulay2, limits: .init(seconds: first.limitSeconds)
        ).table
        table.notes = ["\(first.machine), Macaulay2 \(first.macaulay2)."]
        return framed(table)
    }

    /// A row for each way, a column for each ideal.
    private func ideals(_ name: String) throws -> String {
        let document = try #require(try documents(name).first).decoded(IdealsDocument.self)
        let headings = document.works.map { work -> Heading in
            let list = work.filterSizes.map(String.init).joined(separator: ",")
            return Heading("\(work.ideal) (\(list);\(work.strides[0]))")
        }
        var table = Table(
            caption: "", header: ["way"] + headings,
            rows: try #require(document.works.first).ways.map(\.name).map { name in
                Table.Row(
                    name,
                    document.works.map { work in
                        work.ways.first { $0.name == name }.map { .time($0.time) } ?? .nothing("–")
                    })
            })
        let singular = document.singular.map { ", Singular \($0)" } ?? ""
        table.notes = [
            "\(document.machine), Macaulay2 \(document.macaulay2)\(singular), limit \(Quantity.limit(document.limitSeconds))."
        ]
        return framed(table)
    }

    /// Without its caption.
    private func framed(_ table: Table) -> String {
        "```\n" + table.text(width: nil).drop(while: \.isNewline) + "```\n"
    }
}

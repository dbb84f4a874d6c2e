import Foundation
import Neurovariety
import Studies
import TestSupport
import Testing

@testable import Reports

/// The page of an atlas, as it stands.
@Suite struct AtlasPageTests {
    private func page(upTo largest: Int) throws -> String {
        AtlasReport(try Atlas.run(upTo: largest, journal: nil)).rendered(.html, by: .test)
    }

    /// Every line is in the page without a script.
    @Test func everyLineIsThere() throws {
        let atlas = try Atlas.run(upTo: 9, journal: nil)
        let page = AtlasReport(atlas).rendered(.html, by: .test)
        #expect(page.contains("<noscript>") && page.contains(">\(atlas.rows.count) architectures</p>"))
        for row in atlas.rows {
            let cells = row.fields.dropFirst(2).map { "<td>\($0)</td>" }.joined()
            #expect(page.contains("<tr><th scope=\"row\">\(row.architecture)</th>\(cells)</tr>\n"))
        }
    }

    /// Nothing is fetched, and a browser is told so.
    @Test func isSelfContained() throws {
        let page = try page(upTo: 5)
        for mark in ["src=", "url(", "<link", "@import", "fetch(", "XMLHttpRequest"] {
            #expect(!page.contains(mark), "\(mark)")
        }
        #expect(page.contains("Content-Security-Policy\" content=\"default-src 'none';"))
        #expect(page.matches(of: /https?:/).count == 1, "the paper")
        #expect(try page == self.page(upTo: 5))
    }

    /// Columns are explained with the same words everywhere.
    @Test func explanations() throws {
        let report = AtlasReport(try Atlas.run(upTo: 4, journal: nil))
        let page = report.rendered(.html, by: .test)
        let text = report.rendered(.text, by: .test)
        let headings = Set(AtlasColumn.figures.map(\.heading))
        #expect(headings.count == AtlasColumn.allCases.count - 2)
        for column in AtlasColumn.figures {
            #expect(text.contains("\n\(column.heading): \(column.explanation)."))
            let words = SVGStyle.escaped(column.explanation)
            #expect(page.contains("<abbr title=\"\(words)\">\(column.heading)</abbr>"))
            #expect(page.contains("<dt>\(column.heading)</dt><dd>\(words)</dd>"))
        }
    }

    /// A stopped atlas says so.
    @Test func stopped() throws {
        var rows = 0
        let atlas = try Atlas.run(
            upTo: 8, journal: nil, shouldStop: { rows == 5 }, progress: { _, _ in rows += 1 })
        #expect(atlas.rows.count == 5 && atlas.missingCount == 16)
        #expect(
            AtlasReport(atlas).rendered(.html, by: .test).contains(
                "<strong>Stopped: 16 rows are missing.</strong>"))
    }
}

/// `fixtures/atlas/schema.json`, a Table Schema, says what the columns of the CSV are.
@Suite struct AtlasSchemaTests {
    private struct Schema: Decodable {
        let fields: [Field]
        let primaryKey: [String]
        let missingValues: [String]
    }

    private struct Field: Decodable {
        struct Constraints: Decodable {
            let required: Bool?
            let pattern: String?
            let `enum`: [String]?
            let minimum: Int?
        }
        let name: String
        let title: String
        let description: String
        let type: String
        let constraints: Constraints
    }

    private func schema() throws -> Schema {
        try JSONDecoder().decode(Schema.self, from: Data(Fixtures.bytes("atlas/schema.json")))
    }

    /// Each column is described, with the words of the program, and no other.
    @Test func isThatOfTheProgram() throws {
        let schema = try schema()
        #expect(schema.fields.map(\.name) == AtlasColumn.allCases.map(\.rawValue))
        #expect(schema.primaryKey == ["filter_sizes", "strides"] && schema.missingValues == [""])
        for (field, column) in zip(schema.fields, AtlasColumn.allCases) {
            #expect(field.title == column.heading && field.description == column.explanation)
            switch column.content {
            case .integer:
                #expect(field.type == "integer" && field.constraints.minimum != nil, "\(field.name)")
            case .numbers:
                #expect(field.type == "string" && field.constraints.pattern != nil, "\(field.name)")
            case .words(let words):
                let own = (field.constraints.enum ?? []) + (field.constraints.required == true ? [] : [""])
                #expect(field.type == "string" && own.sorted() == words.sorted(), "\(field.name)")
            }
        }
    }

    /// All lines of the atlas are as it says; the program for such schemas is asked by `fixtures/atlas/check.sh`.
    @Test func describesTheAtlas() throws {
        let schema = try schema()
        let lines = String(decoding: try Fixtures.bytes("atlas/atlas-24.csv"), as: UTF8.self)
            .split(separator: "\n").map { $0.components(separatedBy: ",") }
        #expect(lines.first == schema.fields.map(\.name) && lines.count == 1_120)
        for (place, field) in schema.fields.enumerated() {
            let pattern = try field.constraints.pattern.map { try Regex($0) }
            let values = lines.dropFirst().map { $0[place] }
            for value in Set(values) {
                guard !value.isEmpty else {
                    #expect(field.constraints.required != true, "\(field.name)")
                    continue
                }
                if let words = field.constraints.enum {
                    #expect(words.contains(value), "\(field.name): \(value)")
                }
                if let pattern { #expect(value.wholeMatch(of: pattern) != nil, "\(field.name): \(value)") }
                if field.type == "integer" {
                    let number = try #require(Int(value), "\(field.name): \(value)")
                    #expect(number >= field.constraints.minimum ?? .min, "\(field.name): \(value)")
                }
            }
            // Where nothing may stand, there is nothing somewhere.
            #expect(values.contains("") == (field.constraints.required != true), "\(field.name)")
        }
        #expect(Set(lines.dropFirst().map { $0.prefix(2).joined(separator: ";") }).count == lines.count - 1)
    }
}

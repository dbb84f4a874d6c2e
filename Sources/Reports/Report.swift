import Exports
import Macaulay2

/// What can be written down: a value as text for the terminal, as JSON, as tables, and in other formats.
///
/// A report has values; it computes none that take time, starts no process and opens no file. One made of tables says
/// only these: text, Markdown, LaTeX and CSV follow.
package protocol Report: Sendable {
    /// The formats it has, the usual one first.
    static var formats: [ReportFormat] { get }

    /// One below the other.
    var tables: [Table] { get }
    /// For a terminal with so many letters in a line; nil for any width. Only tables heed it.
    func text(width: Int?) -> String
    var markdown: String { get }
    var latex: String { get }
    /// The members of a document, see ``rendered(_:by:)``.
    var json: JSONValue { get }
    var csv: String { get }
    /// One drawing.
    var svg: String { get }
    /// A page that needs nothing else.
    var html: String { get }
}

/// The forms in which reports are printed.
package enum ReportFormat: String, CaseIterable, Sendable {
    case text, markdown, latex, json, csv, svg, html
}

extension Report {
    package static var formats: [ReportFormat] { [.text, .json] }

    package var tables: [Table] { [] }
    package func text(width: Int?) -> String {
        let tables = tables
        return tables.isEmpty
            ? Self.lacks(.text) : tables.map { $0.text(width: width) }.joined(separator: "\n")
    }
    /// As wide as it is.
    package var text: String { text(width: nil) }
    package var markdown: String { tables.map(\.markdown).joined(separator: "\n") }
    package var latex: String { tables.map(\.latex).joined(separator: "\n") }
    package var csv: String { Table.csv(tables) }
    package var svg: String { Self.lacks(.svg) }
    package var html: String { Self.lacks(.html) }

    /// The report in one of its formats.
    ///
    /// - Parameters:
    ///   - provenance: what made it; JSON says so.
    ///   - width: of the terminal, for text.
    /// - Precondition: the format is one of ``formats``.
    package func rendered(
        _ format: ReportFormat, by provenance: Provenance, width: Int? = nil
    ) -> String {
        precondition(Self.formats.contains(format), "\(Self.self) is not written as \(format)")
        switch format {
        case .text: return text(width: width)
        case .markdown: return markdown
        case .latex: return latex
        case .json: return json.document(by: provenance).text
        case .csv: return csv
        case .svg: return svg
        case .html: return html
        }
    }

    private static func lacks(_ format: ReportFormat) -> String {
        preconditionFailure("\(Self.self) is not written as \(format)")
    }
}

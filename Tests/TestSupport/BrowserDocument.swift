import Foundation

/// A drawing or a page that Chromium is to lay out.
package struct BrowserDocument: Sendable, Encodable {
    private let name: String
    private let text: String
    private let kind: String
    /// Of the window.
    private let width: Int

    /// A drawing; one as wide as this stands on a page with margins.
    package static func svg(_ text: String, _ name: String, width: Int = 900) -> Self {
        Self(name: name, text: text, kind: "svg", width: width)
    }

    /// A page in a wide and in a narrow window.
    package static func html(_ text: String, _ name: String) -> [Self] {
        [1200, 500].map { Self(name: "\(name), \($0) wide", text: text, kind: "html", width: $0) }
    }

    private struct Finding: Decodable {
        let name: String
        /// How many pieces of text were measured.
        let texts: Int
        let problems: [String]
    }

    /// What is wrong with them: not well-formed, text that overlaps or leaves its box, wider than the window. With the
    /// name of the document, one a line.
    package static func problems(_ documents: [Self]) throws -> [String] {
        let data = String(decoding: try JSONEncoder().encode(documents), as: UTF8.self)
        let script = try String(contentsOfFile: Fixtures.path("browser/measure.js"), encoding: .utf8)
        let findings: [Finding] = try BrowserPage.report(
            of: """
                <!doctype html><meta charset="utf-8"><body>
                <script type="application/json" id="documents">\(data.replacing("<", with: "\\u003c"))</script>
                <script>\(script)</script></body>
                """)
        guard findings.count == documents.count else { throw BrowserPage.NoReport(output: "\(findings)") }
        return findings.flatMap { finding in
            (finding.problems.isEmpty && finding.texts == 0 ? ["nothing is written in it"] : finding.problems)
                .map { "\(finding.name): \($0)" }
        }
    }
}

import Foundation

/// A LaTeX document, or a text that is to be read into one.
package struct LatexDocument: Sendable {
    private let text: String
    private let isWhole: Bool

    /// A text that is read into an article with the packages that the text says it needs.
    package init(_ text: String) { (self.text, isWhole) = (text, false) }

    /// A document as it stands.
    package init(whole text: String) { (self.text, isWhole) = (text, true) }

    private var document: String {
        if isWhole { return text }
        let packages = text.firstMatch(of: /% .*needs (\\usepackage\{[a-z,]*\})/).map { String($0.1) } ?? ""
        return "\\documentclass{article}\n\(packages)\n\\begin{document}\n\\input{text}\n\\end{document}\n"
    }

    /// What an engine finds wrong with it: errors, lines that are too long, letters that no font has; nil if nothing.
    package func problems(with engine: LiveProgram) throws -> String? {
        let scratch = try ScratchFolder()
        try scratch.write(text, to: "text.tex")
        try scratch.write(document, to: "document.tex")
        // The second run knows the widths of columns and the numbers that are referred to.
        for _ in 1...2 {
            let (status, output) = try LiveProgram.run(
                engine.path ?? engine.name,
                ["-interaction=nonstopmode", "-halt-on-error", "document.tex"], in: scratch)
            guard status == 0 else { return "\(engine): status \(status): \(output.suffix(1500))" }
        }
        let log = String(
            decoding: try Data(contentsOf: scratch.url.appendingPathComponent("document.log")),
            as: UTF8.self)
        let problems = log.split(separator: "\n").filter { line in
            line.hasPrefix("!") || line.contains("Overfull") || line.contains("Missing character")
                || line.contains("too large") || line.contains("undefined")
        }
        return problems.isEmpty ? nil : "\(engine): " + problems.prefix(5).joined(separator: "\n")
    }

    /// What is wrong with any of the engines that are there.
    package var problems: [String] {
        get throws { try LiveProgram.latex.filter(\.isPresent).compactMap { try problems(with: $0) } }
    }

    package static var isPossible: Bool { LiveProgram.latex.contains(where: \.isPresent) }
}

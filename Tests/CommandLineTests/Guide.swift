import Foundation

/// An article with blocks of code that are run, each in its turn, and blocks of what they print.
struct Guide {
    struct Step {
        /// `python` or `sh`.
        let language: String
        let code: String
        /// What the article shows of the output.
        var shown = ""
    }

    private(set) var steps: [Step] = []

    /// Blocks of `text` are the output of the block before them.
    init(_ article: String) {
        for block in article.matches(of: /(?m)^```([a-z]+)\n((?s:.*?))^```$/) {
            let (language, text) = (String(block.1), String(block.2))
            if language == "text", !steps.isEmpty {
                steps[steps.count - 1].shown += text
            } else {
                steps.append(Step(language: language, code: text))
            }
        }
    }

    /// The first line shown that is not in the output after the one before it; nil if all are.
    ///
    /// Words must be the same, numbers nearly: other processors and releases round otherwise. `…` stands for any lines, and in a line for any word.
    static func firstMissing(of shown: String, in output: String) -> String? {
        var printed = output.split(separator: "\n")[...]
        for line in shown.split(separator: "\n") where line != "…" {
            guard let place = printed.firstIndex(where: { agree(line, $0) }) else { return String(line) }
            printed = printed[(place + 1)...]
        }
        return nil
    }

    private static func agree(_ shown: Substring, _ printed: Substring) -> Bool {
        func words(_ line: Substring) -> [Substring] { line.split { $0 == " " || $0 == "," } }
        let (shown, printed) = (words(shown), words(printed))
        return shown.count == printed.count
            && zip(shown, printed).allSatisfy { shown, printed in
                if shown == "…" || shown == printed { return true }
                guard shown.contains("."), let one = Double(shown), let other = Double(printed) else {
                    return false
                }
                return abs(one - other) <= 2e-5 * max(abs(one), abs(other))
            }
    }
}

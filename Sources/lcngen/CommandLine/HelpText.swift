import Reports

/// What the help of a command says beside its options, as paragraphs and lists, whatever lines it is written in.
struct HelpText {
    enum Block: Equatable {
        case paragraph(String)
        /// A word of a list, and what it stands for.
        case item(String, String)
        /// An empty line.
        case gap
    }

    private(set) var blocks: [Block] = []

    /// A line that has two blanks behind its first word begins an item, one that is indented by more than two goes on with
    /// it; all others are of paragraphs, which empty lines separate.
    init(_ text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                blocks.append(.gap)
                continue
            }
            let indentation = line.prefix { $0 == " " }.count
            let words = line.dropFirst(indentation)
            if indentation > 2, case .item(let name, let text) = blocks.last {
                blocks[blocks.count - 1] = .item(name, text + " " + words)
            } else if let gap = words.firstRange(of: "  ") {
                blocks.append(
                    .item(
                        String(words[..<gap.lowerBound]), String(words[gap.upperBound...].drop { $0 == " " }))
                )
            } else if case .paragraph(let text) = blocks.last {
                blocks[blocks.count - 1] = .paragraph(text + " " + words)
            } else {
                blocks.append(.paragraph(String(words)))
            }
        }
    }

    /// For a terminal.
    func lines(width: Int) -> [String] {
        let names = blocks.compactMap { if case .item(let name, _) = $0 { name.count } else { nil } }
        let indentation = (names.max() ?? 0) + 4
        return blocks.flatMap { block in
            switch block {
            case .gap: [""]
            case .paragraph(let text): TextLines.of(text, width: width)
            case .item(let name, let text): Self.hanging("  " + name, text, at: indentation, width: width)
            }
        }
    }

    /// A text beside a head, in lines one below the other.
    static func hanging(_ head: String, _ text: String, at place: Int, width: Int) -> [String] {
        TextLines.of(text, width: max(20, width - place)).enumerated().map { index, line in
            let start = index == 0 ? head : ""
            return start + String(repeating: " ", count: max(1, place - start.count)) + line
        }
    }
}

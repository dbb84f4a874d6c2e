/// Reads numbers with or without brackets, as people write them and as NumPy, PyTorch, JSON and Macaulay2 print them:
/// `1,2 3`, `[[1, 2], [3, 4]]`, `tensor([[[0.1, 0.2]]], requires_grad=True)`, `[np.float64(0.5)]`.
///
/// Entries are separated by blanks and newlines, with at most one comma or other separator. A name before a bracket
/// is left out, and so is `name=value` inside of one, but for `dtype`.
struct BracketReader {
    private static let closers: [Character: Character] = ["(": ")", "[": "]", "{": "}"]
    private static let brackets = Set(closers.keys).union(closers.values)
    /// PyTorch has at most 64 axes, but a filter has few.
    private static let deepest = 16

    private let separators: Set<Character>
    private var rest: Substring
    /// Numbers so far.
    private var count = 0

    /// The numbers and lists of a text, in order.
    static func items(_ text: String, separators: Set<Character>) throws(FilterTextError) -> [NestedNumbers] {
        var reader = Self(separators: separators, rest: text[...])
        return try reader.items(until: nil, depth: 0)
    }

    /// The same, as one list: the one that the text is, or all that it names.
    static func list(_ text: String, separators: Set<Character>) throws(FilterTextError) -> NestedNumbers {
        let items = try items(text, separators: separators)
        if items.count == 1, case .list = items[0] { return items[0] }
        return .list(items)
    }

    /// Whether the whole text is in brackets.
    static func isBracketed(_ text: String) -> Bool {
        guard let last = text.last(where: { !$0.isWhitespace }), closers.values.contains(last) else {
            return false
        }
        return text.prefixMatch(of: /\s*(Parameter\s+containing:\s*)?([A-Za-z_][A-Za-z0-9_.]*)?[(\[{]/) != nil
    }

    /// Whether a bracket opens somewhere.
    static func hasBrackets(_ text: String) -> Bool { text.contains { closers[$0] != nil } }

    private func endsWord(_ character: Character) -> Bool {
        character.isWhitespace || separators.contains(character) || isBracket(character)
    }

    private func isBracket(_ character: Character) -> Bool {
        Self.brackets.contains(character)
    }

    private mutating func items(
        until opener: Character?, depth: Int
    ) throws(FilterTextError) -> [NestedNumbers] {
        guard depth <= Self.deepest else { throw .tooDeep(limit: Self.deepest) }
        var items: [NestedNumbers] = []
        var precision: WrittenFilter.Precision?
        // Whether something stands behind the last separator, and whether there was one.
        var (isFilled, isSeparated) = (false, false)
        while true {
            rest = rest.drop(while: \.isWhitespace)
            guard let next = rest.first else {
                if let opener { throw .notClosed(opener) }
                // In brackets, as in Python, a separator may be the last.
                if isSeparated && !isFilled { throw .emptyEntry(count + 1) }
                break
            }
            if separators.contains(next) {
                guard isFilled else { throw .emptyEntry(count + 1) }
                (isFilled, isSeparated) = (false, true)
                rest.removeFirst()
                continue
            }
            isFilled = true
            if Self.closers[next] != nil {
                items.append(try bracket(depth))
            } else if isBracket(next) {
                guard let opener, Self.closers[opener] == next else { throw .notOpened(next) }
                rest.removeFirst()
                break
            } else if let item = try word(depth, &precision) {
                items.append(item)
            }
        }
        return precision.map { precision in items.map { $0.meant(precision) } } ?? items
    }

    private mutating func bracket(_ depth: Int) throws(FilterTextError) -> NestedNumbers {
        .list(try items(until: rest.removeFirst(), depth: depth + 1))
    }

    /// A number, or what a name is before; nil for what is left out.
    private mutating func word(
        _ depth: Int, _ precision: inout WrittenFilter.Precision?
    ) throws(FilterTextError) -> NestedNumbers? {
        let word = rest.prefix { !endsWord($0) }
        rest = rest[word.endIndex...]
        let isCall = rest.first.map { Self.closers[$0] != nil } ?? false
        if depth > 0, let sign = word.firstIndex(of: "="), Self.isName(word[..<sign]) {
            if word[..<sign] == "dtype" {
                precision = WrittenFilter.Precision(typeName: word[word.index(after: sign)...])
            }
            if isCall { try skipBracket() }
            return nil
        }
        if isCall, Self.isName(word) {
            let list = try bracket(depth)
            // `tensor([1, 2])` is its list, and `np.float32(0.5)` a number with its type.
            guard case .list(let items) = list, items.count == 1 else { return list }
            if let precision = WrittenFilter.Precision(typeName: word) { return items[0].meant(precision) }
            // PyTorch prints four digits behind the point, mostly of `float32` numbers: short decimals are not exact there.
            let isPrinted = word.hasSuffix("tensor") && items[0].hasFractions && items[0].isExact
            return isPrinted ? items[0].meant(.single) : items[0]
        }
        if word == "Parameter", let label = rest.prefixMatch(of: /\s+containing:/) {
            rest = rest[label.range.upperBound...]
            return nil
        }
        count += 1
        return .number(try number(word))
    }

    private func number(_ word: Substring) throws(FilterTextError) -> WrittenNumber {
        let shown = String(word.prefix(40))
        guard word != "..." else { throw .leftOut(shown) }
        do throws(WrittenNumber.Problem) {
            return try WrittenNumber(word)
        } catch {
            switch error {
            case .notANumber: throw .notANumber(shown)
            case .notFinite: throw .notFinite(shown)
            case .outOfRange: throw .outOfRange(shown)
            }
        }
    }

    private static func isName(_ word: Substring) -> Bool {
        word.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_.]*/) != nil
    }

    /// Skips a bracket with whatever is in it.
    private mutating func skipBracket() throws(FilterTextError) {
        var open: [Character] = []
        repeat {
            guard let next = rest.popFirst() else { throw .notClosed(open.last ?? "(") }
            if Self.closers[next] != nil {
                open.append(next)
            } else if isBracket(next), Self.closers[open.removeLast()] != next {
                throw .notOpened(next)
            }
        } while !open.isEmpty
    }
}

/// A formula found in plain text.
struct LatexFormula {
    /// To stand between dollar signs.
    private(set) var text = ""
    /// The place behind it.
    private(set) var end: Int
    /// Numbers alone are not worth a formula.
    private var isSymbolic = false
    private let characters: [Character]

    static let symbols: [Character: String] = [
        "⊆": "\\subseteq", "√": "\\surd", "Σ": "\\sum", "×": "\\times", "·": "\\cdot", "−": "-",
        "∞": "\\infty",
        "ℓ": "\\ell", "Δ": "\\Delta", "𝔓": "\\mathfrak{P}", "≥": "\\ge", "≤": "\\le", "≠": "\\ne",
        "φ": "\\varphi",
        "²": "^{2}", "₀": "_{0}", "₁": "_{1}", "₂": "_{2}", "₃": "_{3}", "₄": "_{4}", "₅": "_{5}",
        "₆": "_{6}", "₇": "_{7}", "₈": "_{8}", "₉": "_{9}",
    ]
    private static let subscripts = Array("₀₁₂₃₄₅₆₇₈₉")
    private static let operators: Set<Character> = [
        "=", "+", "-", "−", "*", "·", "⊆", "≥", "≤", "≠", "<", ">", "×", ":",
    ]

    /// Whether a formula cannot begin or end beside it.
    static func isOfWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }

    /// The longest formula that begins at a place; nil if there is none.
    init?(in characters: [Character], at place: Int) {
        self.characters = characters
        end = place
        guard readSum(isInside: false), isSymbolic else { return nil }
    }

    private func character(_ place: Int) -> Character? {
        characters.indices.contains(place) ? characters[place] : nil
    }

    private func placeBehindSpaces(_ start: Int) -> Int {
        var place = start
        while character(place) == " " { place += 1 }
        return place
    }

    /// Terms and operators between them.
    private mutating func readSum(isInside: Bool) -> Bool {
        if character(end) == "-", character(end + 1) != " " {
            text += "-"
            end += 1
        }
        guard readTerm(isInside: isInside) else { return false }
        while true {
            let before = self
            let place = placeBehindSpaces(end)
            guard let sign = character(place), Self.operators.contains(sign),
                sign != ":" || place > end
            else { return true }
            end = placeBehindSpaces(place + 1)
            switch sign {
            case "*": text += character(end)?.isNumber == true ? "\\cdot " : ""
            default: text += " \(Self.symbols[sign] ?? String(sign)) "
            }
            guard readTerm(isInside: true) else {
                self = before
                return true
            }
        }
    }

    private mutating func readTerm(isInside: Bool) -> Bool {
        guard let first = character(end) else { return false }
        switch first {
        case "(": return readList() || readGroup()
        case "√", "Σ":
            text += first == "√" ? "\\sqrt{" : "\\sum "
            end += 1
            isSymbolic = true
            guard readTerm(isInside: true) else { return false }
            if first == "√" { text += "}" }
            return true
        default: return readAtom(isInside: isInside)
        }
    }

    /// A number or a letter, with index and exponent.
    private mutating func readAtom(isInside: Bool) -> Bool {
        let before = self
        guard let first = character(end) else { return false }
        if first.isASCII, first.isNumber {
            while let digit = character(end), digit.isASCII, digit.isNumber {
                text.append(digit)
                end += 1
            }
        } else if (first.isASCII && first.isLetter) || "Δ𝔓ℓ".contains(first) {
            text += Self.symbols[first] ?? String(first)
            end += 1
            let hasIndex = readIndex(of: first)
            if hasIndex || !first.isLowercase || first == "ℓ" { isSymbolic = true }
            // A small letter alone is a unit or an article, a capital one names an ideal or a number.
            guard hasIndex || isInside || isSymbolic else {
                self = before
                return false
            }
        } else {
            return false
        }
        readExponent()
        if let next = character(end), Self.isOfWord(next) || (next == "." && isFraction) {
            self = before
            return false
        }
        return true
    }

    /// A point with a digit behind it.
    private var isFraction: Bool { character(end + 1)?.isNumber == true }

    private mutating func readIndex(of letter: Character) -> Bool {
        guard let next = character(end) else { return false }
        if next == "_", let (index, place) = script(end + 1) {
            text += "_{\(index)}"
            end = place
            return true
        }
        if letter == "J", next.isASCII, next.isNumber {
            text += "_{\(next)}"
            end += 1
            return true
        }
        let digits = characters[end...].prefix { Self.subscripts.contains($0) }
        guard !digits.isEmpty else { return false }
        let numbers = digits.compactMap { Self.subscripts.firstIndex(of: $0) }
        text += "_{\(numbers.map(String.init).joined())}"
        end += digits.count
        return true
    }

    private mutating func readExponent() {
        guard character(end) == "^", let (exponent, place) = script(end + 1) else { return }
        text += "^{\(exponent)}"
        end = place
        isSymbolic = true
    }

    /// What follows `_` or `^`: a number, one letter or sign, or anything in parentheses.
    private func script(_ start: Int) -> (text: String, end: Int)? {
        guard let first = character(start) else { return nil }
        if first == "(" {
            guard let close = characters[start...].firstIndex(of: ")") else { return nil }
            let inner = characters[(start + 1)..<close]
            guard inner.allSatisfy({ $0.isASCII && $0.isLetter || $0.isNumber || "+-−".contains($0) }) else {
                return nil
            }
            return (inner.map { Self.symbols[$0] ?? String($0) }.joined(), close + 1)
        }
        let digits = characters[start...].prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty { return (String(digits), start + digits.count) }
        guard (first.isASCII && first.isLetter) || "ℓ∞".contains(first) else { return nil }
        return (Self.symbols[first] ?? String(first), start + 1)
    }

    /// `(5,2;3)`, `(k₁,k₂;s)`.
    private mutating func readList() -> Bool {
        let before = self
        text += "("
        end += 1
        var count = 0
        while readAtom(isInside: true) {
            count += 1
            guard let next = character(end), ",;".contains(next) else { break }
            text.append(next)
            end += 1
        }
        guard count > 1, character(end) == ")" else {
            self = before
            return false
        }
        text += ")"
        end += 1
        isSymbolic = true
        return true
    }

    private mutating func readGroup() -> Bool {
        let before = self
        text += "("
        end += 1
        guard readSum(isInside: true), character(end) == ")" else {
            self = before
            return false
        }
        text += ")"
        end += 1
        return true
    }
}

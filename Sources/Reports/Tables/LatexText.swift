/// Plain text as LaTeX writes it, with the formulas that it contains as formulas.
///
/// A formula is what `J₁`, `w_1*w_3^2 - w_0`, `J ⊆ √I` or `(5,2;3)` have in common: numbers, variables with an index or
/// an exponent, capital letters that stand alone and lists of them, joined by operators.
enum LatexText {
    /// For use outside of formulas, in cells and paragraphs; one line. Needs `amssymb`.
    static func escaped(_ text: String) -> String {
        let characters = Array(text)
        var place = characters.prefix { $0 == " " }.count
        var result = place > 0 ? "\\quad " : ""
        while place < characters.count {
            let isInsideWord = place > 0 && LatexFormula.isOfWord(characters[place - 1])
            if !isInsideWord, let formula = LatexFormula(in: characters, at: place) {
                result += "$\(formula.text)$"
                place = formula.end
            } else {
                result += plain(characters, place)
                place += 1
            }
        }
        return result
    }

    private static func plain(_ characters: [Character], _ place: Int) -> String {
        let character = characters[place]
        switch character {
        case "&", "%", "$", "#", "_", "{", "}": return "\\\(character)"
        case "~": return "\\textasciitilde{}"
        case "^": return "\\textasciicircum{}"
        case "\\": return "\\textbackslash{}"
        case "<", ">", "|": return "$\(character)$"
        // After the end of a row they would be its options.
        case "[", "*": return "{\(character)}"
        case "-":
            let isSign = place == 0 || characters[place - 1] == " "
            let next = place + 1 < characters.count ? characters[place + 1] : " "
            // Two hyphens would become a dash.
            return next == "-" ? "-{}" : isSign && next.isNumber ? "$-$" : "-"
        case "–": return "--"
        case "—": return "---"
        case "…": return "\\dots{}"
        case "’": return "'"
        default: break
        }
        if let symbol = LatexFormula.symbols[character] { return "$\(symbol)$" }
        if character.isWhitespace || character.asciiValue.map({ $0 < 0x20 || $0 == 0x7f }) == true {
            return " "
        }
        if character.isASCII || isLatin(character) { return String(character) }
        // No font of LaTeX has everything.
        return character.unicodeScalars.map { "{[}U+\(String($0.value, radix: 16, uppercase: true))]" }
            .joined()
    }

    /// Letters that all engines have without packages.
    private static func isLatin(_ character: Character) -> Bool {
        let scalars = character.unicodeScalars
        return scalars.count == 1 && scalars.allSatisfy { (0xC0...0xFF).contains($0.value) }
    }
}

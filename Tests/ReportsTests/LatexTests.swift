import Studies
import TestSupport
import Testing
import Training

@testable import Reports

@Suite struct LatexTextTests {
    @Test func formulasAreFormulas() {
        for (text, expected) in [
            ("J₁ and J2, R_10", "$J_{1}$ and $J_{2}$, $R_{10}$"),
            ("-w_1*w_2 + 2*w_0*w_13^2", "$-w_{1}w_{2} + 2w_{0}w_{13}^{2}$"),
            ("I ⊆ √J, generator by generator", "$I \\subseteq \\sqrt{J}$, generator by generator"),
            ("J : w_(K−1)^∞ = I", "$J : w_{K-1}^{\\infty} = I$"),
            ("q_i = g·h_i identically", "$q_{i} = g \\cdot h_{i}$ identically"),
            ("K − Σk_ℓ + (L−1)", "$K - \\sum k_{\\ell} + (L - 1)$"),
            ("(5,2;3): native", "$(5,2;3)$: native"), ("(k₁,k₂;s)", "$(k_{1},k_{2};s)$"),
            ("k₂ = 12", "$k_{2} = 12$"), ("10^80", "$10^{80}$"), ("J: 4", "$J$: 4"),
            ("J's radical (I)", "$J$'s radical $(I)$"),
        ] {
            #expect(LatexText.escaped(text) == expected)
        }
    }

    @Test func textIsText() {
        for (text, expected) in [
            ("2 s - a word, (ranks), 1.5 GB", "2 s - a word, (ranks), 1.5 GB"),
            ("SL_2 x_max 100% #&$ {a}", "SL\\_2 x\\_max 100\\% \\#\\&\\$ \\{a\\}"),
            ("> 60 s, 8×, –", "$>$ 60 s, 8$\\times$, --"),
            ("[a] *b* --m2 -1", "{[}a] {*}b{*} -{}-m2 $-$1"), ("  indented", "\\quad indented"),
            ("a\nb\u{1}c\td\u{7f}", "a b c d "), ("Gröbner 漢", "Gröbner {[}U+6F22]"),
            ("w_", "w\\_"), ("w_(", "w\\_("), ("J_", "J\\_"), ("√", "$\\surd$"), ("J =", "$J$ ="), ("", ""),
            ("\\input{x}^~", "\\textbackslash{}input\\{x\\}\\textasciicircum{}\\textasciitilde{}"),
        ] {
            #expect(LatexText.escaped(text) == expected)
        }
    }
}

@Suite(.enabled(if: LatexDocument.isPossible, "no LaTeX found"), .serialized) struct LatexTableTests {
    /// The check finds what it is for.
    @Test func problemsAreFound() throws {
        for text in [
            "\\nothing", "a_1", "\\hbox to 10pt{too long for it}", "漢", "\\hspace*{4000pt}\\hbox{x}", "$",
        ] {
            let count = try LatexDocument(text).problems.count
            #expect(count == LiveProgram.latex.filter(\.isPresent).count, "\(text)")
        }
        #expect(try LatexDocument("a $a_1$").problems.isEmpty)
    }

    /// Everything a terminal can show, in every place of a table.
    @Test func anyText() throws {
        let ascii = (0x20..<0x7f).map { String(Character(Unicode.Scalar(UInt8($0)))) }
        let others = LatexFormula.symbols.keys.map { String($0) } + ["ä", "Ü", "漢", "…", "’", "—", "😀"]
        let all = (ascii + others).flatMap { [$0, $0 + $0, "J" + $0, $0 + " w_1"] }
        for alignsRight in [false, true] {
            let table = Table(
                caption: all.joined(separator: " "), header: ["a^b", "[x]"],
                rows: all.map { Table.Row($0, [Cell($0)]) }, notes: [all.joined(separator: " ")],
                alignsRight: alignsRight)
            #expect(try LatexDocument(table.latex).problems.isEmpty)
        }
    }

    /// Tables wider than a page, of numbers and of text; longer ones; one without rows.
    @Test func sizes() throws {
        let words = "a long statement of the ideal J = I with w_0*w_3 - w_1*w_2 in it"
        let tables = [
            Table(
                caption: "numbers", header: (0..<30).map { "k₂ = \($0)" as Heading },
                rows: (0..<120).map { row in
                    Table.Row(
                        "row \(row)", (1..<30).map { "\(row)\(String(repeating: "7", count: $0))" as Cell })
                }),
            Table(
                caption: "a long reason", header: ["work", "time", "time"],
                rows: [Table.Row(words, ["\(words)\(words)", "> 60 s"])]),
            Table(
                caption: "text", header: ["check", "verdict", "native", "Macaulay2", "rests on"],
                rows: (0..<60).map { _ in
                    Table.Row(words, ["agree", Cell(words), Cell(words), "\(words)\(words)"])
                },
                notes: [words, words + words], alignsRight: false),
            Table(caption: "nothing", header: ["a", "b"], rows: []),
        ]
        for table in tables { #expect(try LatexDocument(table.latex).problems.isEmpty, "\(table.caption)") }
    }
}

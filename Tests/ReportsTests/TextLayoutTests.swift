import Testing

@testable import Reports

@Suite struct TextLayoutTests {
    private let numbers = Table(
        caption: "c", header: ["", "one", "two", "three"],
        rows: [.init("a", ["1", "22", "333"]), .init("b", ["1", "2"])], dispensable: ["two", "one"])

    /// Columns go in the order of the table, not of the page, and as few as must.
    @Test func dispensableColumns() {
        #expect(numbers.text(width: nil) == numbers.text(width: 18))
        #expect(
            numbers.text(width: 18) == """
                c

                   one  two  three
                ──────────────────
                a    1   22    333
                b    1    2

                """)
        #expect(
            numbers.text(width: 17) == """
                c

                   one  three
                ─────────────
                a    1    333
                b    1

                Left out for want
                of width: two;
                --wide prints
                everything.

                """)
        #expect(numbers.text(width: 12).contains("   three\n") && !numbers.text(width: 12).contains("one "))
    }

    /// Numbers that are still too wide go on below, each part with its labels.
    @Test func parts() {
        var table = numbers
        table.dispensable = []
        #expect(
            table.text(width: 12) == """
                c

                   one  two
                ───────────
                a    1   22
                b    1    2

                   three
                ────────
                a    333
                b

                """)
    }

    /// Text is broken at blanks, in columns that share what narrow ones leave.
    @Test func brokenText() {
        let table = Table(
            caption: "c", header: ["x", "first", "second"],
            rows: [.init("a", ["one two three four five six", "unbreakablewordthatisverylongindeed"])],
            alignsRight: false, dispensable: ["second"])
        #expect(
            table.text(width: 48) == """
                c

                x  first                  second
                ───────────────────────────────────────────────
                a  one two three four     unbreakablewordthatis
                   five six               verylongindeed

                """)
        #expect(table.text(width: 30).contains("Left out for want of width:\nsecond"))
    }

    @Test func lines() {
        #expect(TextLines.of("", width: 5) == [""])
        #expect(TextLines.of("a bc def", width: 4) == ["a bc", "def"])
        #expect(TextLines.of("  ab cd", width: 5) == ["  ab", "  cd"])
        #expect(TextLines.of("abcdefgh ij", width: 3) == ["abc", "def", "gh", "ij"])
        for width in 1...12 {
            let lines = TextLines.of("  one three  seventeenletters x", width: width)
            #expect(lines.allSatisfy { $0.count <= width })
            let letters = lines.joined().filter { $0 != " " }
            #expect(letters == "onethreeseventeenlettersx")
        }
    }
}

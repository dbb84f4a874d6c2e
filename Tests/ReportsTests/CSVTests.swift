import Studies
import Testing

@testable import Reports

@Suite struct CSVTests {
    /// Fields that a comma, quotation marks or a line break would end.
    @Test func quotes() {
        #expect(
            CSV.text([["a", "b,c", "d\"e"], ["", "f\ng", "h\ri"]])
                == "a,\"b,c\",\"d\"\"e\"\n,\"f\ng\",\"h\ri\"\n")
    }

    private let times = Table(
        caption: "Times", name: "times", header: ["work", .time, "K"], keys: ["work", "program"],
        rows: [
            .init("J", [.seconds(1234.5), .count(1234567)], keys: ["J", "native"]),
            .init("  M2", [.time(.beyond(60)), ""], keys: ["J", "M2"]),
            .init("  S", [.time(.missing("failed"))], keys: ["J", "S"]),
            .init("total", ["", .count(1)], keys: ["", ""], isTotal: true),
        ])

    /// Numbers without units and separators, several fields for a time, no sums; the text is as it was.
    @Test func fieldsOfATable() {
        #expect(
            Table.csv([times]) == """
                work,program,seconds,beyond_seconds,missing,K
                J,native,1234.5,,,1234567
                J,M2,,60.0,,
                J,S,,,failed,

                """)
        #expect(
            times.text(width: nil).contains("J      1235 s  1,234,567\n  M2   > 60 s\n  S    failed\ntotal"))
    }

    /// Several tables, with the fields of all.
    @Test func severalTables() {
        let counts = Table(
            caption: "Counts", name: "counts",
            header: ["degree", Heading("dimension of I", "dimension"), "K"],
            rows: [.init("3", [.ratio(1.5), "4"])])
        #expect(
            Table.csv([times, counts]).split(separator: "\n").map(String.init) == [
                "table,work,program,seconds,beyond_seconds,missing,K,degree,dimension",
                "times,J,native,1234.5,,,1234567,,", "times,J,M2,,60.0,,,,", "times,J,S,,,failed,,,",
                "counts,,,,,,4,3,1.5",
            ])
    }

    @Test func namesOfHeadings() {
        let headings: [Heading] = ["dimension of I", "native ×", "C_k", "J radical"]
        #expect(headings.map(\.names) == [["dimension_of_I"], ["native"], ["C_k"], ["j_radical"]])
    }

    @Test(arguments: [
        (0.000041, "0.000041"), (0.5, "0.5"), (60, "60.0"), (1e-12, "0.0"), (123456.25, "123456.25"),
    ])
    func secondsAreDecimals(seconds: Double, text: String) { #expect(Cell.decimal(seconds) == text) }
}

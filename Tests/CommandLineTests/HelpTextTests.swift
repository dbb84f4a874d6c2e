import Testing

@testable import lcngen

@Suite struct HelpTextTests {
    private let text = HelpText(
        """
        Some words that
        go on.
          one    the first
          three  the third,
                 in two lines
        And more.

        The end.
        """)

    @Test func blocks() {
        #expect(
            text.blocks == [
                .paragraph("Some words that go on."), .item("one", "the first"),
                .item("three", "the third, in two lines"), .paragraph("And more."), .gap,
                .paragraph("The end."),
            ])
        #expect(HelpText("").blocks.filter { $0 != .gap }.isEmpty)
    }

    @Test func lines() {
        #expect(
            text.lines(width: 29) == [
                "Some words that go on.", "  one    the first", "  three  the third, in two",
                "         lines", "And more.", "", "The end.",
            ])
    }

    /// No list of a help is taken for a paragraph, and none has lost a line.
    @Test func everyCommand() {
        for command in Main.commands {
            for block in HelpText(command.discussion).blocks {
                if case .paragraph(let text) = block { #expect(!text.contains("  "), "\(command.name)") }
            }
        }
        let items = HelpText(IdealCommand.discussion).blocks.compactMap { block -> String? in
            if case .item(let name, _) = block { name } else { nil }
        }
        #expect(items.starts(with: IdealCommand.set.choices))
    }
}

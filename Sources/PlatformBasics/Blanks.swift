extension StringProtocol {
    /// Without the blanks and tabs around it.
    package var withoutBlanksAround: String {
        let start = drop { $0.isWhitespace && !$0.isNewline }
        guard let last = start.lastIndex(where: { !$0.isWhitespace || $0.isNewline }) else { return "" }
        return String(start[...last])
    }
}

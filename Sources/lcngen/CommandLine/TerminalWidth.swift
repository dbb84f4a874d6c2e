import PlatformBasics

/// How many letters a terminal has in a line.
enum TerminalWidth {
    /// What the terminal tells, else `COLUMNS`; nil for a file or a pipe, which get everything, and where nobody knows.
    static func of(_ descriptor: Int32, _ environment: [String: String]) -> Int? {
        guard isatty(descriptor) == 1 else { return nil }
        var size = winsize()
        if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    }
}

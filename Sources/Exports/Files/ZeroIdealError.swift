/// A format has no file without generators, and there are none.
public struct ZeroIdealError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The format.
    public let format: IdealFormat

    /// One line.
    public var description: String {
        "there are no generators, and the program that reads the \(format) format takes no zero ideal"
    }
}

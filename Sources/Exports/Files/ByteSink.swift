/// Where text goes: a file or standard output.
public protocol ByteSink: AnyObject {
    /// Takes all of the bytes, before it returns. They are valid during the call only.
    ///
    /// - Throws: whatever ends the writing; the caller passes it on.
    func write(_ bytes: UnsafeRawBufferPointer) throws
}

extension ByteSink {
    /// Writes a text in UTF-8.
    public func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
    }
}

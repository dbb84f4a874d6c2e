/// Hands on what it takes, after an opening that comes no sooner than the first byte.
final class OpeningSink: ByteSink {
    private let sink: any ByteSink
    private var opening: String?

    init(_ sink: any ByteSink, opening: String) {
        self.sink = sink
        self.opening = opening
    }

    /// Writes the opening, if it is not there yet.
    func open() throws {
        guard let text = opening else { return }
        opening = nil
        try sink.write(text)
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        guard !bytes.isEmpty else { return }
        try open()
        try sink.write(bytes)
    }
}

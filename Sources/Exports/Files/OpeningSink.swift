/// Hands on what it takes, after the opening of a frame that comes no sooner than the first byte; where long generators
/// have a frame of their own, no sooner than it is known which one it is.
final class OpeningSink: ByteSink {
    private let sink: any ByteSink
    private let frame: IdealFileFrame
    private var isOpen = false
    private var isLong = false
    /// What has come before it is known.
    private var gathered: [UInt8] = []

    init(_ sink: any ByteSink, _ frame: IdealFileFrame) {
        self.sink = sink
        self.frame = frame
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        guard !bytes.isEmpty else { return }
        if !isOpen {
            if let long = frame.long {
                gathered += bytes
                isLong = gathered.count > long.limit
                if isLong { try open(long.opening) }
                return
            }
            try open(frame.opening)
        }
        try sink.write(bytes)
    }

    private func open(_ opening: String) throws {
        isOpen = true
        try sink.write(opening)
        try gathered.withUnsafeBytes { try sink.write($0) }
        gathered = []
    }

    /// Writes the closing, and what comes before it if it is not there yet.
    func close() throws {
        if !isOpen { try open(frame.opening) }
        try sink.write(isLong ? frame.long?.closing ?? "" : frame.closing)
    }
}

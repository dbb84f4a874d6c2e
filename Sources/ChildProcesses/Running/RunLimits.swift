/// How much a run may use. Nil for no limit.
public struct RunLimits: Sendable, Hashable {
    /// Of wall time.
    public var seconds: Double?
    /// Resident memory of all its processes, looked at ten times a second.
    public var memoryMegabytes: Int?
    /// Of each of its two streams.
    public var outputMegabytes: Int

    /// Makes limits; without arguments only the output is limited.
    public init(seconds: Double? = nil, memoryMegabytes: Int? = nil, outputMegabytes: Int = 512) {
        self.seconds = seconds
        self.memoryMegabytes = memoryMegabytes
        self.outputMegabytes = outputMegabytes
    }

    /// Behind the name of a run that begins: `, at most 60 s`; empty without a limit.
    public var remark: String {
        guard let seconds, seconds < 1e9 else { return "" }
        let isWhole = seconds == seconds.rounded()
        return ", at most \(isWhole ? "\(Int(seconds))" : "\(seconds)") s"
    }
}

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
}

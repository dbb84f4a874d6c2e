/// What long work tells, and is told, while it goes on.
public struct WorkControl: Sendable {
    /// Asked often, from any thread: whether to stop.
    public let shouldStop: @Sendable () -> Bool
    /// Told the share that is done, by one thread at a time.
    public let progress: @Sendable (Double) -> Void

    /// Both do nothing by default.
    public init(
        shouldStop: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) {
        self.shouldStop = shouldStop
        self.progress = progress
    }

    /// Goes on to the end, and says nothing.
    public static let none = WorkControl()
}

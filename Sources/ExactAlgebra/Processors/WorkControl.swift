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

/// Asks now and then whether to stop: asking at every step would cost more than some steps.
struct WorkPace {
    private(set) var isStopped = false
    private let control: WorkControl
    private var work = 0

    /// About as many terms as are made in a thousandth of a second.
    private static let interval = 1 << 15

    init(_ control: WorkControl) { self.control = control }

    /// One step more, with this many terms; whether it was asked.
    mutating func pass(terms: Int) -> Bool {
        work &+= 32 &+ terms
        guard work >= Self.interval else { return false }
        work = 0
        isStopped = isStopped || control.shouldStop()
        return true
    }
}

/// The times of one work on both sides; nil on a side that did not do it.
public struct TimePair: Sendable, Hashable, Codable {
    /// What was timed.
    public let work: Work
    /// Seconds here.
    public let native: Double?
    /// Seconds in Macaulay2.
    public let macaulay2: Double?

    /// Makes a pair.
    public init(work: Work, native: Double?, macaulay2: Double?) {
        self.work = work
        self.native = native
        self.macaulay2 = macaulay2
    }

    /// Macaulay2's time over the native one; nil where one of them is missing, or the native one is too short to be
    /// measured.
    public var ratio: Double? {
        guard let native, let macaulay2, native > 0 else { return nil }
        return macaulay2 / native
    }
}

extension Sequence<TimePair> {
    /// The times of one work, if it was timed on some side.
    package subscript(work: Work) -> TimePair? { first { $0.work == work } }
}

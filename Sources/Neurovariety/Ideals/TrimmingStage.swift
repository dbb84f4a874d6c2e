/// What ``IdealGenerators/init(trimming:told:)`` does, in the order of degrees.
public enum TrimmingStage: Sendable {
    /// Generators of a degree are about to be compared, which takes about so many seconds; told where these are some.
    case willCompare(degree: Int, seconds: Double)
    /// The share of it that is done.
    case comparing(degree: Int, share: Double)
    /// These were chosen; of the open degrees none was yet.
    case chosen(IdealGenerators, openDegrees: [Int])
}

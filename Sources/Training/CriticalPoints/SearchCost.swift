import ExactAlgebra
import Neurovariety

/// What a search of all critical points takes, roughly: for data of moderate condition, by a model that was fitted to
/// measurements (<doc:FindingCriticalPoints>).
public struct SearchCost: Hashable, Sendable, CustomStringConvertible {
    /// On all processors of this machine, if they have nothing else to do.
    public let seconds: Double
    /// Of memory.
    public let bytes: Double
    private let processors: Int

    /// Of one processor for each point, times K·Σk.
    private static let secondsPerPoint = 4e-6
    /// For each point, times K.
    private static let bytesPerPoint = 100.0

    /// - Parameter architecture: reduced.
    package init(points: Integer, _ architecture: Architecture, processors: Int = processorCount) {
        let size = Double(architecture.endToEndFilterSize)
        let entries = Double(architecture.filterSizes.reduce(0, +))
        seconds = points.approximation * size * entries * Self.secondsPerPoint / Double(processors)
        bytes = points.approximation * size * Self.bytesPerPoint
        self.processors = processors
    }

    /// `about 1 hour on 2 cores, and 15 GB`.
    public var description: String {
        let cores = processors == 1 ? "1 core" : "\(processors) cores"
        return "about \(RoughEstimate(seconds: seconds)) on \(cores), and \(RoughEstimate(bytes: bytes))"
    }
}

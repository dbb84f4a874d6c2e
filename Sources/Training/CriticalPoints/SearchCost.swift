import ExactAlgebra
import PlatformBasics
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
        let time = Self.text(
            seconds, [(1, "second"), (60, "minute"), (3600, "hour"), (86_400, "day"), (31_557_600, "year")]
        ) {
            $0 == "1" ? $1 : $1 + "s"
        }
        let memory = Self.text(bytes, [(1e6, "MB"), (1e9, "GB"), (1e12, "TB")]) { $1 }
        return "about \(time) on \(processors == 1 ? "1 core" : "\(processors) cores"), and \(memory)"
    }

    /// In the largest unit that leaves one at least.
    private static func text(
        _ value: Double, _ units: [(size: Double, name: String)], _ noun: (_ number: String, String) -> String
    ) -> String {
        let unit = units.last { value >= $0.size } ?? units[0]
        let count = max(1, value / unit.size)
        let number = count < 1e4 ? count.fixed(0) : "10^" + log10(count).fixed(0)
        return "\(number) \(noun(number, unit.name))"
    }
}

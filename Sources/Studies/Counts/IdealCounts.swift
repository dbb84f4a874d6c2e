import ChildProcesses
import ExactAlgebra
import Neurovariety

/// For each part of an ideal, how many minors, how many nonzero, how many terms.
package struct IdealCounts: Sendable {
    package struct Row: Sendable {
        package let part: IdealPart
        package let statistics: MinorStatistics
        package let seconds: Double
    }

    package let generators: IdealGenerators
    package let rows: [Row]

    /// Expands everything. `willCount` is called before each part.
    package init(_ generators: IdealGenerators, willCount: (IdealPart) -> Void = { _ in }) throws {
        self.generators = generators
        rows = try generators.parts.map { part in
            willCount(part)
            var statistics = MinorStatistics()
            let elapsed = try ContinuousClock().measure { statistics = try part.statistics() }
            return Row(part: part, statistics: statistics, seconds: elapsed.inSeconds)
        }
    }

    package var total: MinorStatistics {
        rows.reduce(into: MinorStatistics()) { $0 += $1.statistics }
    }
}

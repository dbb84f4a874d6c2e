import ChildProcesses
import ExactAlgebra
import Neurovariety

/// For each part of an ideal, how many minors, how many nonzero, how many terms, and what that took.
package struct IdealCounts: Sendable {
    package struct Row: Sendable {
        package let part: IdealPart
        package let statistics: MinorStatistics
        /// To expand the generators and to count them; nil for those that were expanded when they were found.
        package let seconds: Double?
    }

    package let generators: IdealGenerators
    package let rows: [Row]
    /// To find which generators there are, before they are counted: the minors and ranks of ``GeneratorSet/trimmed``, the
    /// reduction of ``GeneratorSet/reduced``, the nonfaces of ``GeneratorSet/minimal``; nearly nothing for other sets.
    package let secondsToFind: Double
    /// Of all.
    package let seconds: Double

    /// Finds generators and expands everything. `willCount` is called before each part.
    package init(
        finding: () throws -> IdealGenerators, willCount: (IdealPart) -> Void = { _ in }
    ) throws {
        let clock = ContinuousClock()
        let start = clock.now
        generators = try finding()
        secondsToFind = (clock.now - start).inSeconds
        rows = try generators.parts.map { part in
            willCount(part)
            var statistics = MinorStatistics()
            let elapsed = try clock.measure { statistics = try part.statistics() }
            let isExpanded = if case .chosen = part.content { true } else { false }
            return Row(part: part, statistics: statistics, seconds: isExpanded ? nil : elapsed.inSeconds)
        }
        seconds = (clock.now - start).inSeconds
    }

    package var total: MinorStatistics {
        rows.reduce(into: MinorStatistics()) { $0 += $1.statistics }
    }
}

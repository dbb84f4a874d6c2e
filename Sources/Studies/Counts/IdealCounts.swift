import ChildProcesses
import ExactAlgebra
import Neurovariety

/// For each part of an ideal, how many minors, how many nonzero, how many terms, and what that took.
package struct IdealCounts: Sendable {
    package struct Row: Sendable {
        package let part: IdealPart
        /// Nil if it was not counted to the end.
        package let statistics: MinorStatistics?
        /// To expand the generators and to count them; nil for those that were expanded when they were found.
        package let seconds: Double?
    }

    /// Generators that were found by expanding them.
    package struct Found: Sendable {
        package var generators: IdealGenerators
        /// Where none was found yet.
        package let openDegrees: [Int]

        package init(generators: IdealGenerators, openDegrees: [Int]) {
            (self.generators, self.openDegrees) = (generators, openDegrees)
        }
    }

    package let generators: IdealGenerators
    package let rows: [Row]
    /// Generators of these degrees were not found: it was stopped before.
    package let openDegrees: [Int]
    /// To find which generators there are, before they are counted: the minors and ranks of ``GeneratorSet/trimmed``, the
    /// reduction of ``GeneratorSet/reduced``, the nonfaces of ``GeneratorSet/minimal``; nearly nothing for other sets.
    package let secondsToFind: Double
    /// Of all.
    package let seconds: Double

    /// Finds generators and expands everything.
    ///
    /// - Parameters:
    ///   - willCount: called with what was found.
    ///   - progress: called with the part and the share of it that is done.
    package init(
        finding: () throws -> IdealGenerators, willCount: (IdealGenerators) throws -> Void = { _ in },
        shouldStop: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (IdealPart, Double) -> Void = { _, _ in }
    ) throws {
        let clock = ContinuousClock()
        let start = clock.now
        generators = try finding()
        openDegrees = []
        secondsToFind = (clock.now - start).inSeconds
        try willCount(generators)
        rows = try generators.parts.map { part in
            var statistics: MinorStatistics?
            let elapsed = try clock.measure {
                guard !shouldStop() else { return }
                statistics = try part.statistics(
                    WorkControl(shouldStop: shouldStop) { progress(part, $0) })
            }
            let isExpanded = if case .chosen = part.content { true } else { false }
            return Row(
                part: part, statistics: statistics,
                seconds: isExpanded || statistics == nil ? nil : elapsed.inSeconds)
        }
        seconds = (clock.now - start).inSeconds
    }

    /// Counts what was found, also where that is not all.
    ///
    /// - Parameter seconds: that finding it, and looking for the rest, took.
    package init(_ found: Found, seconds: Double) throws {
        generators = found.generators
        openDegrees = found.openDegrees
        rows = try generators.parts.map { Row(part: $0, statistics: try $0.statistics(), seconds: nil) }
        (secondsToFind, self.seconds) = (seconds, seconds)
    }

    /// Nil if a part was not counted.
    package var total: MinorStatistics? { openDegrees.isEmpty ? Self.sum(rows) : nil }

    /// Nil if one of them was not counted.
    package static func sum(_ rows: [Row]) -> MinorStatistics? {
        rows.reduce(MinorStatistics()) { sum, row in
            guard var sum, let statistics = row.statistics else { return nil }
            sum += statistics
            return sum
        }
    }

    /// How many minors there are, zero ones included, counted or not.
    package static func minors(_ rows: [Row]) -> Integer {
        rows.reduce(.zero) { $0 + $1.part.generatorCount }
    }
}

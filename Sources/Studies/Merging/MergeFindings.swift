/// What was noticed while journals were joined that have results of such tasks.
package struct MergeFindings<Task: Hashable & Sendable & CustomStringConvertible>: Hashable, Sendable {
    /// A line of a journal.
    package struct Line: Hashable, Sendable {
        package let path: String
        package let number: Int
    }

    /// Two results for one task that exclude each other. The first is kept.
    package struct Conflict: Hashable, Sendable {
        package let task: Task
        package let places: [Line]
    }

    /// What a shard, or a run without shards, has not done.
    package struct Missing: Hashable, Sendable {
        /// Nil of a run without shards.
        package let shard: Shard?
        /// The options of the study.
        package let study: String
        /// Its journal; nil where there is none.
        package let path: String?
        /// Those without a result; nil for all, and where it is not known which they are.
        package let tasks: [Task]?
    }

    /// Lines that are no result, and were left out.
    package internal(set) var unreadable: [Line] = []
    /// Results of no problem of the study, which were left out.
    package internal(set) var foreign: [Line] = []
    package internal(set) var cutOff: [String] = []
    /// How many results were there more than once, and the same.
    package internal(set) var duplicates = 0
    package internal(set) var conflicts: [Conflict] = []
    package internal(set) var missing: [Missing] = []

    /// A journal that says of which shard it is.
    struct Part {
        let path: String
        let shard: Shard
        let study: String
        /// Tells a study from others, if not by its options.
        var key: String?
        /// Nil where the journal ends before it.
        let plan: [Task]?
    }

    /// All parts of one study, split into so many.
    private struct Study: Hashable {
        let text: String
        let count: Int
    }

    /// Compares what shards should have done with what is there, in whatever file.
    ///
    /// - Parameter otherPlan: of a shard whose journal is not there or ends before its plan; nil where it is not known.
    mutating func compare(
        _ parts: [Part], with known: Set<Task>, otherPlan: (Part, Shard) -> [Task]? = { _, _ in nil }
    ) {
        let studies = Dictionary(grouping: parts) { Study(text: $0.key ?? $0.study, count: $0.shard.count) }
        for (study, parts) in studies.sorted(by: { ($0.key.text, $0.key.count) < ($1.key.text, $1.key.count) }
        ) {
            for shard in Shard.all(study.count) {
                let own = parts.filter { $0.shard == shard }
                let said = own.lazy.compactMap(\.plan).first
                let plan = said ?? otherPlan(parts[0], shard)
                let rest = plan?.filter { !known.contains($0) }
                guard rest?.isEmpty != true else { continue }
                let hasNone = said == nil && rest?.count == plan?.count
                missing.append(
                    Missing(
                        shard: shard, study: (own.first ?? parts[0]).study, path: own.first?.path,
                        tasks: hasNone ? nil : rest))
            }
        }
    }
}

/// Why journals cannot be joined.
package enum MergeError: Error, Hashable, Sendable {
    /// Of none of the studies.
    case notAJournal(path: String)
    /// No journal has a first line.
    case nothing
    /// Not made with the same as the first.
    case otherConditions(path: String, first: String, [ValidationConditions.Difference])
    /// The same for sweeps.
    case otherSweep(path: String, first: String, [SweepConditions.Difference])
    /// A data set has other numbers than under the same name in the first.
    case otherData(path: String, first: String, file: String)
}

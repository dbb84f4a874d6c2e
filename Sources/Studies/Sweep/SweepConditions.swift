import Neurovariety

/// What the results of a sweep were made with: the first line of its journal. Results with other conditions are not joined.
package struct SweepConditions: Codable, Hashable, Sendable {
    /// Of which part of a study results are.
    package struct Part: Codable, Hashable, Sendable {
        /// `3/8`.
        package var shard: String
        /// The options of the study.
        package var study: String
        /// Tells its problems from those of another study: seeds, or names and numbers of all data sets.
        package var problemsHash: String
        /// How many there are in all parts.
        package var problemCount: Int
    }

    /// Name and version of this program.
    package var program: String
    /// Tells one build of it from another.
    package var build: String
    package var architecture: Architecture
    package var lastStride: Int
    /// C_k.
    package var expected: Int
    package var mostPoints: Int
    package var searchesBoundary: Bool
    /// Of random data; nil for data sets.
    package var samples: Int?
    /// Of the paths; nil for random data, where each problem has its own.
    package var seed: UInt64?
    /// Numbers in a row of X, and in one of Y.
    package var inputs = 0
    package var outputs = 0
    /// Nil for all of a study.
    package var part: Part?

    package init(
        program: String, build: String, architecture: Architecture, lastStride: Int, expected: Int,
        mostPoints: Int, searchesBoundary: Bool
    ) {
        (self.program, self.build) = (program, build)
        (self.architecture, self.lastStride, self.expected) = (architecture, lastStride, expected)
        (self.mostPoints, self.searchesBoundary) = (mostPoints, searchesBoundary)
    }

    /// The same for the whole study.
    package var ofTheWhole: SweepConditions {
        var whole = self
        whole.part = nil
        return whole
    }

    /// One of the conditions, as it was and as it is, in words.
    package struct Difference: Hashable, Sendable {
        package let name: String
        package let before: String
        package let now: String
    }

    /// What differs, in a fixed order. The words of the options do not count: a folder may be called otherwise.
    package func differences(from others: SweepConditions) -> [Difference] {
        func words(_ value: SweepConditions) -> [(name: String, text: String)] {
            [
                ("version", value.program), ("build", value.build),
                ("architecture", "\(value.architecture)"), ("last stride", "\(value.lastStride)"),
                ("data", value.samples.map { "random, samples \($0)" } ?? "files"),
                ("inputs", "\(value.inputs)"), ("outputs", "\(value.outputs)"),
                ("--seed", value.seed.map { "\($0)" } ?? "none"), ("--most", "\(value.mostPoints)"),
                ("boundary", value.searchesBoundary ? "searched" : "not searched"),
                ("--shard", value.part?.shard ?? "none"),
            ]
        }
        var all = zip(words(others), words(self)).compactMap { before, now in
            before.text == now.text ? nil : Difference(name: now.name, before: before.text, now: now.text)
        }
        if part?.problemsHash != others.part?.problemsHash {
            all.append(Self.difference(ofStudies: others.part, now: part))
        }
        return all
    }

    /// Of seeds, or of names and numbers of data sets: the options may be the same.
    static func difference(ofStudies before: Part?, now: Part?) -> Difference {
        func words(_ part: Part?) -> String {
            part.map { "those of '\($0.study)', in all \($0.problemCount) (\($0.problemsHash))" } ?? "any"
        }
        return Difference(name: "seeds or data sets", before: words(before), now: words(now))
    }
}

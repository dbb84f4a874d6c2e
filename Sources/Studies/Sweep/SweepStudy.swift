import Neurovariety
import PlatformBasics
import Training

/// A sweep of `critical-points`: one architecture, and the problems on which it is trained.
package struct SweepStudy: Sendable {
    package enum Data: Sendable {
        /// Normal random data of each of these seeds.
        case random(seeds: ClosedRange<UInt64>, outputs: Int, samples: Int)
        /// The seed is that of the paths, for all.
        case folder(DataFolder, seed: UInt64)
    }

    /// As given.
    package let architecture: Architecture
    package let lastStride: Int
    package let data: Data
    /// More critical points than this are refused.
    package let mostPoints: Int
    /// Whether the boundary of what the layers make is searched too.
    package let searchesBoundary: Bool
    /// C_k.
    package let expected: Int

    /// The most problems of a sweep.
    package static let largestCount = 100_000

    /// - Throws: ``CriticalPointsError`` for an architecture with too many points, ``DataError`` where random data of such a shape make
    ///   no problem.
    package init(
        _ architecture: Architecture, lastStride: Int, data: Data, mostPoints: Int, searchesBoundary: Bool
    ) throws {
        (self.architecture, self.lastStride, self.data) = (architecture, lastStride, data)
        (self.mostPoints, self.searchesBoundary) = (mostPoints, searchesBoundary)
        expected = try CriticalPoints.expectedCount(architecture, atMost: mostPoints)
        // All seeds have the same shape, and too few samples are too few for each.
        if case .random(let seeds, _, _) = data { _ = try problem(.seed(seeds.lowerBound)) }
    }

    /// How many samples of random data there are if nobody says.
    package static func usualSampleCount(_ architecture: Architecture, outputs: Int, lastStride: Int) -> Int {
        2 * inputs(architecture, outputs: outputs, lastStride: lastStride)
    }

    private static func inputs(_ architecture: Architecture, outputs: Int, lastStride: Int) -> Int {
        architecture.endToEndFilterSize
            + (outputs - 1) * DataFolder.stride(architecture, lastStride: lastStride)
    }

    /// In their order.
    package var problems: [SweepProblem] {
        switch data {
        case .random(let seeds, _, _): seeds.map { .seed($0) }
        case .folder(let folder, _): folder.entries.map(\.problem)
        }
    }

    /// Those of a part. The same everywhere.
    package func part(_ shard: Shard) throws -> [SweepProblem] {
        if case .random(let seeds, _, _) = data { return Self.part(shard, ofSeeds: seeds) }
        let costs = try Dictionary(costs()) { $1 }
        return shard.tasks(of: problems) { costs[$0] ?? 0 }
    }

    /// The same of random data: all problems cost the same.
    static func part(_ shard: Shard, ofSeeds seeds: ClosedRange<UInt64>) -> [SweepProblem] {
        shard.tasks(of: seeds.map { .seed($0) }) { _ in 1 }
    }

    /// About how many seconds of one core all of it takes.
    package func cost() throws -> Double { try costs().reduce(0) { $0 + $1.1 } }

    /// The same of some of its problems.
    package func cost(of problems: [SweepProblem]) throws -> Double {
        let costs = try Dictionary(costs()) { $1 }
        return problems.reduce(0) { $0 + (costs[$1] ?? 0) }
    }

    private func costs() throws -> [(SweepProblem, Double)] {
        func seconds(legs: Int) throws -> Double {
            // What every problem takes at least.
            try 0.002
                + SearchCost.seconds(
                    architecture, searchesBoundary: searchesBoundary, mostPoints: mostPoints, legs: legs)
        }
        switch data {
        case .random(let seeds, _, _):
            let each = try seconds(legs: 1)
            return seeds.map { (.seed($0), each) }
        case .folder(let folder, _):
            let each = try Dictionary(
                uniqueKeysWithValues: Set(folder.entries.map(\.legs)).map {
                    ($0, $0 == 0 ? 0 : try seconds(legs: $0))
                })
            return folder.entries.map { ($0.problem, each[$0.legs] ?? 0) }
        }
    }

    /// The data, read or made.
    ///
    /// - Throws: ``DataError``, ``SweepError/changed(file:)``.
    func problem(_ problem: SweepProblem) throws -> TrainingProblem {
        switch (problem, data) {
        case (.seed(let seed), .random(_, let outputs, let samples)):
            return try TrainingProblem.random(
                architecture, outputWidth: outputs, lastStride: lastStride, samples: samples, seed: seed)
        case (.dataSet(_, let hash), .folder(let folder, _)):
            guard let entry = folder[problem] else { break }
            let set = try DataSet(
                path: entry.path, filterSize: architecture.endToEndFilterSize,
                stride: DataFolder.stride(architecture, lastStride: lastStride))
            guard set.contentHash == hash else { throw SweepError.changed(file: entry.path) }
            return try TrainingProblem(
                architecture, inputs: set.inputs, outputs: set.outputs, lastStride: lastStride)
        default: break
        }
        preconditionFailure("\(problem) is not of this sweep")
    }

    /// Of the paths.
    func seed(_ problem: SweepProblem) -> UInt64 {
        switch (problem, data) {
        case (.seed(let seed), _): seed
        case (_, .folder(_, let seed)): seed
        case (_, .random(let seeds, _, _)): seeds.lowerBound
        }
    }

    func sampleCount(_ problem: SweepProblem) -> Int {
        switch data {
        case .random(_, _, let samples): samples
        case .folder(let folder, _):
            folder[problem]?.samples ?? 0
        }
    }

    /// What results depend on, and of which part they are.
    ///
    /// - Parameter options: those of the study, as words of a command line, where this is a part of it.
    package func conditions(
        program: String, build: String, shard: Shard?, options: String
    ) -> SweepConditions {
        var conditions = SweepConditions(
            program: program, build: build, architecture: architecture, lastStride: lastStride,
            expected: expected, mostPoints: mostPoints, searchesBoundary: searchesBoundary)
        switch data {
        case .random(_, let outputs, let samples):
            conditions.samples = samples
            conditions.outputs = outputs
            conditions.inputs = Self.inputs(architecture, outputs: outputs, lastStride: lastStride)
        case .folder(let folder, let seed):
            conditions.seed = seed
            (conditions.inputs, conditions.outputs) = (folder.inputs, folder.outputs)
        }
        guard let shard else { return conditions }
        let hash =
            switch data {
            case .random(let seeds, _, _): ProblemsHash.of(seeds: seeds)
            case .folder: ProblemsHash.of(dataSets: problems)
            }
        conditions.part = SweepConditions.Part(
            shard: shard.description, study: options, problemsHash: hash, problemCount: problems.count)
        return conditions
    }
}

/// Why a sweep cannot go on.
package enum SweepError: Error, Hashable, Sendable {
    /// Since the sweep began.
    case changed(file: String)
    /// What the journal was made with is not what there is now.
    case otherConditions(path: String, [SweepConditions.Difference])
    /// Results are there for other numbers under this name.
    case otherData(path: String, file: String)
    case notAJournal(path: String)
    /// Two results for one problem exclude each other.
    case conflict(path: String, problem: String, lines: [Int])
}

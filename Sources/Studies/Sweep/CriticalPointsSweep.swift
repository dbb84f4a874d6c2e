import ChildProcesses
import ExactAlgebra
import Synchronization
import Training

/// The critical points of many training problems of one architecture: how many there are, and how low the loss goes.
///
/// The same problem gives the same row, in whatever part and order it is searched, as random numbers are those of the problem alone.
package struct CriticalPointsSweep: Sendable {
    /// Of the problems that are done, in their order.
    package let rows: [SweepRow]
    package let conditions: SweepConditions
    /// How many problems there are, done or not.
    package let plannedCount: Int

    package init(rows: [SweepRow], conditions: SweepConditions, plannedCount: Int) {
        (self.rows, self.conditions, self.plannedCount) = (rows, conditions, plannedCount)
    }

    /// Whether each problem is done, and nothing is missing in any.
    package var isComplete: Bool { rows.count == plannedCount && rows.allSatisfy(\.isComplete) }

    /// Up to so many points several problems are searched at a time, each on one processor; beyond, one at a time on all, as each takes
    /// memory.
    private static let mostPointsAtOnce = 2_000

    /// - Parameters:
    ///   - problems: all of the study, or a part.
    ///   - journal: what it has is not computed again.
    ///   - shouldStop: asked now and then, on several threads. Problems that it stops are left out: their rows would say less than
    ///     those of a run that was not stopped.
    ///   - progress: called, one call at a time, with how many are done.
    /// - Throws: where data cannot be read any more, or a result cannot be written.
    package static func run(
        _ study: SweepStudy, _ problems: [SweepProblem], conditions: SweepConditions,
        journal: SweepJournal?, shouldStop: @escaping @Sendable () -> Bool,
        progress: @escaping @Sendable (Int) -> Void
    ) throws -> CriticalPointsSweep {
        let known = journal?.rows ?? [:]
        let waiting = problems.filter { known[$0] == nil }
        let finished = Mutex(problems.count - waiting.count)
        let failure = Mutex<(any Error)?>(nil)
        finished.withLock { progress($0) }
        @Sendable func row(_ index: Int) -> SweepRow? {
            guard failure.withLock({ $0 == nil }), !shouldStop() else { return nil }
            do {
                guard let row = try search(waiting[index], study, shouldStop: shouldStop) else { return nil }
                try journal?.append(row)
                finished.withLock {
                    $0 += 1
                    progress($0)
                }
                return row
            } catch {
                failure.withLock { $0 = $0 ?? error }
                return nil
            }
        }
        let made =
            study.expected <= mostPointsAtOnce
            ? concurrentMap(count: waiting.count) { row($0) } : waiting.indices.map { row($0) }
        if let error = failure.withLock({ $0 }) { throw error }
        var all = known
        for row in made.compactMap(\.self) { all[row.problem] = row }
        return CriticalPointsSweep(
            rows: problems.compactMap { all[$0] }, conditions: conditions.ofTheWhole,
            plannedCount: problems.count)
    }

    /// One problem; nil if it was stopped.
    private static func search(
        _ problem: SweepProblem, _ study: SweepStudy, shouldStop: @escaping @Sendable () -> Bool
    ) throws -> SweepRow? {
        let start = ContinuousClock.now
        let wasStopped = Mutex(false)
        let options = CriticalPoints.Options(
            seed: study.seed(problem), mostPoints: study.mostPoints, searchesBoundary: study.searchesBoundary
        ) {
            let stops = shouldStop()
            if stops { wasStopped.withLock { $0 = true } }
            return stops
        }
        func row(_ found: SweepRow.Found?, _ missing: String?) -> SweepRow {
            SweepRow(
                problem, samples: study.sampleCount(problem), found: found, missing: missing,
                seconds: (ContinuousClock.now - start).inSeconds)
        }
        do {
            let points = try CriticalPoints.run(study.problem(problem), options: options)
            guard !wasStopped.withLock({ $0 }) else { return nil }
            return row(.init(points, searchesBoundary: study.searchesBoundary), nil)
        } catch let error as DataError where error.isAboutNumbers {
            return row(nil, "\(error)")
        } catch let error as CriticalPointsError where error == .beyondRange {
            return wasStopped.withLock({ $0 }) ? nil : row(nil, "\(error)")
        }
    }
}

extension DataError {
    /// Whether data could be read, and make no problem that can be searched.
    fileprivate var isAboutNumbers: Bool {
        switch self {
        case .rankDeficient, .zeroFilter, .unrepresentable: true
        default: false
        }
    }
}

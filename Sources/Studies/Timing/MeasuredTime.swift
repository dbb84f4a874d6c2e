import CrossValidation
import Macaulay2

/// A time, or why there is none.
package enum MeasuredTime: Sendable, Hashable, Codable {
    case seconds(Double)
    /// The time limit passed.
    case beyond(Double)
    /// Not measured, for this reason.
    case missing(String)

    /// The sum of the times of some works, if the script measured all of them.
    package init(_ run: Macaulay2Run, works: [Work]) {
        self.init(run, tasks: works.map(\.task))
    }

    /// The same for tasks by the names they have in the script.
    package init(_ run: Macaulay2Run, tasks: [String]) {
        let seconds = tasks.compactMap { run.transcript.seconds($0) }
        if seconds.count == tasks.count {
            self = .seconds(seconds.reduce(0, +))
            return
        }
        switch run.failure {
        case .timedOut(let limit, _)?: self = .beyond(limit)
        case .outOfMemory?: self = .missing("out of memory")
        default: self = .missing("failed")
        }
    }

    package var seconds: Double? {
        if case .seconds(let value) = self { value } else { nil }
    }
}

import ChildProcesses
import ExactAlgebra

/// Repeats work for the sake of its time.
package struct Repetition: Sendable {
    /// How often the work was done.
    package let count: Int
    package let medianSeconds: Double

    /// Runs the work until it has been done `times` times or has taken `seconds` in all, but once at least.
    package init(times: Int = 5, seconds: Double = 0.5, _ work: () throws -> Void) rethrows {
        var runs: [Double] = []
        repeat {
            runs.append(try ContinuousClock().measure(work).inSeconds)
        } while runs.count < times && runs.reduce(0, +) < seconds
        count = runs.count
        medianSeconds = Self.median(runs)
    }

    /// - Precondition: there are some.
    static func median(_ runs: [Double]) -> Double { runs.sorted()[runs.count / 2] }
}

import ChildProcesses
import Foundation
import Macaulay2
import Neurovariety

/// Singular, where it is installed: the fastest peer for minors that is known. Used for times only.
public struct SingularProgram: Sendable {
    /// Where it is.
    public let path: String
    private let environment: [String: String]

    /// Finds the program along `PATH`; nil where there is none.
    public init?(
        named name: String = "Singular", environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        do throws(ProcessError) {
            path = try findProgram(name, environment)
        } catch {
            // The only error there is for a name without a slash.
            return nil
        }
        self.environment = environment
    }

    /// Expands the minors of the parts that have some, and measures each part apart; blocks the thread.
    ///
    /// - Parameter variableCount: K.
    /// - Throws: an error if a file cannot be written or read. What goes wrong with Singular is an outcome.
    public func minors(
        of parts: [IdealPart], variableCount: Int, limits: RunLimits
    ) throws -> Outcome {
        let tasks = parts.compactMap(Self.task)
        let script = try Template(name: "singular-minors", bytes: PackageResources.singular_minors_sing)
            .rendered(["lastIndex": "\(variableCount - 1)", "tasks": tasks.joined()])
        let folder = try TemporaryFolder(environment)
        defer { folder.remove() }
        try folder.write(script, to: "minors.sing")
        let outcome = ChildProcess(
            path: path, arguments: ["-q", "--no-rc", folder.file("minors.sing")], environment: environment,
            folder: folder, output: "out", errors: "err", limits: limits
        ).run()
        switch outcome.ending {
        case .exited(0): break
        case .exited(let status): return .failed(.exited(status))
        case .signalled(let signal): return .failed(.signalled(signal))
        case .timedOut: return .timedOut(seconds: limits.seconds ?? outcome.seconds)
        case .memoryExceeded: return .failed(.outOfMemory)
        case .outputExceeded: return .failed(.tooMuchOutput)
        case .notStarted(let code): return .failed(.notStarted(code))
        }
        let output = try folder.contents("out")
        do throws(Failure) {
            let answer = try SingularAnswer(output)
            guard let version = answer.version, answer.seconds.count == tasks.count else {
                throw .incomplete(parts: answer.seconds.count, of: tasks.count)
            }
            return .finished(version: version, seconds: answer.seconds, minors: answer.minors)
        } catch {
            return .failed(error)
        }
    }

    /// The line of the script for a part; nil for one without minors.
    private static func task(_ part: IdealPart) -> String? {
        guard case .minors(_, _, let size) = part.content, let matrix = part.resultantMatrix?.matrix else {
            return nil
        }
        let entries = (0..<matrix.rowCount).flatMap { row in
            (0..<matrix.columnCount).map { matrix[row, $0].map { "w(\($0))" } ?? "0" }
        }
        return "lcngenMinors(\(matrix.rowCount), "
            + "\(matrix.columnCount), \(size), ideal(\(entries.joined(separator: ","))));\n"
    }
}

import ChildProcesses
import PlatformBasics
import Macaulay2

/// Singular, where it is installed: the fastest peer for minors that is known, and one that computes by FLINT.
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

    /// Runs a script and reads what it writes; blocks the thread.
    ///
    /// - Parameter read: of the standard output.
    /// - Throws: an error if a file cannot be written or read. What goes wrong with Singular is an outcome.
    func run<Answer>(
        _ script: String, limits: RunLimits,
        read: ([SingularRecord], [UInt8]) throws(Failure) -> Answer
    ) throws -> Outcome<Answer> {
        let folder = try TemporaryFolder(environment)
        defer { folder.remove() }
        try folder.write(script, to: "script.sing")
        let outcome = ChildProcess(
            path: path, arguments: ["-q", "--no-rc", folder.file("script.sing")], environment: environment,
            folder: folder, output: "out", errors: "err", limits: limits
        ).run()
        switch outcome.ending {
        case .exited(0): break
        case .exited(let status): return .failed(.exited(status))
        case .signalled(let signal): return .failed(.signalled(signal))
        case .timedOut: return .timedOut(seconds: limits.seconds ?? outcome.seconds)
        case .stopped: return .stopped
        case .memoryExceeded: return .failed(.outOfMemory)
        case .outputExceeded: return .failed(.tooMuchOutput)
        case .notStarted(let code): return .failed(.notStarted(code))
        }
        let output = try folder.contents("out")
        do throws(Failure) {
            return .finished(try read(SingularRecord.all(in: output), output))
        } catch {
            return .failed(error)
        }
    }
}

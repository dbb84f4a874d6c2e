import ChildProcesses

/// Why Macaulay2 gave no (complete) answer.
public enum Macaulay2Failure: Error, Sendable, Hashable {
    /// No program of that name or at that place.
    case absent(String)
    /// Something is there, but it cannot be run or is not Macaulay2.
    case unusable(path: String, reason: String)
    /// It is older than ``Macaulay2Version/minimum``.
    case unsupportedVersion(path: String, Macaulay2Version)
    /// An error inside Macaulay2, with its place `file:line:column` where it names one.
    case scriptError(place: String?, message: String)
    /// It was stopped at a limit of the session (``RunLimits``), in the middle of this task.
    case timedOut(seconds: Double, task: String?)
    /// It was stopped, in the middle of this task, because this program was asked to stop, or did not start any more.
    case stopped(task: String?)
    /// It was stopped at the limit, or found itself that there is no more.
    case outOfMemory(task: String?)
    /// Ended by a signal that did not come from here.
    case killed(signal: Int32, task: String?)
    /// It was stopped when it had written so much.
    case tooMuchOutput(megabytes: Int)
    /// A tagged line is not what the protocol says.
    case malformedOutput(TranscriptError)
    /// The program ended without an error and without `@lcngen done`.
    case incomplete(task: String?)
    /// The answer is by another version than the one that was found there before.
    case replaced(path: String, found: String)
    /// A file of ours could not be read.
    case cannotRead(path: String, reason: String)
    /// A file of ours could not be written.
    case cannotWrite(path: String, reason: String)

    /// Whether the program is gone, or another one: then nothing it said can be used, and no other run will go better.
    public var isOfProgram: Bool {
        switch self {
        case .absent, .unusable, .unsupportedVersion, .replaced: return true
        default: return false
        }
    }

    /// Whether more time or memory might have given an answer.
    public var isLimit: Bool {
        switch self {
        case .timedOut, .stopped, .outOfMemory, .tooMuchOutput: return true
        default: return false
        }
    }
}

extension Macaulay2Failure {
    init(_ error: ProcessError) {
        switch error {
        case .absent(let name): self = .absent(name)
        case .unusable(let path, let reason): self = .unusable(path: path, reason: reason)
        case .cannotRead(let path, let reason): self = .cannotRead(path: path, reason: reason)
        case .cannotWrite(let path, let reason): self = .cannotWrite(path: path, reason: reason)
        }
    }

    /// Does something with files or programs; its errors become ours.
    static func from<Result>(
        _ body: () throws(ProcessError) -> Result
    ) throws(Macaulay2Failure) -> Result {
        do throws(ProcessError) {
            return try body()
        } catch {
            throw Macaulay2Failure(error)
        }
    }
}

extension Macaulay2Failure: CustomStringConvertible {
    /// One line. What Macaulay2 wrote is part of it, so bytes that would steer a terminal are taken out.
    public var description: String {
        String(
            String.UnicodeScalarView(
                unfiltered.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : $0 }))
    }

    private var unfiltered: String {
        func during(_ task: String?) -> String { task.map { " during \($0)" } ?? "" }
        switch self {
        case .absent(let name):
            return "no Macaulay2 found (\(name))"
        case .unusable(let path, let reason): return "\(path) cannot be used as Macaulay2: \(reason)"
        case .unsupportedVersion(let path, let version):
            return "\(path) is Macaulay2 \(version); version \(Macaulay2Version.minimum) or later is needed"
        case .scriptError(let place, let message):
            return "Macaulay2 error\(place.map { " at \($0)" } ?? ""): \(message)"
        case .timedOut(let seconds, let task):
            return "Macaulay2 was stopped after \(Self.short(seconds)) s\(during(task))"
        case .stopped(nil): return "stopped before Macaulay2 had answered"
        case .stopped(let task): return "Macaulay2 was stopped\(during(task))"
        case .outOfMemory(let task):
            return "Macaulay2 ran out of memory\(during(task))"
        case .killed(let signal, let task):
            return "Macaulay2 was ended by signal \(signal)\(during(task))"
        case .tooMuchOutput(let megabytes): return "Macaulay2 wrote more than \(megabytes) MB"
        case .malformedOutput(let error): return "Macaulay2's output is malformed: \(error)"
        case .incomplete(let task):
            return "Macaulay2 ended without an error and before the end of the script\(during(task))"
        case .replaced(let path, let found):
            return "\(path) was replaced: its answer is by Macaulay2 \(found)"
        case .cannotRead(let path, let reason): return "cannot read \(path): \(reason)"
        case .cannotWrite(let path, let reason): return "cannot write \(path): \(reason)"
        }
    }

    private static func short(_ seconds: Double) -> String {
        seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
    }
}

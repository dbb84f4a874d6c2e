import ChildProcesses
import PlatformBasics

/// A Macaulay2 that was found, looked at and can be used.
public struct Macaulay2Program: Sendable, Hashable {
    /// Where it was found.
    public let path: String
    /// What it says of itself.
    public let version: Macaulay2Version
    let environment: [String: String]

    /// Finds Macaulay2 and asks its version.
    ///
    /// - Parameters:
    ///   - explicit: a path or the name of a program; else the first entry of `LCNGEN_M2`, else `M2`. Names
    ///     without a slash are looked for along `PATH`.
    public static func locate(
        _ explicit: String?, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(Macaulay2Failure) -> Macaulay2Program {
        let name = explicit ?? listed(environment).first ?? "M2"
        let path = try Macaulay2Failure.from { () throws(ProcessError) in try findProgram(name, environment) }
        return try Macaulay2Program(path: path, environment: environment)
    }

    /// The programs of `LCNGEN_M2`, a list separated by colons.
    public static func listed(_ environment: [String: String]) -> [String] {
        (environment["LCNGEN_M2"] ?? "").split(separator: ":").map(String.init)
    }

    /// Asks the program at this path for its version.
    private init(path: String, environment: [String: String]) throws(Macaulay2Failure) {
        let folder = try Macaulay2Failure.from { () throws(ProcessError) in try TemporaryFolder(environment) }
        defer { folder.remove() }
        self.environment = Self.completed(environment)
        self.path = path
        let outcome = ChildProcess(
            path: path, arguments: ["--version"], environment: self.environment,
            folder: folder, output: "stdout", errors: "stderr",
            limits: RunLimits(seconds: 30, memoryMegabytes: 4096, outputMegabytes: 1)
        ).run()
        switch outcome.ending {
        case .exited(0): break
        case .exited(let status):
            throw .unusable(path: path, reason: "--version ends with status \(status)")
        case .signalled(let signal):
            throw .unusable(path: path, reason: "--version is ended by signal \(signal)")
        case .notStarted(let code):
            throw .unusable(path: path, reason: "it cannot be started (\(String(cString: strerror(code))))")
        case .stopped: throw .stopped(task: nil)
        case .timedOut: throw .unusable(path: path, reason: "--version does not answer in 30 s")
        case .memoryExceeded, .outputExceeded:
            throw .unusable(path: path, reason: "--version does not answer with a version")
        }
        let output = try Macaulay2Failure.from { () throws(ProcessError) in try folder.contents("stdout") }
        let line = String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }.prefix(200), as: UTF8.self)
        guard let version = Macaulay2Version(line.withoutBlanksAround) else {
            throw .unusable(path: path, reason: "--version gives no version of Macaulay2")
        }
        guard version >= .minimum else { throw .unsupportedVersion(path: path, version) }
        self.version = version
    }

    /// Macaulay2 does not start without a `HOME`.
    private static func completed(_ environment: [String: String]) -> [String: String] {
        var result = environment
        if result["HOME", default: ""].isEmpty { result["HOME"] = "/" }
        return result
    }
}

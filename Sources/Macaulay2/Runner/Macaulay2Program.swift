import Foundation

/// A Macaulay2 that was found, looked at and can be used.
public struct Macaulay2Program: Sendable, Hashable {
    public let path: String
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
        let path = try find(name, environment)
        return try Macaulay2Program(path: path, environment: environment)
    }

    /// The programs of `LCNGEN_M2`, a list separated by colons.
    public static func listed(_ environment: [String: String]) -> [String] {
        (environment["LCNGEN_M2"] ?? "").split(separator: ":").map(String.init)
    }

    private static func find(
        _ name: String, _ environment: [String: String]
    ) throws(Macaulay2Failure) -> String {
        if name.contains("/") {
            let path = URL(fileURLWithPath: name).path
            try checkExecutable(path, shown: name)
            return path
        }
        guard !name.isEmpty else { throw .absent("an empty name") }
        for folder in (environment["PATH"] ?? "").split(separator: ":") {
            let path = "\(folder)/\(name)"
            if isExecutableFile(path) { return path }
        }
        throw .absent("\(name) is not on PATH")
    }

    private static func isExecutableFile(_ path: String) -> Bool {
        var information = stat()
        return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
            && access(path, X_OK) == 0
    }

    private static func checkExecutable(_ path: String, shown: String) throws(Macaulay2Failure) {
        var information = stat()
        guard stat(path, &information) == 0 else { throw .absent("\(shown) does not exist") }
        guard information.st_mode & S_IFMT != S_IFDIR else {
            throw .unusable(path: shown, reason: "it is a folder")
        }
        guard isExecutableFile(path) else { throw .unusable(path: shown, reason: "it is not executable") }
    }

    /// Asks the program at this path for its version.
    private init(path: String, environment: [String: String]) throws(Macaulay2Failure) {
        let folder = try TemporaryFolder(environment)
        defer { folder.remove() }
        self.environment = Self.completed(environment)
        self.path = path
        let outcome = ChildProcess(
            path: path, arguments: ["--version"], environment: self.environment,
            outputPath: folder.file("stdout"), errorPath: folder.file("stderr"),
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
        case .timedOut: throw .unusable(path: path, reason: "--version does not answer in 30 s")
        case .memoryExceeded, .outputExceeded:
            throw .unusable(path: path, reason: "--version does not answer with a version")
        }
        let output = folder.contents("stdout")
        let line = String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }.prefix(200), as: UTF8.self)
        guard let version = Macaulay2Version(line.trimmingCharacters(in: .whitespaces)) else {
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

import ChildProcesses
import Foundation
import Macaulay2
import Neurovariety

/// Singular, where it is installed: the fastest peer for minors that is known. Used for times only.
public struct SingularProgram: Sendable {
    /// Of the program.
    public let path: String
    private let environment: [String: String]

    /// Nil where there is none on `PATH`.
    public init?(environment: [String: String] = ProcessInfo.processInfo.environment) {
        guard let path = try? findProgram("Singular", environment) else { return nil }
        self.path = path
        self.environment = environment
    }

    /// What `minor(M, size, "Laplace")` took for each part of an ideal that has minors.
    public enum Outcome: Sendable, Hashable {
        /// The version (`4321` for 4.3.2.1), and the seconds and the number of minors, part after part.
        case finished(version: Int, seconds: [Double], minors: [Int])
        case timedOut(seconds: Double)
        case failed
    }

    /// - Throws: an error if a file cannot be written.
    public func minors(
        of parts: [IdealPart], variableCount: Int, limits: RunLimits
    ) throws -> Outcome {
        let tasks = parts.compactMap { part -> String? in
            guard case .minors(_, _, let size) = part.content, let matrix = part.resultantMatrix?.matrix
            else { return nil }
            let entries = (0..<matrix.rowCount).flatMap { row in
                (0..<matrix.columnCount).map { matrix[row, $0].map { "w(\($0))" } ?? "0" }
            }
            return "lcngenMinors(\(matrix.rowCount), "
                + "\(matrix.columnCount), \(size), ideal(\(entries.joined(separator: ","))));\n"
        }
        let script = try Template(name: "singular-minors", bytes: PackageResources.singular_minors_sing)
            .rendered(["lastIndex": "\(variableCount - 1)", "tasks": tasks.joined()])
        let folder = try TemporaryFolder(environment)
        defer { folder.remove() }
        try folder.write(script, to: "minors.sing")
        let outcome = ChildProcess(
            path: path, arguments: ["-q", "--no-rc", folder.file("minors.sing")], environment: environment,
            folder: folder, output: "out", errors: "err", limits: limits
        ).run()
        if outcome.ending == .timedOut { return .timedOut(seconds: limits.seconds ?? outcome.seconds) }
        let lines = String(decoding: folder.contents("out"), as: UTF8.self).split(separator: "\n")
        var version: Int?
        var seconds: [Double] = []
        var minors: [Int] = []
        for line in lines {
            let words = line.split(separator: " ")
            guard words.count >= 3, words[0] == "@lcngen" else { continue }
            if words[1] == "version" { version = Int(words[2]) }
            guard words[1] == "minors", words.count == 4, let count = Int(words[2]), let time = Int(words[3])
            else { continue }
            minors.append(count)
            seconds.append(Double(time) / 1000)
        }
        guard case .exited(0) = outcome.ending, let version, seconds.count == tasks.count else {
            return .failed
        }
        return .finished(version: version, seconds: seconds, minors: minors)
    }
}

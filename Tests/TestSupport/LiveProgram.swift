import Foundation

/// A program that reads files written here, by the name on `PATH` or by a variable of the environment.
package struct LiveProgram: Sendable, CustomStringConvertible {
    package let name: String
    /// The variable with its path.
    private let variable: String
    /// The variable that makes its absence a failure, not a skip.
    private let requirement: String

    package static let msolve = LiveProgram(
        name: "msolve", variable: "LCNGEN_MSOLVE", requirement: "LCNGEN_REQUIRE_MSOLVE")
    package static let singular = LiveProgram(
        name: "Singular", variable: "LCNGEN_SINGULAR", requirement: "LCNGEN_REQUIRE_SINGULAR")
    package static let jq = LiveProgram(name: "jq", variable: "LCNGEN_JQ", requirement: "LCNGEN_REQUIRE_JQ")
    /// The three engines of LaTeX.
    package static let latex = ["pdflatex", "lualatex", "xelatex"].map {
        LiveProgram(
            name: $0, variable: "LCNGEN_\($0.uppercased())", requirement: "LCNGEN_REQUIRE_LATEX")
    }

    /// A Python with Sage, or as much of it as has polynomials and Singular.
    package static let sage = LiveProgram(
        name: "sage-python", variable: "LCNGEN_SAGE", requirement: "LCNGEN_REQUIRE_SAGE")
    /// A Python with a parser of Julia, `tree_sitter_julia`.
    package static let juliaGrammar = LiveProgram(
        name: "julia-grammar-python", variable: "LCNGEN_JULIA_GRAMMAR",
        requirement: "LCNGEN_REQUIRE_JULIA_GRAMMAR")

    package static let chromium = LiveProgram(
        name: "chromium", variable: "LCNGEN_CHROMIUM", requirement: "LCNGEN_REQUIRE_CHROMIUM")

    package static let all = [msolve, singular, sage, juliaGrammar, jq, chromium] + latex

    package static let bash = shell("bash")
    package static let zsh = shell("zsh")
    package static let fish = shell("fish")
    /// Formats what `man` shows.
    package static let groff = shell("groff")

    private static func shell(_ name: String) -> LiveProgram {
        LiveProgram(
            name: name, variable: "LCNGEN_\(name.uppercased())", requirement: "LCNGEN_REQUIRE_SHELLS")
    }

    package var description: String { name }

    private static let environment = ProcessInfo.processInfo.environment

    /// Nil where there is none.
    package var path: String? {
        if let path = Self.environment[variable], !path.isEmpty { return path }
        let folders = (Self.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    package var isPresent: Bool { path != nil }
    package var isRequired: Bool { Self.environment[requirement] == "1" }

    /// Runs a program in a folder, two minutes at most, and returns its status and what it wrote, errors included.
    package static func run(
        _ program: String, _ arguments: [String], in folder: ScratchFolder
    ) throws -> (status: Int32, output: String) {
        let output = folder.url.deletingLastPathComponent().appendingPathComponent("output")
        _ = FileManager.default.createFile(atPath: output.path, contents: nil)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["timeout", "120", program] + arguments
        process.currentDirectoryURL = folder.url
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = process.standardOutput
        try process.runToEnd()
        return (
            process.terminationStatus,
            String(decoding: try Data(contentsOf: output), as: UTF8.self)
        )
    }
}

import Foundation
import TestSupport

/// Runs the built program as a person would.
struct Outcome: Sendable {
    let status: Int32
    let output: String
    let errors: String
}

func program() -> URL {
    // The test bundle lies beside the program.
    var folder = Bundle.main.bundleURL
    if folder.pathExtension == "xctest" { folder.deleteLastPathComponent() }
    for argument in [
        folder.path, URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path,
    ] + CommandLine.arguments {
        var candidate = URL(fileURLWithPath: argument)
        while candidate.path.count > 1 {
            let program = candidate.appendingPathComponent("lcngen")
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: program.path, isDirectory: &isFolder),
                !isFolder.boolValue
            {
                return program
            }
            candidate.deleteLastPathComponent()
        }
    }
    return URL(fileURLWithPath: "lcngen")
}

func run(
    _ words: [String], environment: [String: String] = [:], folder: String? = nil, shell: String? = nil
) throws -> Outcome {
    let scratch = try ScratchFolder()
    let (output, errors) = (
        scratch.url.appendingPathComponent("out"), scratch.url.appendingPathComponent("err")
    )
    for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    let process = Process()
    if let shell {
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", shell, program().path] + words
    } else {
        process.executableURL = program()
        process.arguments = words
    }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.runToEnd()
    return Outcome(
        status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
        errors: try String(contentsOf: errors, encoding: .utf8))
}

func run(_ words: [String], shell: String, environment: [String: String]) throws -> Outcome {
    try run(words, environment: environment, shell: shell)
}

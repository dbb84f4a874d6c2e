import Foundation
import Macaulay2
import TestSupport

let packageFolder = Fixtures.folder.deletingLastPathComponent().appendingPathComponent("m2")

/// Runs a text in each Macaulay2, with the package on its path and lcngen where it looks for it. As a script it ends at the first
/// error; typed, it goes on.
func inMacaulay2(
    _ text: String, lcngen: URL = program(), temporaryFolder: String? = nil, isTyped: Bool = false
) throws -> [Outcome] {
    let scratch = try ScratchFolder()
    let file = scratch.url.appendingPathComponent("test.m2")
    let heading = """
        path = prepend("\(packageFolder.path)/", path);
        programPaths#"lcngen" = "\(lcngen.deletingLastPathComponent().path)/";
        needsPackage "LinearConvolutionalNetworks";

        """
    try Data((heading + text).utf8).write(to: file)
    let command =
        isTyped ? "-q --silent --no-readline --no-debug < \"$FILE\"" : "--script \"$FILE\" < /dev/null"
    return try LiveMacaulay2.programs.map {
        var environment = ["M2": $0.path, "FILE": file.path]
        environment["TMPDIR"] = temporaryFolder
        // An lcngen that is installed would stand in for those that are meant.
        environment["PATH"] = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .filter { !FileManager.default.fileExists(atPath: "\($0)/lcngen") }.joined(separator: ":")
        return try run([], environment: environment, shell: "exec \"$M2\" \(command)")
    }
}

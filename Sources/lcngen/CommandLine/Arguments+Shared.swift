import Foundation
import Macaulay2
import Neurovariety
import Reports

/// The options that several commands share, as values.
extension Arguments {
    func architecture() throws -> Architecture {
        let sizes = try ints("k") ?? []
        guard !sizes.isEmpty else {
            throw CommandFailure(.usage, "--k is missing; write for example --k 7,7 --s 3")
        }
        if sizes.count > 1, string("s") == nil {
            throw CommandFailure(
                .usage, "--s is missing: \(sizes.count) filter sizes need \(sizes.count - 1) strides")
        }
        return try Architecture(filterSizes: sizes, strides: ints("s") ?? [])
    }

    var provenance: Provenance {
        Provenance(toolVersion: "lcngen \(Main.version)", command: line)
    }

    func runLimits(defaultSeconds: Double = 60) throws -> RunLimits {
        RunLimits(
            seconds: try seconds("timeout", default: defaultSeconds),
            memoryMegabytes: try int("memory-limit", in: 1...10_000_000))
    }

    /// A session with the Macaulay2 that was named, or is found.
    func macaulay2() throws -> Macaulay2Session {
        Macaulay2Session(
            program: try Macaulay2Program.locate(string("m2")), limits: try runLimits(),
            keep: string("keep").map { URL(fileURLWithPath: $0) }, provenance: provenance)
    }

    /// Macaulay2, or why there is none. One that was named must be usable.
    func optionalMacaulay2() throws -> (session: Macaulay2Session?, description: String) {
        do {
            let session = try macaulay2()
            return (session, session.program.version.description)
        } catch let failure as Macaulay2Failure {
            let isNamed =
                string("m2") != nil
                || !Macaulay2Program.listed(ProcessInfo.processInfo.environment).isEmpty
            guard !isNamed, case .absent = failure else { throw failure }
            return (nil, failure.description)
        }
    }

    var outputPath: String? { string("out") }
}

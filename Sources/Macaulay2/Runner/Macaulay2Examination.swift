import ExactAlgebra
import Neurovariety

/// A small script run through the whole bridge: finding, running, reading back.
public struct Macaulay2Examination: Sendable {
    public let lines: [String]

    /// - Throws: ``Macaulay2Failure`` if the script does not come back with what is known.
    public init(_ program: Macaulay2Program, limits: RunLimits) throws(Macaulay2Failure) {
        let architecture: Architecture
        let script: Script
        do {
            architecture = try Architecture(filterSizes: [2, 2], strides: [2])
            script = try Script(
                architecture, options: ScriptOptions(approach: .ideal, listsGenerators: true),
                tool: "lcngen", command: "lcngen doctor")
        } catch {
            throw .scriptError(place: nil, message: "\(error)")
        }
        let run = try program.run(script, name: "doctor", limits: limits)
        if let failure = run.failure { throw failure }
        let polynomials: [Polynomial]
        do throws(TranscriptError) {
            polynomials = try run.transcript.polynomials("polynomial.J1", variableCount: 4)
        } catch {
            throw .malformedOutput(error)
        }
        guard polynomials.map(\.normalizedSign.description) == ["w_1*w_2 - w_0*w_3"] else {
            throw .unusable(path: program.path, reason: "it gives a wrong minor")
        }
        lines = [
            "path: \(program.path)",
            "version: \(program.version) (at least \(Macaulay2Version.minimum) is needed)",
            "script, run and reading back: all right, \(Int(run.seconds * 1000)) ms, \(run.peakMegabytes) MB",
        ]
    }
}

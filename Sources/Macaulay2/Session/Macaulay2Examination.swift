import ChildProcesses
import ExactAlgebra
import Neurovariety

/// A small script run through the whole bridge: writing, running, reading back.
public struct Macaulay2Examination: Sendable {
    /// The one that was tried.
    public let program: Macaulay2Program
    /// Of all that, with the start of Macaulay2.
    public let seconds: Double
    /// The largest resident size.
    public let peakMegabytes: Int

    /// - Throws: ``Macaulay2Failure`` if the script does not come back with what is known.
    public init(_ session: Macaulay2Session) throws(Macaulay2Failure) {
        let start = ContinuousClock.now
        let script: Script
        do {
            script = try Script(
                Architecture(filterSizes: [2, 2], strides: [2]),
                options: ScriptOptions(approach: .ideal, listing: .all),
                provenance: session.provenance)
        } catch {
            throw .scriptError(place: nil, message: "\(error)")
        }
        let run = try session.run(script, named: "doctor")
        if let failure = run.failure { throw failure }
        let polynomials: [Polynomial]
        do throws(TranscriptError) {
            polynomials = try run.transcript.polynomials("polynomial.J1", variableCount: 4)
        } catch {
            throw .malformedOutput(error)
        }
        guard polynomials.map(\.normalizedSign.description) == ["w_1*w_2 - w_0*w_3"] else {
            throw .unusable(path: session.program.path, reason: "it gives a wrong minor")
        }
        program = session.program
        seconds = (ContinuousClock.now - start).inSeconds
        peakMegabytes = run.peakMegabytes
    }
}

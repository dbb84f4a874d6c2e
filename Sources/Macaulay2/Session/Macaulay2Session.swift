import ChildProcesses
import PlatformBasics

/// How much a run of Macaulay2 may use.
public typealias RunLimits = ChildProcesses.RunLimits

/// A Macaulay2 and what all scripts that it runs have in common: limits, where files are kept, what is written in
/// their headings.
///
/// The only way to run a script. A program that is gone, or another one than was found, ends the session: nothing
/// that it said can be used, so ``run(_:named:)`` throws. Everything else that goes wrong is part of a run.
public struct Macaulay2Session: Sendable {
    /// The one that runs all scripts.
    public let program: Macaulay2Program
    /// For each script.
    public var limits: RunLimits
    /// A folder for scripts, output and errors; made if it does not exist. Nil to keep nothing.
    public var keep: URL?
    /// For the headings of scripts.
    public var provenance: Provenance
    /// Processes that have started and are used again; nil for a process of its own for each script.
    public var workers: Macaulay2Workers?

    /// - Parameter program: found by ``Macaulay2Program/locate(_:environment:)``.
    public init(
        program: Macaulay2Program, limits: RunLimits = RunLimits(), keep: URL? = nil, provenance: Provenance
    ) {
        self.program = program
        self.limits = limits
        self.keep = keep
        self.provenance = provenance
    }

    /// Runs a script in a process of its own, new or forked by one of ``workers``, and waits for it.
    ///
    /// - Parameter name: names the files that are kept; letters, digits and `-`.
    /// - Throws: ``Macaulay2Failure`` if a file cannot be written, or the program is not any more what was found.
    ///   Everything else that goes wrong is in the result, beside what was reported until then.
    public func run(_ script: Script, named name: String) throws(Macaulay2Failure) -> Macaulay2Run {
        let run = try run(text: script.text, named: name)
        if let failure = run.failure, failure.isOfProgram { throw failure }
        return run
    }
}

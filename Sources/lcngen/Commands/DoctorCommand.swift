import PlatformBasics
import Macaulay2

enum DoctorCommand: Command {
    static let name = "doctor"
    static let summary = "which Macaulay2 is found, its version, and what works"
    static let discussion = """
        Looks for Macaulay2 as every command does (--m2, else $LCNGEN_M2, else M2 on PATH),
        asks its version, and runs a small script through the whole bridge. Ends with
        status 69 where one cannot be used, and 2 where it only took longer than --timeout.
        """
    static let examples = ["doctor"]
    static let options: [any Parameter] = [Shared.m2, Shared.timeout]

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let listed = Macaulay2Program.listed(ProcessInfo.processInfo.environment)
        let names = arguments[Shared.m2].map { [$0] } ?? (listed.isEmpty ? ["M2"] : listed)
        let limits = RunLimits(seconds: arguments[Shared.timeout])
        var failures: [CommandFailure] = []
        for name in names {
            let lines: [String]
            do throws(Macaulay2Failure) {
                let session = try Macaulay2Choice(name: name, limits: limits).session(frame.provenance)
                lines = Self.lines(try Macaulay2Examination(session))
            } catch {
                failures.append(CommandFailure(error))
                lines = ["not usable: \(failures[failures.count - 1].message)"]
            }
            try frame.write("Macaulay2 '\(name)'\n" + lines.map { "  \($0)\n" }.joined())
        }
        try frame.write("lcngen \(Main.version)\n")
        guard failures.isEmpty else {
            let isLimit = failures.allSatisfy { $0.status == .undecided }
            throw CommandFailure(
                isLimit ? .undecided : .macaulay2Unavailable, "not every Macaulay2 named can be used")
        }
        return .agreed
    }

    private static func lines(_ examination: Macaulay2Examination) -> [String] {
        let program = examination.program
        return [
            "path: \(program.path)",
            "version: \(program.version) (at least \(Macaulay2Version.minimum) is needed)",
            "script, run and reading back: all right, \(Int(examination.seconds * 1000)) ms, "
                + "\(examination.peakMegabytes) MB",
        ]
    }
}

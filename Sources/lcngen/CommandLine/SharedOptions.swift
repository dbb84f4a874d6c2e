import PlatformBasics
import Macaulay2
import Neurovariety
import Reports
import Studies

/// Options that several commands have.
enum Shared {
    static let filterSizes = Option("k", "N,N,…", .ints, help: "filter sizes, first layer first")
    static let strides = Option(
        "s", "N,…", .ints, help: "strides, one fewer than filter sizes (a last one is ignored)")

    static let architecture = architecture(strides: strides)

    /// `--k` and these strides as an architecture.
    static func architecture(strides: Option<[Int]?>) -> Combination<Architecture> {
        Combination("architecture", of: [filterSizes, strides]) { arguments in
            try architecture(arguments[filterSizes], arguments[strides])
        }
    }

    /// An architecture of what is given.
    static func architecture(_ filterSizes: [Int]?, _ strides: [Int]?) throws -> Architecture {
        guard let filterSizes else {
            throw CommandFailure(.usage, "--k is missing\(Advice.architecture)")
        }
        if filterSizes.count > 1, strides == nil {
            throw CommandFailure(
                .usage,
                "--s is missing: \(filterSizes.count) filter sizes need \(filterSizes.count - 1) strides")
        }
        return try Architecture(filterSizes: filterSizes, strides: strides ?? [])
    }

    static let out = Option(
        "out", "FILE", .path(.output), shownAs: "-, standard output", help: "where the result goes")

    /// Of commands with tables.
    static let wide = Option("wide", help: "tables with all columns, however narrow the terminal")

    /// Of every command.
    static let quiet = Option("quiet", help: "no progress and no notes on standard error, only errors")

    /// The formats of a report; the first is the default.
    static func format(_ formats: [ReportFormat]) -> Option<ReportFormat> {
        format(formats, default: .text)
    }

    static func format<Format: RawRepresentable<String> & Sendable>(
        _ formats: [Format], default usual: Format
    ) -> Option<Format> {
        Option("format", "FORMAT", .choice(formats), default: usual, help: "output format")
    }

    static let m2 = Option(
        "m2", "PATH", .path(.program), shownAs: "$LCNGEN_M2, else M2 on PATH", help: "the Macaulay2 to run")
    static let timeout = Option(
        "timeout", "SECONDS", .seconds, default: 60, help: "time limit for each Macaulay2 task")
    static let memoryLimit = Option(
        "memory-limit", "MB", .int(1...10_000_000), shownAs: "none", help: "memory limit for Macaulay2")
    static let keep = Option("keep", "DIR", .path(.folder), help: "keep scripts, output and errors there")

    static let limits = Combination("limits", of: [timeout, memoryLimit]) { arguments in
        RunLimits(seconds: arguments[timeout], memoryMegabytes: arguments[memoryLimit])
    }

    /// Which Macaulay2 runs, and how.
    static let macaulay2 = Combination("Macaulay2", of: [m2, limits, keep]) { arguments in
        Macaulay2Choice(
            name: arguments[m2], limits: arguments[limits],
            keep: arguments[keep].map { URL(fileURLWithPath: $0) })
    }

    static let strategy = strategy(help: "how Macaulay2 computes minors")

    static func strategy(help: String) -> Option<MinorsStrategy?> {
        Option("strategy", "NAME", .choice, shownAs: "Macaulay2's own", help: help)
    }

    static let shard = Option(
        "shard", "I/N", .shard, help: "only the I-th of N parts, of about the same cost; see merge and slurm")

    /// Of all commands that can take long; kept by the frame.
    static let timeLimit = Option(
        "time-limit", "SECONDS", .seconds, default: nil,
        help:
            "end then, with status 2, as at Ctrl-C; what is printed of the work, or kept, is said above, else nothing"
    )

    static let radical = Option(
        "radical", help: "also call Macaulay2's radical (slow, and it has known bugs)")
}

/// The Macaulay2 that the options name; it is looked for when a session begins.
struct Macaulay2Choice: Sendable {
    /// A path or a name; nil for `LCNGEN_M2`, else `M2`.
    let name: String?
    let limits: RunLimits
    var keep: URL?

    func session(_ provenance: Provenance) throws(Macaulay2Failure) -> Macaulay2Session {
        Macaulay2Session(
            program: try Macaulay2Program.locate(name), limits: limits, keep: keep, provenance: provenance)
    }

    /// A session and the version of Macaulay2, or why there is none. One that was named must be usable.
    func sessionIfAny(
        _ provenance: Provenance
    ) throws(Macaulay2Failure) -> (session: Macaulay2Session?, description: String) {
        do throws(Macaulay2Failure) {
            let session = try session(provenance)
            return (session, session.program.version.description)
        } catch {
            let isNamed =
                name != nil || !Macaulay2Program.listed(ProcessInfo.processInfo.environment).isEmpty
            guard !isNamed, case .absent = error else { throw error }
            return (nil, CommandFailure(error).message)
        }
    }
}

import ChildProcesses
import ExactAlgebra
import Exports
import Macaulay2
import Neurovariety
import Reports

/// What every command works in: the output, which is open before the work begins, and the line of progress.
final class Frame {
    let progress: Progress
    /// For the headings of files.
    let provenance: Provenance
    private let output: OutputSink
    /// How wide tables are; nil where that does not matter.
    private let width: Int?
    /// Whether notes are wanted; errors always are.
    private let isQuiet: Bool
    private let command: String

    /// - Throws: ``CommandFailure`` if the output cannot be opened, or is a file that is needed for something else.
    private init(_ arguments: Arguments) throws {
        if let message = NamedFile.clash(arguments.files) { throw arguments.failure(message) }
        command = arguments.command
        isQuiet = arguments[Shared.quiet]
        progress = Progress(isQuiet: isQuiet)
        provenance = Provenance(toolVersion: "lcngen \(Main.version)", command: arguments.line)
        output = try OutputSink(path: arguments.value(of: Shared.out) ?? nil)
        width = arguments.value(of: Shared.wide) == true ? nil : output.terminalWidth
    }

    /// Opens the output, lets the command work, takes the progress away, and puts the output in its place; after an
    /// error nothing of it is left.
    static func run(_ command: any Command.Type, _ arguments: Arguments) throws -> ExitStatus {
        let frame = try Frame(arguments)
        let status = try command.run(arguments, frame)
        frame.progress.clear()
        try frame.output.finish()
        return status
    }

    func write(_ text: String) throws {
        progress.clear()
        try output.write(text)
    }

    /// Help, in lines as wide as the terminal.
    func write(help: (_ width: Int) -> String) throws { try write(help(output.readableWidth)) }

    func write(_ report: some Report, as format: ReportFormat) throws {
        try write(report.rendered(format, by: provenance, width: width))
    }

    /// A file that was not written to the end at the limit is none.
    func write(_ file: IdealFile, limit: WorkLimit) throws {
        progress.clear()
        let progress = progress
        do {
            try file.write(to: output, shouldStop: { limit.isReached }) { part, share in
                progress.show("writing \(part.name)", share: share)
            }
        } catch is WorkStopped {
            throw CommandFailure(
                limit.status,
                "not written to the end in the time limit: what there is of it is no ideal file; --part, --rows, "
                    + "--columns and --max-minors take some generators")
        }
    }

    /// A line on standard error that is no error.
    func note(_ text: String) {
        guard !isQuiet else { return }
        progress.clear()
        Main.say(text, by: command)
    }

    /// What takes longer than this many seconds is announced.
    private static let longSeconds = 3.0

    /// Says how long work will take, if that is long.
    func announce(
        _ subject: some CustomStringConvertible, _ cost: some CustomStringConvertible, seconds: Double
    ) {
        if seconds > Self.longSeconds { note("\(subject): \(cost)") }
    }

    /// The same of generators, which are refused if they do not fit the memory.
    func announce(_ architecture: Architecture, expansionOf generators: IdealGenerators) throws(IdealError) {
        let cost = try generators.cost()
        announce(
            architecture,
            "about \(RoughEstimate(seconds: cost.seconds)) for about \(RoughEstimate(count: cost.terms)) terms",
            seconds: cost.seconds)
    }

    /// From now on a first interrupt only asks to stop, and says so.
    func askBeforeInterrupt(say text: String) {
        Interruption.askFirst(say: isQuiet ? nil : Main.line(text, by: command))
    }
}

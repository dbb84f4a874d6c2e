import ChildProcesses
import Exports
import Macaulay2
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

    func write(_ file: IdealFile) throws {
        progress.clear()
        let progress = progress
        try file.write(to: output) { part, share in progress.show("writing \(part.name)", share: share) }
    }

    /// A line on standard error that is no error.
    func note(_ text: String) {
        guard !isQuiet else { return }
        progress.clear()
        Main.say(text, by: command)
    }

    /// From now on a first interrupt only asks to stop, and says so.
    func askBeforeInterrupt(say text: String) {
        Interruption.askFirst(say: isQuiet ? nil : Main.line(text, by: command))
    }
}

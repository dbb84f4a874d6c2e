import Exports
import Macaulay2
import Reports

/// What every command works in: the output, which is open before the work begins, and the line of progress.
final class Frame {
    let progress = Progress()
    /// For the headings of files.
    let provenance: Provenance
    private let output: OutputSink

    /// - Throws: ``CommandFailure`` if the output cannot be opened.
    private init(_ arguments: Arguments) throws {
        provenance = Provenance(toolVersion: "lcngen \(Main.version)", command: arguments.line)
        output = try OutputSink(path: arguments.value(of: Shared.out) ?? nil)
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

    func write(_ report: some Report, as format: ReportFormat) throws {
        try write(report.rendered(format, by: provenance))
    }

    func write(_ file: IdealFile) throws {
        progress.clear()
        let progress = progress
        try file.write(to: output) { part, share in progress.show("writing \(part.name)", share: share) }
    }

    /// A line on standard error.
    func note(_ text: String) {
        progress.clear()
        Main.note(text)
    }
}

import ChildProcesses
import ExactAlgebra
import Exports
import Macaulay2
import Neurovariety
import Reports
import Studies

/// What every command works in: the output, which is open before the work begins, and the line of progress.
final class Frame {
    let progress: Progress
    let notes: Notes
    /// For the headings of files.
    let provenance: Provenance
    private let output: OutputSink
    /// How wide tables are; nil where that does not matter.
    private let width: Int?
    private let command: String

    /// - Throws: ``CommandFailure`` if the output cannot be opened, or is a file that is needed for something else.
    private init(_ arguments: Arguments) throws {
        if let message = NamedFile.clash(arguments.files) { throw arguments.failure(message) }
        command = arguments.command
        let isQuiet = arguments[Shared.quiet]
        progress = Progress(isQuiet: isQuiet)
        notes = Notes(progress: progress, command: command, isQuiet: isQuiet)
        provenance = Provenance(toolVersion: "lcngen \(Main.version)", command: arguments.line)
        output = try OutputSink(path: arguments.value(of: Shared.out) ?? nil)
        width = arguments.value(of: Shared.wide) == true ? nil : output.terminalWidth
    }

    /// Opens the output, lets the command work, takes the progress away, and puts the output in its place; after an
    /// error nothing of it is left.
    static func run(_ command: any Command.Type, _ arguments: Arguments) throws -> ExitStatus {
        let frame = try Frame(arguments)
        // First: the time may be over at once.
        if let end = command.whenStopped(arguments) {
            let line = Main.line("stopping; \(end) (again to stop at once)", by: command.name)
            Interruption.askFirst(say: frame.notes.isQuiet ? nil : line)
        }
        if let seconds = arguments.value(of: Shared.timeLimit) ?? nil {
            Interruption.endAfter(
                seconds: seconds, reason: "stopped at the time limit of \(Quantity.limit(seconds))",
                status: ExitStatus.undecided.rawValue)
        }
        let status = try command.run(arguments, frame)
        frame.progress.clear()
        // An interrupt has told it already.
        if Interruption.request == .timeLimit, status == .undecided {
            frame.note("stopped at the time limit: the output is what was known by then")
        }
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
    func note(_ text: String) { notes.write(text) }

    /// Says which lines of a journal do not count, also where notes are not wanted: what is in a file would be lost in silence.
    func tell(_ lines: LeftOutLines, of path: String) {
        progress.clear()
        for text in lines.sentences(path) { Main.say(text, by: command) }
    }

    /// Says how long work will take, if that is long.
    func announce(
        _ subject: some CustomStringConvertible, _ cost: some CustomStringConvertible, seconds: Double
    ) {
        notes.announce(subject, cost, seconds: seconds)
    }

    /// The same of runs of other programs, which take as long as their limit lets them.
    func announce(runsOfOthers runs: Int, within limits: RunLimits) {
        guard runs > 0, let limit = limits.seconds else { return }
        announce(
            "other programs", runs == 1 ? "1 run\(limits.remark)" : "\(runs) runs\(limits.remark) each",
            seconds: Double(runs) * limit)
    }

    /// The same of generators, which are refused if they do not fit the memory.
    func announce(_ architecture: Architecture, expansionOf generators: IdealGenerators) throws(IdealError) {
        let cost = try generators.cost()
        announce(
            architecture,
            "about \(RoughEstimate(seconds: cost.seconds)) and \(RoughEstimate(bytes: cost.bytes)) of memory, for about "
                + "\(RoughEstimate(count: cost.terms)) terms", seconds: cost.seconds)
    }

    /// Does work that tells what it knows now and then, until it is done or an interrupt or `--time-limit` asks to stop.
    ///
    /// - Parameter runsPrograms: whether it is other programs, most of the time, that it waits for. They end at once when
    ///   the command is to stop, and the work has a second to tell what they had said.
    /// - Returns: what it told last, nil if nothing, and whether that is all.
    func untilStopped<Part: Sendable>(
        runsPrograms: Bool = false,
        _ work: @escaping @Sendable (LeavableWork<Part>) throws -> Void
    ) throws -> (Part?, isDone: Bool) {
        try LeavableWork(notes: notes, patience: .seconds(runsPrograms ? 1 : 0)).run(work)
    }

    /// What is said of a file that keeps results, when the program ends before they are complete.
    func onInterrupt(keeping place: String) {
        Interruption.onInterrupt { [command] reason in
            Main.line("\(reason); what was done is in \(place), where the same command goes on", by: command)
        }
    }

}

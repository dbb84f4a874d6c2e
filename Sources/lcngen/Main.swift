import ChildProcesses
import ExactAlgebra
import Foundation
import Macaulay2
import Neurovariety
import Reports
import Studies
import Training

/// `lcngen`: chooses the command, runs it, and turns its errors into one line and an exit status.
@main
enum Main {
    static let version = "0.1.0"

    static var commands: [any Command.Type] {
        [
            InfoCommand.self, IdealCommand.self, VanishingCommand.self, HilbertCommand.self,
            CertifyCommand.self, AtlasCommand.self, Macaulay2Command.self, CompareCommand.self,
            Table2Command.self, Table3Command.self, Figure1Command.self, ExamplesCommand.self,
            EddegreeCommand.self, CriticalPointsCommand.self, FactorCommand.self, ValidateCommand.self,
            BenchCommand.self,
            DoctorCommand.self,
        ]
    }

    static func main() {
        // A standard file that is closed would be the number of the next file that is opened, and results and messages
        // would go there. Not to be written to, so that output that cannot be written is noticed.
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
            _ = open("/dev/null", O_RDONLY)
        }
        // A closed pipe and a limit on the size of files are reported by write, not by a signal.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        Interruption.install()
        exit(run(Array(CommandLine.arguments.dropFirst())))
    }

    private static func run(_ words: [String]) -> Int32 {
        var command = ""
        do {
            guard let first = words.first, !["--help", "-h", "help"].contains(first) else {
                return try showHelp(for: words.count > 1 ? words[1] : nil)
            }
            if first == "--version" {
                try OutputSink.write("lcngen \(version)\n", to: nil)
                return ExitStatus.agreed.rawValue
            }
            let chosen = try find(first)
            command = " \(chosen.name)"
            let arguments = try Arguments(
                Array(words.dropFirst()), command: chosen.name, subjects: chosen.subjects,
                options: chosen.options)
            if arguments.wantsHelp { return try showHelp(for: chosen.name) }
            Interruption.onInterrupt(say: "lcngen\(command): interrupted")
            return try chosen.run(arguments).rawValue
        } catch {
            return report(error, command)
        }
    }

    private static func find(_ name: String) throws(CommandFailure) -> any Command.Type {
        if let command = commands.first(where: { $0.name == name }) { return command }
        let hint = Suggestion.nearest(to: name, among: commands.map { $0.name })
        throw CommandFailure(
            .usage,
            "unknown command '\(name)'" + (hint.map { "; did you mean \($0)?" } ?? "")
                + " (see lcngen --help)")
    }

    private static func showHelp(for name: String?) throws -> Int32 {
        if let name {
            try OutputSink.write(find(name).help, to: nil)
            return ExitStatus.agreed.rawValue
        }
        let width = (commands.map { $0.name.count }.max() ?? 0) + 2
        let list = commands.map { command in
            "  \(command.name)" + String(repeating: " ", count: width - command.name.count) + command.summary
                + "\n"
        }
        try OutputSink.write(
            """
            lcngen: the equations of neurovarieties of linear convolutional networks,
            computed natively and held against Macaulay2.

            usage: lcngen COMMAND [options]

            commands:
            \(list.joined())
            lcngen COMMAND --help shows the options of a command; lcngen --version the version.

            exit status: 0 done, everything agreed; 1 a check disagreed; 2 undecided (a limit);
            64 wrong usage; 65 bad input; 69 no usable Macaulay2; 70 a defect of lcngen;
            73 output not written; 74 input not read; 130 interrupted

            """, to: nil)
        return ExitStatus.agreed.rawValue
    }

    /// One line on standard error, and the status.
    private static func report(_ error: any Error, _ command: String) -> Int32 {
        let failure: CommandFailure
        switch error {
        case is OutputClosed: return ExitStatus.agreed.rawValue
        case let error as CommandFailure: failure = error
        case let error as ArchitectureError: failure = CommandFailure(.usage, error.description)
        case let error as IdealError: failure = CommandFailure(.badInput, error.description)
        case LineJournal.Failure.cannotWrite(let path, let reason):
            failure = CommandFailure(.cannotWrite, "cannot write \(path): \(reason)")
        case let error as LineJournal.Failure: failure = CommandFailure(.badInput, error.description)
        case let error as ValidationError:
            failure = CommandFailure(.badInput, error.description + error.advice)
        case let error as AtlasError: failure = CommandFailure(.badInput, error.description)
        case let error as LinearAlgebraError:
            failure = CommandFailure(.badInput, error.description)
        case DataError.cannotRead(let file, let reason):
            failure = CommandFailure(.cannotRead, "cannot read \(file): \(reason)")
        case let error as DataError: failure = CommandFailure(.badInput, error.description)
        case let error as CriticalPointsError: failure = CommandFailure(.badInput, error.description)
        case EuclideanDistanceDegreeError.tooLarge(let products):
            failure = CommandFailure(
                .badInput, EuclideanDistanceDegreeError.tooLarge(products: products).description)
        case let error as EuclideanDistanceDegreeError: failure = CommandFailure(.usage, error.description)
        case let error as HilbertError: failure = CommandFailure(.badInput, error.description)
        case let error as MinorsError: failure = CommandFailure(.badInput, error.description)
        case Macaulay2Failure.cannotWrite(let path, let reason):
            failure = CommandFailure(.cannotWrite, "cannot write \(path): \(reason)")
        case let error as Macaulay2Failure: failure = CommandFailure(.macaulay2Unavailable, error.description)
        default: failure = CommandFailure(.internalDefect, "a defect of lcngen: \(error)")
        }
        note("lcngen\(command): \(failure.message)")
        return failure.status.rawValue
    }

    /// A line on standard error.
    static func note(_ text: String) {
        StandardError.write(text + "\n")
    }
}

extension ValidationError {
    /// What to do, in the words of the command line.
    fileprivate var advice: String {
        guard case .otherConditions = self else { return "" }
        return "; name another file by --results, or throw these results away by --restart"
    }
}

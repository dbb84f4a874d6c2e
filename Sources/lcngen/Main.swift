import ChildProcesses
import Foundation

/// `lcngen`: chooses the command, runs it, and turns its errors into one line and an exit status.
@main
enum Main {
    static let version = "0.2.0"

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
            let arguments = try Arguments(Array(words.dropFirst()), for: chosen)
            if arguments.wantsHelp { return try showHelp(for: chosen.name) }
            Interruption.onInterrupt(say: "lcngen\(command): interrupted")
            return try Frame.run(chosen, arguments).rawValue
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
        if error is OutputClosed { return ExitStatus.agreed.rawValue }
        let failure = CommandFailure(error)
        note("lcngen\(command): \(failure.message)")
        return failure.status.rawValue
    }

    /// A line on standard error.
    static func note(_ text: String) {
        StandardError.write(text + "\n")
    }
}

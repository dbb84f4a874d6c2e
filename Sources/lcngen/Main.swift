import ChildProcesses
import ExactAlgebra
import PlatformBasics

/// `lcngen`: chooses the command, runs it, and turns its errors into one line and an exit status.
@main
enum Main {
    static let version = "0.2.0"

    static var commands: [any Command.Type] {
        [
            InfoCommand.self, IdealCommand.self, VanishingCommand.self, HilbertCommand.self,
            CertifyCommand.self, SingularLocusCommand.self, AtlasCommand.self, Macaulay2Command.self,
            CompareCommand.self,
            Table2Command.self, Table3Command.self, Figure1Command.self, ExamplesCommand.self,
            EddegreeCommand.self, CriticalPointsCommand.self, FactorCommand.self, ValidateCommand.self,
            MergeCommand.self, SlurmCommand.self,
            BenchCommand.self, DoctorCommand.self, CompletionsCommand.self, ManCommand.self,
            InstallCommand.self, UninstallCommand.self, HelpCommand.self, VersionCommand.self,
        ]
    }

    /// Options in the place of a command, which stand for one.
    static let aliases = [
        "-h": HelpCommand.name, "--help": HelpCommand.name, "-V": VersionCommand.name,
        "--version": VersionCommand.name,
    ]

    static func main() {
        // A standard file that is closed would be the number of the next file that is opened, and results and messages
        // would go there. Not to be written to, so that output that cannot be written is noticed.
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
            _ = open("/dev/null", O_RDONLY)
        }
        // A closed pipe and a limit on the size of files are reported by write, not by a signal.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        // One waits for signals, and one works while the first waits for it; one more, since there are others behind Dispatch.
        guard AddressSpace.threadCount >= 3 else {
            let megabytes = Int(AddressSpace.limit / 1e6)
            exit(
                report(
                    CommandFailure(
                        .badInput, "\(megabytes) MB of addresses are too few to begin: give more by ulimit -v"
                    ),
                    nil))
        }
        Interruption.install()
        ExhaustedMemory.end(with: ExitStatus.badInput.rawValue)
        // Swift reads them from /proc on Linux; without it, as in a bare root, it has none, not even the first.
        guard let words = CommandLine.arguments.isEmpty ? nil : CommandLine.arguments.dropFirst() else {
            exit(report(CommandFailure(.cannotRead, "cannot read the arguments: /proc is not mounted"), nil))
        }
        let status = run(Array(words))
        // Work that was left to itself may have processes and files.
        if Interruption.isRequested { Interruption.leave(status) }
        exit(status)
    }

    private static func run(_ words: [String]) -> Int32 {
        var command: String?
        do {
            let first = words.first ?? HelpCommand.name
            let chosen = try find(aliases[first] ?? first)
            command = chosen.name
            let arguments = try Arguments(Array(words.dropFirst()), for: chosen)
            if arguments.wantsHelp {
                return try Frame.run(HelpCommand.self, Arguments([chosen.name], for: HelpCommand.self))
                    .rawValue
            }
            Interruption.onInterrupt { [command] in line($0, by: command) }
            return try Frame.run(chosen, arguments).rawValue
        } catch {
            return report(error, command)
        }
    }

    private static func find(_ name: String) throws(CommandFailure) -> any Command.Type {
        if let command = commands.first(where: { $0.name == name }) { return command }
        let names = commands.map { $0.name } + aliases.keys.sorted()
        let hint = Suggestion.nearest(to: name, among: names)
        throw CommandFailure(
            .usage,
            "unknown command '\(name)'" + (hint.map { "; did you mean \($0)?" } ?? "")
                + " (see lcngen --help)")
    }

    /// One line on standard error, and the status.
    private static func report(_ error: any Error, _ command: String?) -> Int32 {
        if error is OutputClosed { return ExitStatus.agreed.rawValue }
        let failure = CommandFailure(error)
        say(failure.message, by: command)
        return failure.status.rawValue
    }

    /// A line on standard error.
    static func say(_ text: String, by command: String?) {
        StandardError.write(line(text, by: command) + "\n")
    }

    /// What a command says, with its name.
    static func line(_ text: String, by command: String?) -> String {
        (["lcngen"] + [command].compactMap(\.self)).joined(separator: " ") + ": " + text
    }
}

enum CompletionsCommand: Command {
    static let name = "completions"
    static let summary = "a completion script for a shell"
    static let subjects = Shell.allCases.map(\.rawValue)
    static let discussion = """
        Commands, options, the values that they take, and files where files are meant.
          bash  source <(lcngen completions bash), in ~/.bashrc
          zsh   lcngen completions zsh --out DIR/_lcngen, with DIR in fpath before compinit
          fish  lcngen completions fish --out ~/.config/fish/completions/lcngen.fish
        """
    static let examples = ["completions bash", "completions zsh --out _lcngen", "completions fish"]
    static let options: [any Parameter] = [Shared.out]

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        guard let shell = arguments.subject.flatMap(Shell.init) else { throw arguments.failure("no shell") }
        try frame.write(shell.completions(Main.commands.map(CommandDescription.init)))
        return .agreed
    }
}

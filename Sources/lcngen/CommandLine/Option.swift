/// An option of a command.
struct Option: Sendable {
    /// Without the dashes.
    let name: String
    /// What stands for its value in the help; nil for a flag.
    let placeholder: String?
    let help: String
    /// The values it takes, if they are few.
    let choices: [String]
    /// Shown in the help.
    let defaultValue: String?

    init(
        _ name: String, _ placeholder: String? = nil, choices: [String] = [],
        default defaultValue: String? = nil,
        help: String
    ) {
        self.name = name
        self.placeholder = placeholder
        self.choices = choices
        self.defaultValue = defaultValue
        self.help = help
    }
}

/// Options that several commands share.
extension Option {
    static let architecture = [
        Option("k", "N,N,…", help: "filter sizes, first layer first"),
        Option("s", "N,…", help: "strides, one fewer than filter sizes (a last one is ignored)"),
    ]

    static let out = Option("out", "FILE", default: "standard output", help: "where the result goes")

    static let macaulay2 = [
        Option("m2", "PATH", default: "$LCNGEN_M2, else M2 on PATH", help: "the Macaulay2 to run"),
        Option("timeout", "SECONDS", default: "60", help: "time limit for each Macaulay2 task"),
        Option("memory-limit", "MB", default: "none", help: "memory limit for Macaulay2"),
        Option("keep", "DIR", help: "keep scripts, output and errors there"),
    ]

    static func format(_ choices: [String], default defaultValue: String) -> Option {
        Option("format", "FORMAT", choices: choices, default: defaultValue, help: "output format")
    }
}

/// A page for `man`, in the macros of man(7): all commands with what their help says.
struct ManualPage {
    let text: String

    init(_ commands: [CommandDescription]) {
        var text = """
            .TH LCNGEN 1 "" "lcngen \(Main.version)" "User Commands"
            .SH NAME
            lcngen \\- \(Self.escaped(Overview.title))
            .SH SYNOPSIS
            .B lcngen
            .I COMMAND
            .RI [ options ]
            .SH DESCRIPTION
            The equations of neurovarieties of linear convolutional networks,
            computed natively and held against Macaulay2.
            .SH COMMANDS

            """
        for command in commands { text += Self.section(command) }
        text += ".SH EXIT STATUS\n"
        for status in ExitStatus.allCases {
            text += ".TP\n\(status.rawValue)\n\(Self.escaped(status.meaning))\n"
        }
        text += ".SH ENVIRONMENT\n"
        for (name, meaning) in Overview.environment { text += ".TP\n.B \(name)\n\(Self.escaped(meaning))\n" }
        self.text = text
    }

    private static func section(_ command: CommandDescription) -> String {
        var text = ".SS \(escaped(command.usage))\n\(line(command.summary))"
        for block in HelpText(command.discussion).blocks {
            switch block {
            case .gap: break
            case .paragraph(let paragraph): text += ".PP\n" + line(paragraph)
            case .item(let name, let meaning): text += ".TP\n.B \(escaped(name))\n" + line(meaning)
            }
        }
        for entry in command.entries {
            text += ".TP\n.B \(escaped(entry.head))\n" + entry.lines.map(line).joined(separator: ".br\n")
        }
        text += ".PP\nExamples:\n.PP\n.nf\n.RS\n"
        text += command.examples.map { line("lcngen \($0)") }.joined() + ".RE\n.fi\n"
        return text
    }

    /// A line of text that is no request.
    private static func line(_ text: String) -> String {
        let isRequest = text.hasPrefix(".") || text.hasPrefix("'")
        return (isRequest ? "\\&" : "") + escaped(text) + "\n"
    }

    /// Hyphens as they are typed, and no letter beyond ASCII but by its number.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "'": result += "\\(aq"
            case "`": result += "\\(ga"
            case "^": result += "\\(ha"
            case "~": result += "\\(ti"
            case "\"": result += "\\(dq"
            case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
            default: result += "\\[u\(Self.hexadecimal(scalar))]"
            }
        }
        return result
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

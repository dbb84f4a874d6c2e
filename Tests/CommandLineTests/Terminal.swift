import TestSupport

/// A terminal of a width, on which the program writes; made by `script`, which every system has.
enum Terminal {
    /// What stands beside the terminal.
    enum Hidden: String {
        case errors = "2> /dev/null"
        case output = "> /dev/null"
    }

    /// What is seen of a run, of one of the standard files; a terminal of 0 columns does not tell how many it has.
    static func run(
        _ words: [String], columns: Int, hiding hidden: Hidden = .errors, environment: [String: String] = [:]
    ) throws -> (status: Int32, output: String) {
        let line = ([program().path] + words).map { "'\($0)'" }.joined(separator: " ")
        // `script` takes the width from nowhere but its own terminal.
        let outcome = try CommandLineTests.run(
            [], shell: "script -qec \"$LINE\" /dev/null",
            environment: environment.merging([
                "LINE": "stty cols \(columns) rows 50; exec \(line) \(hidden.rawValue)"
            ]) { $1 })
        return (outcome.status, outcome.output.replacing("\r\n", with: "\n"))
    }
}

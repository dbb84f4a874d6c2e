/// What made a file: shown in its heading, so that it can be made again.
public struct Provenance: Sendable, Hashable {
    /// Name and version of the program, as `lcngen 0.1.0`.
    public let toolVersion: String
    /// The command line, on one line.
    public let command: String

    /// - Parameter command: line breaks in it become spaces.
    public init(toolVersion: String, command: String) {
        self.toolVersion = toolVersion
        // A line break would end a comment.
        self.command = String(command.map { $0.isNewline ? " " : $0 })
    }
}

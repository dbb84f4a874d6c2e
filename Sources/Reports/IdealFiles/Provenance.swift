/// What made a file: shown in its heading, so that it can be made again.
public struct Provenance: Sendable, Hashable {
    public let toolVersion: String
    /// The command line, on one line.
    public let command: String

    public init(toolVersion: String, command: String) {
        self.toolVersion = toolVersion
        // A line break would end a comment.
        self.command = String(command.map { $0.isNewline ? " " : $0 })
    }
}

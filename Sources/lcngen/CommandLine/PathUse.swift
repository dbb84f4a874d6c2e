/// What a command does with the file or folder that the value of an option names.
///
/// Completion, `-` for the standard files, and the refusal of one file for two purposes all rest on it.
enum PathUse: Sendable {
    /// A file that is read; `-` is standard input.
    case input
    /// A file that is written; `-` is standard output.
    case output
    /// A file that is read, and gone on from.
    case journal
    /// A folder in which files are left.
    case folder
    /// A folder whose files are read.
    case inputFolder
    /// A program that is run.
    case program

    /// Whether `-` names a standard file.
    var takesStandardFile: Bool { self == .input || self == .output }

    /// Whether what is there is changed.
    var writes: Bool { self == .output || self == .journal || self == .folder }
}

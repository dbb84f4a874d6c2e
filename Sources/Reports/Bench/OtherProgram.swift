enum OtherProgram {
    /// The version of a program that tells it when its work is done.
    static func text(_ version: Int?, isThere: Bool) -> String {
        version.map(String.init) ?? (isThere ? "not told" : "none")
    }
}

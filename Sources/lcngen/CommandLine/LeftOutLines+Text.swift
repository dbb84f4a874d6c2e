import Reports
import Studies
import Training

extension LeftOutLines {
    /// What a run says that goes on from the journal.
    func sentences(_ path: String) -> [String] {
        unreadable.map { Self.unreadable(path, $0) + "; what it was is done again" }
            + foreign.map { Self.foreign(path, $0) }
    }

    static func unreadable(_ path: String, _ line: Int) -> String {
        "\(VisibleText.of(path)), line \(line), is no result, and is left out"
    }

    static func foreign(_ path: String, _ line: Int) -> String {
        "\(VisibleText.of(path)), line \(line), is no problem of the study, and is left out"
    }
}

import Studies
import Training

extension SweepError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .changed(let file): return "\(VisibleText.of(file)) has changed since it was read"
        case .otherConditions(let path, let differences):
            let what = differences.map { "\($0.name) \($0.before), now \($0.now)" }.joined(separator: "; ")
            return "\(VisibleText.of(path)) was made with \(what)"
        case .otherData(let path, let file):
            return "\(VisibleText.of(path)) has results for other numbers in \(VisibleText.of(file))"
        case .notAJournal(let path): return "\(VisibleText.of(path)) holds no results of critical-points"
        case .conflict(let path, let problem, let lines):
            return ResultConflict.text(path: path, of: problem, lines)
        }
    }
}

import Studies
import Training

extension MergeError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAJournal(let path):
            return
                "\(path) holds no results of validate, atlas or critical-points, or not of the same as the first file"
        case .nothing: return "no file has results"
        case .otherConditions(let path, let first, let differences):
            let what = differences.map(\.withoutTime).joined(separator: "; ")
            return "\(path) was not made as \(first) was: \(what)"
        case .otherSweep(let path, let first, let differences):
            let what = differences.map { "\($0.name) \($0.before), there \($0.now)" }.joined(separator: "; ")
            return "\(path) was not made as \(first) was: \(what)"
        case .otherData(let path, let first, let file):
            return "\(path) has results for other numbers in \(VisibleText.of(file)) than \(first)"
        }
    }
}

extension ValidationConditions.Difference {
    /// `timeout 30 s, there 60 s`: of two files, not of before and now.
    fileprivate var withoutTime: String { description.replacing(", now ", with: ", there ") }
}

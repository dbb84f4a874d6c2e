import Studies

extension MergeError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAJournal(let path):
            return "\(path) holds no results of validate or atlas, or not of the same as the first file"
        case .nothing: return "no file has results"
        case .otherConditions(let path, let first, let differences):
            let what = differences.map(\.withoutTime).joined(separator: "; ")
            return "\(path) was not made as \(first) was: \(what)"
        }
    }
}

extension ValidationConditions.Difference {
    /// `timeout 30 s, there 60 s`: of two files, not of before and now.
    fileprivate var withoutTime: String { description.replacing(", now ", with: ", there ") }
}

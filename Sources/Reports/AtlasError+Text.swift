import Studies

extension AtlasError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .conflict(let path, let architecture, let lines):
            ResultConflict.text(path: path, of: architecture.description, lines)
        case .otherShard(let path, let other, let now):
            "\(path) was made with --shard \(other.shard) --max-K \(other.largest), now --shard \(now.shard) "
                + "--max-K \(now.largest)"
        }
    }
}

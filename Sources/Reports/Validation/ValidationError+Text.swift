import Studies

extension ValidationError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .otherConditions(let path, let differences):
            return "\(path) was made with \(differences.map(\.description).joined(separator: "; "))"
        case .otherPlan(let path):
            return "\(path) was made for other architectures: a list has changed since"
        case .notResults(let path): return "\(path) holds no results of this program"
        case .notAResult(let path, let line):
            return "\(path), line \(line), is no result of this program"
        case .conflict(let path, let architecture, let lines):
            return ResultConflict.text(path: path, of: architecture.description, lines)
        }
    }
}

extension ValidationConditions.Difference: CustomStringConvertible {
    /// `timeout 60 s, now 30 s`.
    package var description: String {
        func limit(_ seconds: Double?) -> String { seconds.map(Quantity.limit) ?? "none" }
        func memory(_ megabytes: Int?) -> String { megabytes.map { "\($0) MB" } ?? "none" }
        switch self {
        case .program(let old, let now): return "\(old), now \(now)"
        case .build(let old, let now): return "build \(old), now \(now)"
        case .macaulay2(let old, let now): return "Macaulay2 \(old), now \(now)"
        case .timeout(let old, let now): return "timeout \(limit(old)), now \(limit(now))"
        case .memoryLimit(let old, let now): return "memory limit \(memory(old)), now \(memory(now))"
        case .strategy(let old, let now): return "strategy \(old ?? "none"), now \(now ?? "none")"
        case .radical(let old, let now): return "radical \(old), now \(now)"
        case .shard(let old, let now):
            return "shard \(old ?? "none"), now \(now ?? "none")"
        case .study(let old, let now):
            return
                "options \(old.map { "'\($0)'" } ?? "of no shard"), now \(now.map { "'\($0)'" } ?? "of no shard")"
        }
    }
}

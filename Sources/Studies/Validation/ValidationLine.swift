import PlatformBasics
import Neurovariety

/// A line of a file of results, behind the first, which has the conditions.
enum ValidationLine {
    /// The architectures of a shard.
    case plan([Architecture])
    case record(ValidationRecord)
    /// A column of the paper's Table 2.
    case table2(Table2Column)

    /// One of the members.
    private struct Members: Codable {
        var plan: [Architecture]?
        var record: ValidationRecord?
        var table2: Table2Column?
    }

    /// Nil for anything else, such as words that name no verdict, work or check of today.
    init?(_ text: String) throws {
        guard let members = try JSONLine.read(Members.self, text) else { return nil }
        if let record = members.record {
            self = .record(record)
        } else if let column = members.table2 {
            self = .table2(column)
        } else if let plan = members.plan {
            self = .plan(plan)
        } else {
            return nil
        }
    }

    func text() throws -> String {
        switch self {
        case .plan(let architectures): try JSONLine.text(of: Members(plan: architectures))
        case .record(let record): try JSONLine.text(of: Members(record: record))
        case .table2(let column): try JSONLine.text(of: Members(table2: column))
        }
    }
}

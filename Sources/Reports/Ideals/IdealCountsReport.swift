import ExactAlgebra
import Neurovariety
import Studies

/// The numbers of `ideal --count`.
package struct IdealCountsReport: Report {
    private let counts: IdealCounts

    package init(_ counts: IdealCounts) {
        self.counts = counts
    }

    /// For each name of a part (`J0`, `J1`, `J2`, `lean`, `level9`, `degree4`) its numbers over all two-layer
    /// pieces, and `total`.
    package var json: JSONValue {
        var members: [(String, JSONValue)] = [
            ("generators", .string(counts.generators.set.rawValue))
        ]
        for (name, group) in Dictionary(grouping: counts.rows, by: \.part.name.description).sorted(by: {
            $0.key < $1.key
        }
        ) {
            let sum = group.reduce(into: MinorStatistics()) { $0 += $1.statistics }
            members.append(
                (
                    name,
                    .object(
                        Self.numbers(sum) + [
                            ("matrices", .array(group.compactMap(Self.matrix)))
                        ]
                            + Self.seconds(group))
                ))
        }
        members.append(
            ("total", .object(Self.numbers(counts.total) + [("seconds", .number(counts.seconds))])))
        members.append(("secondsToFind", .number(counts.secondsToFind)))
        return .about(counts.generators.architecture, members)
    }

    private static func numbers(_ statistics: MinorStatistics) -> [(String, JSONValue)] {
        [
            ("minors", .integer(Integer(statistics.minors))),
            ("nonzero", .integer(Integer(statistics.nonzero))),
            ("terms", .integer(Integer(statistics.terms))),
        ]
    }

    /// None for parts that were expanded when they were found.
    private static func seconds(_ rows: [IdealCounts.Row]) -> [(String, JSONValue)] {
        let seconds = rows.compactMap(\.seconds)
        return seconds.isEmpty ? [] : [("seconds", .number(seconds.reduce(0, +)))]
    }

    /// The matrix whose minors these are; nil for variables and nonfaces.
    private static func matrix(_ row: IdealCounts.Row) -> JSONValue? {
        guard case .minors(let level, _, let size) = row.part.content, let shape = row.part.matrixSize
        else { return nil }
        let numbers = [
            ("piece", (row.part.pieceIndex ?? 0) + 1), ("level", level), ("rows", shape.rows),
            ("columns", shape.columns), ("size", size),
        ]
        return .object(numbers.map { ($0, .integer(Integer($1))) })
    }

    package var tables: [Table] {
        var table = Table(
            caption: "Generators of \(counts.generators.architecture), \(counts.generators.set.rawValue)",
            header: ["part", "piece", "matrix", "size", "minors", "nonzero", "terms", "time"], rows: [],
            dispensable: ["time", "piece", "matrix"])
        for row in counts.rows {
            table.rows.append(
                Table.Row(
                    row.part.name.description,
                    [
                        row.part.piece?.description ?? "",
                        row.part.matrixSize.map { "\($0.rows) × \($0.columns)" } ?? "",
                        "\(row.part.degree)", Quantity.count(row.statistics.minors),
                        Quantity.count(row.statistics.nonzero), Quantity.count(row.statistics.terms),
                        row.seconds.map(Quantity.seconds) ?? "–",
                    ]))
        }
        if Self.findingWork[counts.generators.set] != nil {
            table.rows.append(
                Table.Row("finding", ["", "", "", "", "", "", Quantity.seconds(counts.secondsToFind)]))
        }
        table.rows.append(
            Table.Row(
                "total",
                [
                    "", "", "", Quantity.count(counts.total.minors), Quantity.count(counts.total.nonzero),
                    Quantity.count(counts.total.terms), Quantity.seconds(counts.seconds),
                ]))
        let finding = Self.findingWork[counts.generators.set].map { "; finding: \($0)" } ?? ""
        table.notes = ["Time of a part: to expand and to count its generators\(finding). Total: of all that."]
        return [table]
    }

    /// What is done before parts are counted, for sets for which that is much.
    private static let findingWork: [GeneratorSet: String] = [
        .trimmed: "to expand all minors of paper, and to choose among them by ranks",
        .reduced: "to expand one minor for each minimal nonface, and to reduce them",
        .minimal: "to list the minimal nonfaces",
    ]
}

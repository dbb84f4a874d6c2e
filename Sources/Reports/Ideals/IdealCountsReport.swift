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
                            ("matrices", .array(group.compactMap(Self.matrix))),
                            ("seconds", .number(group.reduce(0) { $0 + $1.seconds })),
                        ])
                ))
        }
        members.append(("total", .object(Self.numbers(counts.total))))
        return .about(counts.generators.architecture, members)
    }

    private static func numbers(_ statistics: MinorStatistics) -> [(String, JSONValue)] {
        [
            ("minors", .integer(Integer(statistics.minors))),
            ("nonzero", .integer(Integer(statistics.nonzero))),
            ("terms", .integer(Integer(statistics.terms))),
        ]
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
                        Quantity.seconds(row.seconds),
                    ]))
        }
        let seconds = counts.rows.reduce(0) { $0 + $1.seconds }
        table.rows.append(
            Table.Row(
                "total",
                [
                    "", "", "", Quantity.count(counts.total.minors), Quantity.count(counts.total.nonzero),
                    Quantity.count(counts.total.terms), Quantity.seconds(seconds),
                ]))
        return [table]
    }
}

import ExactAlgebra
import Exports
import Neurovariety
import Studies

/// The numbers of `ideal --count`.
package struct IdealCountsReport: Report {
    package static let formats: [ReportFormat] = [.text, .csv, .json]

    private let counts: IdealCounts

    package init(_ counts: IdealCounts) {
        self.counts = counts
    }

    /// Under `parts`, for each name of one (`J0`, `J1`, `J2`, `lean`, `level9`, `degree4`), its numbers over all two-layer
    /// pieces.
    package var json: JSONValue {
        var parts: [(String, JSONValue)] = []
        for (name, group) in Dictionary(grouping: counts.rows, by: \.part.name.description).sorted(by: {
            $0.key < $1.key
        }
        ) {
            parts.append(
                (
                    name,
                    .object(
                        Self.numbers(group) + [
                            ("matrices", .array(group.compactMap(Self.matrix)))
                        ]
                            + Self.seconds(group))
                ))
        }
        for degree in counts.openDegrees {
            parts.append(
                (
                    IdealPart.Name.degree(degree).description,
                    .object(Self.unknown + [("matrices", .array([]))])
                ))
        }
        return .about(
            counts.generators.architecture,
            [
                ("generators", .string(counts.generators.set.rawValue)), ("parts", .object(parts)),
                ("secondsToFind", .number(counts.secondsToFind)),
                ("total", .object(total + [("seconds", .number(counts.seconds))])),
            ])
    }

    private var total: [(String, JSONValue)] {
        // How many there are is not known either where some were not found.
        counts.openDegrees.isEmpty
            ? Self.numbers(counts.rows) : Self.unknown
    }

    private static let unknown: [(String, JSONValue)] = ["minors", "nonzero", "terms"].map { ($0, .null) }

    private static func numbers(_ rows: [IdealCounts.Row]) -> [(String, JSONValue)] {
        let sum = IdealCounts.sum(rows)
        return [
            ("minors", .integer(IdealCounts.minors(rows))),
            ("nonzero", sum.map { .integer(Integer($0.nonzero)) } ?? .null),
            ("terms", sum.map { .integer(Integer($0.terms)) } ?? .null),
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
            header: [
                "part", Heading("piece", "piece_filter_sizes", "piece_stride"),
                Heading("matrix", "rows", "columns"), "size", "minors", "nonzero", "terms",
                Heading("time", "seconds"),
            ], rows: [],
            dispensable: ["time", "piece", "matrix"])
        for row in counts.rows {
            table.rows.append(
                Table.Row(
                    row.part.name.description,
                    [
                        row.part.piece.map { piece in
                            let sizes = [piece.firstFilterSize, piece.secondFilterSize]
                            return Cell(piece.description, [Cell.list(sizes), "\(piece.stride)"])
                        } ?? .nothing(),
                        row.part.matrixSize.map {
                            Cell("\($0.rows) × \($0.columns)", ["\($0.rows)", "\($0.columns)"])
                        } ?? .nothing(),
                        "\(row.part.degree)", .count(row.part.generatorCount),
                        Self.count(row.statistics?.nonzero), Self.count(row.statistics?.terms),
                        .seconds(row.seconds),
                    ]))
        }
        for degree in counts.openDegrees {
            table.rows.append(
                Table.Row(
                    IdealPart.Name.degree(degree).description,
                    ["", "", "\(degree)"] + [Cell](repeating: .nothing(), count: 4)))
        }
        if Self.findingWork[counts.generators.set] != nil {
            table.rows.append(
                Table.Row("finding", ["", "", "", "", "", "", .seconds(counts.secondsToFind)]))
        }
        table.rows.append(
            Table.Row(
                "total",
                [
                    "", "", "",
                    counts.openDegrees.isEmpty ? .count(IdealCounts.minors(counts.rows)) : .nothing(),
                    Self.count(counts.total?.nonzero),
                    Self.count(counts.total?.terms), .seconds(counts.seconds),
                ], isTotal: true))
        let finding = Self.findingWork[counts.generators.set].map { "; finding: \($0)" } ?? ""
        table.notes = ["Time of a part: to expand and to count its generators\(finding). Total: of all that."]
        let missing = counts.rows.filter { $0.statistics == nil }.map(\.part.name.description)
        if !missing.isEmpty {
            table.notes.append("Stopped before these were counted: \(missing.joined(separator: ", ")).")
        }
        if !counts.openDegrees.isEmpty {
            let degrees = counts.openDegrees.map(String.init).joined(separator: ", ")
            table.notes.append("Stopped before generators of these degrees were chosen: \(degrees).")
        }
        return [table]
    }

    private static func count(_ number: Int?) -> Cell { number.map { .count($0) } ?? .nothing() }

    /// What is done before parts are counted, for sets for which that is much.
    private static let findingWork: [GeneratorSet: String] = [
        .trimmed: "to expand all minors of paper, and to choose among them by ranks",
        .reduced: "to expand one minor for each minimal nonface, and to reduce them",
        .minimal: "to list the minimal nonfaces",
    ]
}

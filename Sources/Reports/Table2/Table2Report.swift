import CrossValidation
import Exports
import Macaulay2
import Neurovariety
import Studies

/// The paper's Table 2 beside the same times taken here.
package struct Table2Report: Report {
    package let measurement: Table2Measurement
    /// Version of the Macaulay2 that ran, or why none did.
    package let macaulay2: String
    package let limits: RunLimits

    package init(_ measurement: Table2Measurement, macaulay2: String, limits: RunLimits) {
        self.measurement = measurement
        self.macaulay2 = macaulay2
        self.limits = limits
    }

    package static let formats: [ReportFormat] = [.text, .markdown, .latex, .csv, .json]

    package var tables: [Table] { [table] }

    /// One line of the table: what it is called, and where its numbers come from.
    private enum Source {
        case paperKernel, paperIdeal
        case measured(Table2Column.Row)

        var isPrinted: Bool {
            switch self {
            case .paperKernel, .paperIdeal: return true
            case .measured: return false
            }
        }

        /// In data.
        var key: String {
            switch self {
            case .paperKernel: return "kernelPaper"
            case .paperIdeal: return "idealPaper"
            case .measured(let row): return row.rawValue
            }
        }
    }

    private static let lines: [(label: String, source: Source)] = [
        ("kernel, the paper", .paperKernel),
        ("kernel, Macaulay2", .measured(.kernel)),
        ("kernel, Macaulay2, graded", .measured(.gradedKernel)),
        ("kernel, MultigradedImplicitization", .measured(.multigradedKernel)),
        ("ideal J, the paper", .paperIdeal),
        ("J₁, Macaulay2, default", .measured(.firstMinorsDefault)),
        ("J, Macaulay2, default", .measured(.idealDefault)),
        ("J₁, Macaulay2, Dynamic", .measured(.firstMinorsDynamic)),
        ("J, Macaulay2, Dynamic", .measured(.idealDynamic)),
        ("J₁, native", .measured(.firstMinorsNative)),
        ("J, native", .measured(.idealNative)),
        ("lean J, native", .measured(.leanNative)),
        ("I by all levels, Macaulay2, Dynamic", .measured(.levelsDynamic)),
        ("I by all levels, native", .measured(.levelsNative)),
        ("I by minimal nonfaces, native", .measured(.minimalNative)),
        ("I by linear algebra, native", .measured(.linearAlgebraNative)),
        ("I counted by highest weights, native", .measured(.highestWeightsNative)),
    ]

    package var table: Table {
        let paper = measurement.paper
        let columns = measurement.columns
        var table = Table(
            caption: "Table 2: times to find an ideal of the neurovariety",
            header: ["(k₁,k₂;s)"] + columns.map { "\($0.architecture)" as Heading }, rows: [])
        for line in Self.lines {
            let cells = columns.map { column in
                let time = Self.time(line.source, column, paper)
                return line.source.isPrinted && time.seconds == nil ? .nothing("–") : Cell.time(time)
            }
            table.rows.append(Table.Row(line.label, cells))
        }
        table.notes = [
            "The paper: \(paper.machine). Here: \(measurement.machine).",
            "Macaulay2: \(macaulay2); limits for each task: \(limitText). Times inside Macaulay2 by elapsedTiming.",
            "Native: the generators of the ideal, all polynomials expanded over the integers and kept, on all cores; by "
                + "highest weights they are counted only. Short work is repeated, the median shown.",
        ]
        table.notes += measurement.errors
        return table
    }

    private var limitText: String {
        let time = limits.seconds.map { "\(Quantity.limit($0))" } ?? "no time limit"
        return time + (limits.memoryMegabytes.map { ", \($0) MB" } ?? ", no memory limit")
    }

    /// One line for each cell.
    package var csv: String {
        CSV.text(
            [Heading.architecture + ["row"] + Heading.time.names]
                + measurement.columns.flatMap { column in
                    Self.lines.map { line in
                        let fields = Cell.time(Self.time(line.source, column, measurement.paper)).fields
                        return Cell.fields(column.architecture) + [line.source.key] + fields
                            + [String](repeating: "", count: Heading.time.names.count - fields.count)
                    }
                })
    }

    package var json: JSONValue {
        let paper = measurement.paper
        return .members([
            ("machine", .string(measurement.machine)), ("macaulay2", .string(macaulay2)),
            ("limitSeconds", limits.seconds.map { .number($0) }),
            ("memoryMegabytes", limits.memoryMegabytes.map { .integer($0) }),
            ("architectures", .array(measurement.columns.map { Self.json($0, paper) })),
            ("errors", .strings(measurement.errors)),
        ])
    }

    /// Times by row.
    private static func json(_ column: Table2Column, _ paper: PaperData.Table2) -> JSONValue {
        let times = lines.map { line in
            (line.source.key, JSONValue(encoding: time(line.source, column, paper)))
        }
        return .about(column.architecture, [("times", .object(times))])
    }

    private static func time(
        _ source: Source, _ column: Table2Column, _ paper: PaperData.Table2
    ) -> MeasuredTime {
        let printed = paper.column(column.architecture)
        switch source {
        case .paperKernel: return Self.printed(printed?.kernel)
        case .paperIdeal: return Self.printed(printed?.idealJ)
        case .measured(let row): return column.cells[row] ?? .missing("not measured")
        }
    }

    private static func printed(_ seconds: Double?) -> MeasuredTime {
        seconds.map { .seconds($0) } ?? .missing("not printed in the paper")
    }
}

extension PaperData.Table2 {
    /// The printed column for an architecture, if there is one.
    func column(_ architecture: Architecture) -> Column? {
        architecture.strides == [stride]
            ? columns.first { $0.filterSizes == architecture.filterSizes } : nil
    }
}

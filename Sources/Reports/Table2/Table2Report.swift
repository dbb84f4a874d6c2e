import CrossValidation
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

    package static let formats: [ReportFormat] = [.text, .markdown, .latex, .json]

    package var tables: [Table] { [table] }

    /// One line of the table: what it is called, and where its numbers come from.
    private enum Source {
        case paperKernel, paperIdeal
        case measured(Table2Column.Row)
    }

    private static let lines: [(key: String, label: String, source: Source)] = [
        ("kernelPaper", "kernel, the paper", .paperKernel),
        ("kernel", "kernel, Macaulay2", .measured(.kernel)),
        ("gradedKernel", "kernel, Macaulay2, graded", .measured(.gradedKernel)),
        ("multigradedKernel", "kernel, MultigradedImplicitization", .measured(.multigradedKernel)),
        ("idealPaper", "ideal J, the paper", .paperIdeal),
        ("J1Default", "J₁, Macaulay2, default", .measured(.firstMinorsDefault)),
        ("JDefault", "J, Macaulay2, default", .measured(.idealDefault)),
        ("J1Dynamic", "J₁, Macaulay2, Dynamic", .measured(.firstMinorsDynamic)),
        ("JDynamic", "J, Macaulay2, Dynamic", .measured(.idealDynamic)),
        ("J1Native", "J₁, native", .measured(.firstMinorsNative)),
        ("JNative", "J, native", .measured(.idealNative)),
        ("leanNative", "lean J, native", .measured(.leanNative)),
        ("PDynamic", "I by all levels, Macaulay2, Dynamic", .measured(.levelsDynamic)),
        ("PNative", "I by all levels, native", .measured(.levelsNative)),
        ("PMinimalNative", "I by minimal nonfaces, native", .measured(.minimalNative)),
        ("PLinearAlgebraNative", "I by linear algebra, native", .measured(.linearAlgebraNative)),
        ("IHighestWeightsNative", "I counted by highest weights, native", .measured(.highestWeightsNative)),
    ]

    package var table: Table {
        let paper = measurement.paper
        let columns = measurement.columns
        var table = Table(
            caption: "Table 2: times to find an ideal of the neurovariety",
            header: ["(k₁,k₂;s)"] + columns.map(\.architecture.description), rows: [])
        for line in Self.lines {
            let cells: [String]
            switch line.source {
            case .paperKernel:
                cells = columns.map { Self.text(paper.column($0.architecture)?.kernel) }
            case .paperIdeal:
                cells = columns.map { Self.text(paper.column($0.architecture)?.idealJ) }
            case .measured(let row):
                cells = columns.map { $0.cells[row].map(Quantity.text) ?? "not measured" }
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

    private static func text(_ seconds: Double?) -> String {
        seconds.map(Quantity.seconds) ?? "–"
    }

    package var json: JSONValue {
        let paper = measurement.paper
        return .members([
            ("machine", .string(measurement.machine)), ("macaulay2", .string(macaulay2)),
            ("limitSeconds", limits.seconds.map { .number($0) }),
            ("memoryMegabytes", limits.memoryMegabytes.map { .integer($0) }),
            ("columns", .array(measurement.columns.map { Self.json($0, paper) })),
            ("errors", .strings(measurement.errors)),
        ])
    }

    /// Seconds by row; rows without a number are in `missing`.
    private static func json(_ column: Table2Column, _ paper: PaperData.Table2) -> JSONValue {
        var seconds: [(String, JSONValue)] = []
        var missing: [(String, JSONValue)] = []
        let printed = paper.column(column.architecture)
        for line in lines {
            let time: MeasuredTime
            switch line.source {
            case .paperKernel: time = Self.printed(printed?.kernel)
            case .paperIdeal: time = Self.printed(printed?.idealJ)
            case .measured(let row): time = column.cells[row] ?? .missing("not measured")
            }
            if let value = time.seconds { seconds.append((line.key, .number(value))) }
            if let reason = Quantity.missing(time) { missing.append((line.key, .string(reason))) }
        }
        return .about(column.architecture, [("seconds", .object(seconds)), ("missing", .object(missing))])
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

import CrossValidation
import Foundation

/// The paper's Table 2 beside the same times taken here.
public struct Table2Report: Sendable {
    public let measurement: Table2Measurement
    /// Version of the Macaulay2 that ran, or why none did.
    public let macaulay2: String
    public let limitSeconds: Double?
    public let memoryMegabytes: Int?

    public init(
        _ measurement: Table2Measurement, macaulay2: String, limitSeconds: Double?, memoryMegabytes: Int?
    ) {
        self.measurement = measurement
        self.macaulay2 = macaulay2
        self.limitSeconds = limitSeconds
        self.memoryMegabytes = memoryMegabytes
    }

    public func rendered(_ format: ReportFormat) throws -> String {
        switch format {
        case .text: return try table().text
        case .markdown: return try table().markdown
        case .latex: return try table().latex
        case .json: return try JSON.text(record())
        }
    }

    /// One line of the table: what it is called, and where its numbers come from.
    private enum Source {
        case paperKernel, paperIdeal
        case measured(Table2Column.Row)
    }

    private static let lines: [(key: String, label: String, latex: String, source: Source)] = [
        ("kernelPaper", "kernel, the paper", "kernel, the paper", .paperKernel),
        ("kernel", "kernel, Macaulay2", "kernel, Macaulay2", .measured(.kernel)),
        ("gradedKernel", "kernel, Macaulay2, graded", "kernel, Macaulay2, graded", .measured(.gradedKernel)),
        (
            "multigradedKernel", "kernel, MultigradedImplicitization", "kernel, MultigradedImplicitization",
            .measured(.multigradedKernel)
        ),
        ("idealPaper", "ideal J, the paper", "ideal $J$, the paper", .paperIdeal),
        ("J1Default", "J₁, Macaulay2, default", "$J_1$, Macaulay2, default", .measured(.firstMinorsDefault)),
        ("JDefault", "J, Macaulay2, default", "$J$, Macaulay2, default", .measured(.idealDefault)),
        ("J1Dynamic", "J₁, Macaulay2, Dynamic", "$J_1$, Macaulay2, Dynamic", .measured(.firstMinorsDynamic)),
        ("JDynamic", "J, Macaulay2, Dynamic", "$J$, Macaulay2, Dynamic", .measured(.idealDynamic)),
        ("J1Native", "J₁, native", "$J_1$, native", .measured(.firstMinorsNative)),
        ("JNative", "J, native", "$J$, native", .measured(.idealNative)),
        ("leanNative", "lean J, native", "lean $J$, native", .measured(.leanNative)),
        (
            "PDynamic", "prime ideal 𝔓, Macaulay2, Dynamic",
            "prime ideal $\\mathfrak{P}$, Macaulay2, Dynamic",
            .measured(.levelsDynamic)
        ),
        ("PNative", "prime ideal 𝔓, native", "prime ideal $\\mathfrak{P}$, native", .measured(.levelsNative)),
        (
            "PMinimalNative", "𝔓 by minimal nonfaces, native", "$\\mathfrak{P}$ by minimal nonfaces, native",
            .measured(.minimalNative)
        ),
        (
            "PLinearAlgebraNative", "𝔓 by linear algebra, native",
            "$\\mathfrak{P}$ by linear algebra, native",
            .measured(.linearAlgebraNative)
        ),
        (
            "IHighestWeightsNative", "I counted by highest weights, native",
            "$I$ counted by highest weights, native", .measured(.highestWeightsNative)
        ),
    ]

    public func table() throws -> Table {
        let paper = try PaperData.table2()
        let columns = measurement.columns
        var table = Table(
            caption: "Table 2: times to find an ideal of the neurovariety",
            header: ["(k₁,k₂;s)"] + columns.map(\.name), rows: [])
        for line in Self.lines {
            let cells: [String]
            switch line.source {
            case .paperKernel:
                cells = columns.map { Self.text(paper.column($0.filterSizes, $0.strides)?.kernel) }
            case .paperIdeal:
                cells = columns.map { Self.text(paper.column($0.filterSizes, $0.strides)?.idealJ) }
            case .measured(let row): cells = columns.map { $0.cells[row].map(Self.text) ?? "not measured" }
            }
            table.rows.append(Table.Row(line.label, latex: line.latex, cells))
        }
        table.notes = [
            "The paper: \(paper.machine). Here: \(Machine.description).",
            "Macaulay2: \(macaulay2); limits for each task: \(limits). Times inside Macaulay2 by elapsedTiming.",
            "Native: every minor expanded over the integers and counted, on all cores; short work is repeated, "
                + "the median shown.",
        ]
        table.notes += measurement.errors
        return table
    }

    private var limits: String {
        let time = limitSeconds.map { "\(Quantity.limit($0))" } ?? "no time limit"
        return time + (memoryMegabytes.map { ", \($0) MB" } ?? ", no memory limit")
    }

    private static func text(_ cell: MeasuredTime) -> String {
        switch cell {
        case .seconds(let value): return Quantity.seconds(value)
        case .beyond(let limit): return "> " + Quantity.limit(limit)
        case .missing(let reason): return reason
        }
    }

    private static func text(_ seconds: Double?) -> String {
        seconds.map(Quantity.seconds) ?? "–"
    }

    // MARK: the stable form for other programs

    struct Record: Encodable {
        struct Column: Encodable {
            let filterSizes: [Int]
            let strides: [Int]
            /// Seconds by row; rows without a number are in `missing`.
            var seconds: [String: Double] = [:]
            var missing: [String: String] = [:]
        }

        let machine: String
        let macaulay2: String
        let limitSeconds: Double?
        let memoryMegabytes: Int?
        let columns: [Column]
        let errors: [String]
    }

    private func record() throws -> Record {
        let paper = try PaperData.table2()
        let columns = measurement.columns.map { measured in
            var column = Record.Column(filterSizes: measured.filterSizes, strides: measured.strides)
            let printed = paper.column(measured.filterSizes, measured.strides)
            for line in Self.lines {
                switch line.source {
                case .paperKernel: column.note(printed?.kernel, line.key)
                case .paperIdeal: column.note(printed?.idealJ, line.key)
                case .measured(let row):
                    switch measured.cells[row] {
                    case .seconds(let value)?: column.seconds[line.key] = value
                    case .beyond(let limit)?: column.missing[line.key] = "> \(Quantity.limit(limit))"
                    case .missing(let reason)?: column.missing[line.key] = reason
                    case nil: column.missing[line.key] = "not measured"
                    }
                }
            }
            return column
        }
        return Record(
            machine: Machine.description, macaulay2: macaulay2, limitSeconds: limitSeconds,
            memoryMegabytes: memoryMegabytes, columns: columns, errors: measurement.errors)
    }
}

extension Table2Report.Record.Column {
    fileprivate mutating func note(_ printed: Double?, _ key: String) {
        if let printed { seconds[key] = printed } else { missing[key] = "not printed in the paper" }
    }
}

extension PaperData.Table2 {
    /// The printed column for an architecture, if there is one.
    func column(_ filterSizes: [Int], _ strides: [Int]) -> Column? {
        strides == [stride] ? columns.first { $0.filterSizes == filterSizes } : nil
    }
}

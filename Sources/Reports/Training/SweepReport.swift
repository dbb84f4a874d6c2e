import ExactAlgebra
import Exports
import Neurovariety
import PlatformBasics
import Studies
import Training

/// The critical points of many problems, written down: a row for each, and what they say together.
package struct SweepReport: Report {
    package static let formats: [ReportFormat] = [.text, .json, .csv]

    private let sweep: CriticalPointsSweep
    private let summary: SweepSummary

    package init(_ sweep: CriticalPointsSweep) {
        self.sweep = sweep
        summary = SweepSummary(sweep.rows)
    }

    private var conditions: SweepConditions { sweep.conditions }
    private var rows: [SweepRow] { sweep.rows }
    /// Whether the layers may make less than the neurovariety.
    private var hasNetwork: Bool { conditions.architecture.mayMakeLess }
    private var hasBoundary: Bool { hasNetwork && conditions.searchesBoundary }

    package func text(width: Int?) -> String {
        ([heading, rows.isEmpty ? "" : table.text(width: width), missing]
            + distributions.map { $0.text(width: width) } + [means])
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    package var tables: [Table] { [table] }

    // MARK: Text

    private var heading: String {
        let reduced = conditions.architecture.reduced
        let planned = sweep.plannedCount
        let done = rows.count == planned ? "\(planned)" : "\(rows.count) of \(planned)"
        let seconds = rows.reduce(0) { $0 + $1.seconds }
        var lines = [
            (
                "architecture",
                "\(conditions.architecture)"
                    + (reduced == conditions.architecture ? "" : ", reduced \(reduced)")
            ),
            ("problems", "\(done), \(dataWords)"), ("C_k", "\(conditions.expected)"),
            (
                "complete",
                "\(summary.complete): all C_k points with w ≠ 0 are certified"
                    + (hasBoundary ? ", and all of the boundary" : "")
            ),
        ]
        if summary.notSearched > 0 { lines.append(("not searched", "\(summary.notSearched)")) }
        let proved = "\(summary.provedMinima) global minima are proved"
        lines.append(
            ("minimum", proved + (summary.onBoundary.map { "; on the boundary lie \($0)" } ?? "")))
        lines.append(("time", "\(Quantity.seconds(seconds)) of searches"))
        return lines.map { name, text in
            name + String(repeating: " ", count: 19 - name.count) + text + "\n"
        }.joined()
    }

    private var dataWords: String {
        let shape =
            "\(conditions.inputs) inputs, "
            + (conditions.outputs == 1 ? "1 output" : "\(conditions.outputs) outputs")
        guard let samples = conditions.samples else {
            return "data sets of samples of \(shape); seed \(conditions.seed ?? 0)"
        }
        return "normal random data of \(samples) samples of \(shape)"
    }

    /// Why problems were not searched.
    private var missing: String {
        rows.compactMap { row in row.missing.map { "\(VisibleText.of(row.problem.description)): \($0)\n" } }
            .joined()
    }

    private var isOfFiles: Bool { conditions.samples == nil }

    private var table: Table {
        // How many minima there are in all is not known without the boundary.
        let boundary = [
            Heading("boundary", "boundary_attained"), Heading("network minima", "network_minima"),
        ]
        let network: [Heading] = hasNetwork ? ["attained"] + (hasBoundary ? boundary : []) : []
        return Table(
            caption: "Critical points by problem",
            header: [
                isOfFiles ? Heading("data set", "file", "content_hash") : "seed", "samples",
                Heading("C_k", "C_k"), "found", "certified", "real", "minima",
                Heading("by Morse index", "real_by_morse_index"),
            ] + network + [
                Heading("least loss", "least_loss", "loss_lower", "loss_upper", "mean_loss", "minimum_proved")
            ] + (hasBoundary ? [Heading("where", "minimum_on_boundary")] : []) + [
                Heading("complete", "complete", "missing", "seconds")
            ],
            rows: rows.map(tableRow),
            notes: [
                "minima: proved local minima on the neurovariety.",
                "least loss: of the global minimum of the network, in digits that are certified; ? where it is not proved to be that.",
            ], dispensable: ["samples", "C_k", "by Morse index", "found"])
    }

    private func tableRow(_ row: SweepRow) -> Table.Row {
        let keys: [String]
        switch row.problem {
        case .seed(let seed): keys = ["\(seed)"]
        case .dataSet(let name, let hash): keys = [VisibleText.of(name), hash]
        }
        let last = Cell(
            row.found == nil ? "not searched" : row.isComplete ? "yes" : "no",
            [row.isComplete ? "yes" : "no", row.missing ?? "", Cell.decimal(row.seconds)])
        guard let found = row.found else {
            // From what was found to the least loss, and where that is.
            let empty = 6 + (hasNetwork ? 1 : 0) + (hasBoundary ? 3 : 0)
            return Table.Row(
                keys[0],
                ["\(row.samples)", "\(conditions.expected)"]
                    + [Cell](repeating: .nothing(), count: empty) + [last], keys: keys)
        }
        var cells: [Cell] = [
            "\(row.samples)", "\(conditions.expected)", "\(found.found)", "\(found.certified)",
            "\(found.real)", "\(found.minima)",
            Cell(Cell.list(found.realByIndex)),
        ]
        if hasNetwork {
            func count(_ value: Int?) -> Cell { value.map { "\($0)" } ?? .nothing() }
            cells.append(count(found.network?.attained))
            if hasBoundary { cells += [count(found.network?.boundary), count(found.network?.minima)] }
        }
        cells.append(loss(found, row))
        if hasBoundary {
            cells.append(
                found.minimum.map {
                    Cell($0.isOnBoundary ? "boundary" : "inside", [$0.isOnBoundary ? "yes" : "no"])
                } ?? .nothing())
        }
        return Table.Row(
            keys[0], cells + [last], keys: keys)
    }

    private func loss(_ found: SweepRow.Found, _ row: SweepRow) -> Cell {
        guard let minimum = found.minimum else { return .nothing("–") }
        let loss = minimum.loss
        return Cell(
            loss.certainText() + (minimum.isProved ? "" : " ?"),
            [
                "\(max(0, loss.midpoint))", "\(loss.lower)", "\(loss.upper)", "\(mean(loss, row))",
                minimum.isProved ? "yes" : "no",
            ])
    }

    /// Over all numbers of Y.
    private func mean(_ loss: RealInterval, _ row: SweepRow) -> Double {
        max(0, loss.midpoint) / (Double(row.samples) * Double(conditions.outputs))
    }

    /// How often each number of points occurs, among complete problems.
    private var distributions: [Table] {
        [
            ("Real critical points", summary.real), ("Local minima", summary.minima),
            ("Local minima of the network", summary.networkMinima),
        ].compactMap { name, distribution in
            guard let distribution, distribution.total > 0 else { return nil }
            return Table(
                caption: "\(name): how often, of \(distribution.total) complete problems",
                header: ["number", "problems", "share"],
                rows: distribution.counts.map { value, count in
                    let share = 100 * Double(count) / Double(distribution.total)
                    return Table.Row("\(value)", ["\(count)", Cell("\(share.fixed(1)) %")])
                },
                notes: [Self.mean(distribution)].compactMap(\.self))
        }
    }

    /// `mean 6.12, standard error 0.13`
    private static func mean(_ distribution: SweepSummary.Distribution) -> String? {
        distribution.mean.map { mean in
            "mean \(mean.fixed(3))"
                + (distribution.standardError.map { ", standard error \($0.fixed(3))" } ?? "")
        }
    }

    private var means: String {
        guard !summary.meanByIndex.isEmpty else { return "" }
        let list = summary.meanByIndex.enumerated().map { "\($0.offset): \($0.element.fixed(3))" }
        return "Real critical points by Morse index, mean  \(list.joined(separator: ", "))\n"
    }

    // MARK: JSON

    package var json: JSONValue {
        .about(
            conditions.architecture,
            [
                ("reduced", .about(conditions.architecture.reduced, [])),
                ("lastStride", .integer(conditions.lastStride)),
                (
                    "data",
                    .members([
                        ("kind", .string(isOfFiles ? "files" : "random")),
                        ("samples", conditions.samples.map { .integer($0) }),
                        ("inputs", .integer(conditions.inputs)), ("outputs", .integer(conditions.outputs)),
                    ])
                ),
                ("seed", conditions.seed.map { .integer($0) }),
                ("searchesBoundary", .boolean(conditions.searchesBoundary)),
                ("expected", .integer(conditions.expected)),
                ("planned", .integer(sweep.plannedCount)),
                ("isComplete", .boolean(sweep.isComplete)),
                ("summary", summaryJSON), ("problems", .array(rows.map(json))),
            ])
    }

    private var summaryJSON: JSONValue {
        func distribution(_ value: SweepSummary.Distribution) -> JSONValue {
            .members([
                ("problems", .integer(value.total)), ("mean", value.mean.map { .number($0) }),
                ("standardError", value.standardError.map { .number($0) }),
                (
                    "counts",
                    .array(
                        value.counts.map {
                            .members([("value", .integer($0.value)), ("problems", .integer($0.problems))])
                        })
                ),
            ])
        }
        return .members([
            ("problems", .integer(summary.problems)), ("complete", .integer(summary.complete)),
            ("notSearched", .integer(summary.notSearched)),
            ("provedGlobalMinima", .integer(summary.provedMinima)),
            ("onBoundary", summary.onBoundary.map { .integer($0) }),
            ("real", distribution(summary.real)), ("minima", distribution(summary.minima)),
            ("networkMinima", summary.networkMinima.map(distribution)),
            ("meanRealByMorseIndex", .numbers(summary.meanByIndex)),
        ])
    }

    private func json(_ row: SweepRow) -> JSONValue {
        var members: [(String, JSONValue?)] = []
        switch row.problem {
        case .seed(let seed): members.append(("seed", .integer(seed)))
        case .dataSet(let name, let hash):
            members += [("file", .string(VisibleText.of(name))), ("contentHash", .string(hash))]
        }
        members += [("samples", .integer(row.samples)), ("isComplete", .boolean(row.isComplete))]
        if let found = row.found {
            members += [
                ("found", .integer(found.found)), ("certified", .integer(found.certified)),
                ("real", .integer(found.real)), ("minima", .integer(found.minima)),
                ("realByMorseIndex", .integers(found.realByIndex)),
                (
                    "network",
                    found.network.map {
                        .members([
                            ("attained", .integer($0.attained)), ("boundary", .integer($0.boundary)),
                            ("minima", .integer($0.minima)),
                            ("isBoundaryComplete", .boolean($0.isBoundaryComplete)),
                        ])
                    }
                ),
                (
                    "minimum",
                    found.minimum.map { minimum in
                        .members([
                            ("loss", .number(max(0, minimum.loss.midpoint))),
                            ("lossInterval", .numbers([minimum.lower, minimum.upper])),
                            ("meanLoss", .number(mean(minimum.loss, row))),
                            ("isProved", .boolean(minimum.isProved)),
                            ("isOnBoundary", .boolean(minimum.isOnBoundary)),
                        ])
                    }
                ),
            ]
        }
        members += [("missing", row.missing.map { .string($0) }), ("seconds", .number(row.seconds))]
        return .members(members)
    }
}

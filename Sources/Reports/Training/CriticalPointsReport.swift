import ExactAlgebra
import Foundation
import Training

/// The critical points of a training problem, written down.
package struct CriticalPointsReport: Report {
    package static let formats: [ReportFormat] = [.text, .json, .csv, .svg]

    private let points: CriticalPoints
    private let seconds: Double

    package init(_ points: CriticalPoints, seconds: Double) {
        self.points = points
        self.seconds = seconds
    }

    private var completeness: String {
        if points.isComplete {
            return
                "all: \(points.certifiedCount) disjoint certified regions, and there are at most C_k points"
        }
        let missing = points.expected - points.certifiedCount
        return "not all: \(missing) missing or degenerate; the data may not be generic"
    }

    /// Where the network may not reach what its neurovariety has.
    private var mergedNote: String {
        let given = points.problem.architecture
        guard given.blocks.contains(where: { $0.neededRealRoots > 1 }) else { return "" }
        return """
            note               these are points of the neurovariety; layers of \(given) with stride 1 between them may not make the real ones
                               (lcngen factor tells), and the best network may lie on the boundary of what they make, which is not searched

            """
    }

    /// What was read: a line on the numbers, and where they are from files, one for each.
    private var dataText: String {
        guard let inputs = points.problem.inputs, let outputs = points.problem.outputs else { return "" }
        let lines =
            [
                "data               samples \(inputs.rowCount), inputs \(inputs.columnCount), "
                    + "outputs \(outputs.columnCount)"
            ]
            + [("X", inputs), ("Y", outputs)].compactMap { name, matrix in
                matrix.source.map { "  \(name)                \($0)" }
            }
        return lines.map { $0 + "\n" }.joined()
    }

    package var text: String {
        var text = """
            architecture       \(points.problem.architecture)\(points.problem.architecture == points.architecture ? "" : ", reduced \(points.architecture)")
            \(dataText)C_k                \(points.expected)
            found              \(points.foundCount), \(points.certifiedCount) certified (Krawczyk)
            complete           \(completeness)
            real               \(points.certifiedRealCount) certified real, \(points.certifiedNonrealCount) certified not real
            paths              \(points.pathCount), \(points.repeatedCount) followed again; seed \(points.seed)
            time               \(Quantity.seconds(seconds))

            """
        text += mergedNote
        guard !points.real.isEmpty else { return text + "\nNo real critical points.\n" }
        let table = Table(
            caption: "Real critical points, by loss",
            header: ["", "loss", "gradient norm", "Morse index", "kind"],
            rows: points.real.enumerated().map { index, point in
                Table.Row(
                    "\(index + 1)",
                    [
                        String(format: "%.12g", point.loss), String(format: "%.1e", point.gradientNorm),
                        "\(point.morseIndex)",
                        Self.kind(point, isFirst: index == 0, isComplete: points.isComplete),
                    ])
            })
        text += "\n" + table.text + "\nFilters, layer by layer, balanced (all of the same norm):\n"
        for (index, point) in points.real.enumerated() {
            text += "\(index + 1)\n"
            for filter in point.filters {
                text += "    " + filter.map { String(format: "%.10g", $0) }.joined(separator: ", ") + "\n"
            }
        }
        return text
    }

    private static func kind(_ point: RealCriticalPoint, isFirst: Bool, isComplete: Bool) -> String {
        if point.isDegenerate { return "degenerate" }
        guard point.isMinimum else { return "saddle" }
        return isFirst ? (isComplete ? "global minimum" : "lowest minimum found") : "local minimum"
    }

    package var csv: String {
        var text = "number,loss,gradient_norm,morse_index,kind,filters,end_to_end_filter\n"
        for (index, point) in points.real.enumerated() {
            let filters = point.filters.map { $0.map { "\($0)" }.joined(separator: " ") }.joined(
                separator: " | ")
            text +=
                "\(index + 1),\(point.loss),\(point.gradientNorm),\(point.morseIndex),"
                + Self.kind(point, isFirst: index == 0, isComplete: points.isComplete)
                + ",\(filters),\(point.filter.map { "\($0)" }.joined(separator: " "))\n"
        }
        return text
    }

    package var json: JSONValue {
        .about(
            points.problem.architecture,
            [
                ("reducedFilterSizes", .integers(points.architecture.filterSizes)),
                ("reducedStrides", .integers(points.architecture.strides)),
                ("data", dataJSON),
                ("expected", .integer(Integer(points.expected))),
                ("found", .integer(Integer(points.foundCount))),
                ("certified", .integer(Integer(points.certifiedCount))),
                ("isComplete", .boolean(points.isComplete)),
                ("certifiedReal", .integer(Integer(points.certifiedRealCount))),
                ("certifiedNonreal", .integer(Integer(points.certifiedNonrealCount))),
                ("paths", .integer(Integer(points.pathCount))),
                ("repeatedPaths", .integer(Integer(points.repeatedCount))),
                ("seed", .string("\(points.seed)")),
                (
                    "real",
                    .array(
                        points.real.enumerated().map { index, point in
                            .object([
                                ("loss", .number(point.loss)), ("gradientNorm", .number(point.gradientNorm)),
                                ("morseIndex", .integer(Integer(point.morseIndex))),
                                (
                                    "kind",
                                    .string(
                                        Self.kind(point, isFirst: index == 0, isComplete: points.isComplete))
                                ),
                                ("filters", .array(point.filters.map { .numbers($0) })),
                                ("endToEndFilter", .numbers(point.filter)),
                            ])
                        })
                ),
            ])
    }

    private var dataJSON: JSONValue? {
        guard let inputs = points.problem.inputs, let outputs = points.problem.outputs else { return nil }
        return .members([
            ("samples", .integer(inputs.rowCount)), ("inputs", .integer(inputs.columnCount)),
            ("outputs", .integer(outputs.columnCount)), ("x", inputs.source?.json),
            ("y", outputs.source?.json),
        ])
    }

    package var svg: String { plot.svg }

    /// Losses of the real critical points, by Morse index.
    private var plot: Plot {
        let indices = Set(points.real.map(\.morseIndex)).sorted()
        let positive = points.real.allSatisfy { $0.loss > 1e-12 }
        let spread = (points.real.last?.loss ?? 1) / max(points.real.first?.loss ?? 1, 1e-300)
        return Plot(
            title: "\(points.real.count) real of \(points.expected) critical points, \(points.architecture)",
            horizontal: "rank by loss", vertical: "loss", isLogarithmic: positive && spread > 100,
            series: indices.map { index in
                Plot.Series(
                    index == 0 ? "minima" : "saddles of index \(index)",
                    points.real.enumerated().filter { $1.morseIndex == index }.map {
                        (Double($0 + 1), $1.loss)
                    },
                    isJoined: false)
            })
    }
}

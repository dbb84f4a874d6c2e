import ExactAlgebra
import Exports
import PlatformBasics
import Training

/// The critical points of a training problem, written down.
///
/// "Certified" is what is proved by interval arithmetic for the data as stored, "numerical" all else.
package struct CriticalPointsReport: Report {
    package static let formats: [ReportFormat] = [.text, .json, .csv, .svg]

    let points: CriticalPoints
    private let seconds: Double
    private let listsAll: Bool

    /// - Parameter listsAll: whether the text has the complex points too; JSON and CSV always have them.
    package init(_ points: CriticalPoints, seconds: Double, listsAll: Bool = false) {
        self.points = points
        self.seconds = seconds
        self.listsAll = listsAll
    }

    private var completeness: String {
        if points.isComplete {
            return
                "all: \(points.certifiedCount) different filters w ≠ 0 are certified, and there are at most C_k"
        }
        if points.wasStopped {
            return
                "not proved: the search was stopped with \(points.certifiedCount) certified of at most \(points.expected)"
        }
        let known = "\(points.certifiedCount) certified, at most \(points.expected) exist"
        guard points.endings.isAccounted else {
            return "not proved: \(known). C_k is reached by generic data; others are degenerate, or missing"
        }
        return "not proved: \(known). Numerically none is missing: the end of every path is known"
    }

    /// How the paths end, where they do not end at C_k regular points.
    private var endingsText: String {
        guard !points.isComplete, !points.wasStopped else { return "" }
        let endings = points.endings
        return "ends               numerical: \(endings.text); together \(endings.pathCount)\n"
            + (endings.isolatedText.map { "isolated           \($0), numerically\n" } ?? "")
    }

    /// What was found and is not certified.
    private var notCertified: String {
        let numerical = points.foundCount - points.certifiedCount
        return numerical > 0
            ? "numerical          \(numerical) found, not certified: degenerate, or too ill-conditioned\n"
            : ""
    }

    /// What makes it difficult, if anything does.
    private var conditionText: String {
        guard points.condition.total > 1e4 else { return "" }
        let size = points.problem.architecture.endToEndFilterSize
        return "condition          T has rank \(size) and condition \(points.condition), numerically\n"
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

    package func text(width: Int?) -> String {
        var text = """
            architecture       \(points.problem.architecture)\(points.problem.architecture == points.architecture ? "" : ", reduced \(points.architecture)")
            \(dataText)C_k                \(points.expected)
            found              \(points.foundCount) with w ≠ 0, \(points.certifiedCount) certified (Krawczyk)
            complete           \(completeness)
            real               \(points.certifiedRealCount) certified real, \(points.certifiedNonrealCount) certified not real
            paths              \(points.pathCount), \(points.repeatedCount) followed again; seed \(points.seed)
            time               \(Quantity.seconds(seconds))

            """
        text += conditionText + endingsText + notCertified + networkText
        text += points.real.isEmpty ? "\nNo real critical points are certified.\n" : realText(width)
        text += boundaryText(width) + numericalText(width)
        return listsAll ? text + allText : text
    }

    private func realText(_ width: Int?) -> String {
        let hasMean = points.real.contains { $0.meanLoss != nil }
        let table = Table(
            caption:
                "Real critical points, by loss: the sum of squares\(hasMean ? ", and its mean" : ""), in digits that are certified",
            header: ["", "loss"] as [Heading] + (hasMean ? ["mean"] : []) + [
                "gradient norm", "Morse index", "kind",
            ],
            rows: points.real.enumerated().map { index, point in
                let mean = point.meanLossInterval.map { [Cell($0.certainText())] } ?? []
                return Table.Row(
                    "\(index + 1)",
                    [Cell(point.lossInterval.certainText())] + mean + [
                        Cell(point.gradientNorm.scientific(1)),
                        Cell("\(point.morseIndex)\(point.isIndexProved ? "" : " (numerical)")"),
                        Cell(kind(index)),
                    ])
            }, dispensable: ["gradient norm"] + (hasMean ? ["mean"] : []))
        var text =
            "\n" + table.text(width: width)
            + "\nFilters, layer by layer, numerical, balanced (all of the same norm)"
            + (points.mayBeUnattained ? "; of the reduced architecture where none are attained" : "") + ":\n"
        for (index, point) in points.real.enumerated() {
            text += "\(index + 1)\n"
            text += Self.lines(points.attainments[index].layers ?? point.filters)
        }
        return text
    }

    /// All points with their end-to-end filters.
    private var allText: String {
        var text = "\nAll points: w, with the largest radius\n"
        for (index, point) in points.points.enumerated() {
            let status =
                point.isCertified
                ? "certified within " + (point.filterRadii.max() ?? 0).scientific(1) : "numerical"
            let kind = point.isReal.map { $0 ? ", real" : ", not real" } ?? ""
            text += "\(index + 1) \(status)\(kind)\n"
            text +=
                "    "
                + point.filter.map { Self.text($0, isReal: point.isReal == true) }.joined(separator: ", ")
                + "\n"
        }
        return text
    }

    static func text(_ value: Complex, isReal: Bool) -> String {
        value.real.significant(10) + (isReal ? "" : value.imaginary.significant(10, signed: true) + "i")
    }

    /// What the real point at a place is.
    func kind(_ index: Int) -> String {
        guard points.mayBeUnattained else { return kindOnTheNeurovariety(index) }
        // The best network may be another, on the boundary.
        let attainment = points.attainments[index]
        let kind = kindOnTheNeurovariety(index)
        if let minimum = points.networkMinimum, attainment.isAttained,
            minimum.place == .neurovariety(index) || Self.isTied(minimum, points.real[index])
        {
            return Self.word(minimum)
        }
        return kind.replacing("global minimum", with: "global minimum of the neurovariety") + ", "
            + Self.word(attainment)
    }

    private func kindOnTheNeurovariety(_ index: Int) -> String {
        let point = points.real[index]
        guard point.isIndexProved else { return "index not proved" }
        guard point.morseIndex == 0 else { return "saddle" }
        guard isLowest(index) else { return "local minimum" }
        if points.isGlobalMinimumProved { return "global minimum" }
        guard points.isComplete else { return "lowest certified minimum" }
        return "lowest minimum, tied"
    }

    /// Whether it has the least loss of all real points, or one that cannot be told from it.
    func isLowest(_ index: Int) -> Bool {
        points.real[index].lossInterval.lower <= points.real[0].lossInterval.upper
    }

    var dataJSON: JSONValue? {
        guard let inputs = points.problem.inputs, let outputs = points.problem.outputs else { return nil }
        return .members([
            ("samples", .integer(inputs.rowCount)), ("inputs", .integer(inputs.columnCount)),
            ("outputs", .integer(outputs.columnCount)), ("x", inputs.source?.json),
            ("y", outputs.source?.json),
        ])
    }
}

import PlatformBasics
import Training

/// Points that are not certified: degenerate ones, at which paths end, those on critical sets, and others.
extension CriticalPointsReport {
    /// One of them. All of it is numerical.
    struct NumericalPoint {
        let filter: [Complex]
        /// Nil unless w is real to rounding.
        let loss: Double?
        /// What is known of it.
        let words: String
    }

    /// No more of them are listed in text or drawn.
    private static let mostListed = 20

    /// Those where paths end without a regular Hessian come first; real ones, by loss, come before others.
    var numericalPoints: [NumericalPoint] {
        let others = points.points.filter { !$0.isCertified && !isSingular($0) }
        func ordered(_ list: [NumericalPoint]) -> [NumericalPoint] {
            list.enumerated().sorted {
                let (one, two) = ($0.element.loss ?? .infinity, $1.element.loss ?? .infinity)
                return one < two || one == two && $0.offset < $1.offset
            }.map(\.element)
        }
        return ordered(singular.map { numerical($0.filter, Self.words($0)) })
            + ordered(others.map { numerical($0.filter, "found, not certified") })
    }

    private var singular: [PathEndings.SingularPoint] {
        points.isComplete || points.wasStopped ? [] : points.endings.singularPoints
    }

    /// Whether a point that was found is one of those where paths end without a regular Hessian.
    func isSingular(_ point: CriticalPoint) -> Bool {
        !point.isCertified && singular.contains { Self.areNear($0.filter, point.filter) }
    }

    private static func words(_ point: PathEndings.SingularPoint) -> String {
        let paths = point.pathCount == 1 ? "1 path ends there" : "\(point.pathCount) paths end there"
        return point.dimension == 0
            ? "isolated, degenerate: \(paths)" : "on a critical set of dimension \(point.dimension): \(paths)"
    }

    private func numerical(_ filter: [Complex], _ words: String) -> NumericalPoint {
        let size = filter.reduce(0) { max($0, $1.squaredMagnitude) }.squareRoot()
        let isReal = filter.allSatisfy { abs($0.imaginary) <= 1e-8 * size }
        guard isReal else { return NumericalPoint(filter: filter, loss: nil, words: words + ", not real") }
        let loss = points.problem.loss(of: filter.map(\.real))
        // Smaller ones are rounding.
        return NumericalPoint(
            filter: filter, loss: loss <= 1e-13 * points.problem.constant ? 0 : loss,
            words: words + ", real to rounding")
    }

    private static func areNear(_ one: [Complex], _ two: [Complex]) -> Bool {
        let distance = zip(one, two).reduce(0) { $0 + ($1.0 - $1.1).squaredMagnitude }
        return distance <= 1e-10 * two.reduce(0) { $0 + $1.squaredMagnitude }
    }

    /// `n3`.
    static func numericalLabel(_ index: Int) -> String { "n\(index + 1)" }

    /// A line for each, and its filter.
    func numericalText(_ width: Int?) -> String {
        let all = numericalPoints
        guard !all.isEmpty else { return "" }
        let listed = all.prefix(Self.mostListed).enumerated()
        let table = Table(
            caption: "Points that are not certified: all of it is numerical", header: ["", "loss", "kind"],
            rows: listed.map { index, point in
                Table.Row(
                    Self.numericalLabel(index),
                    [
                        point.loss.map { Cell($0.significant(6)) } ?? .nothing("–"),
                        Cell(point.words),
                    ])
            },
            notes: all.count > listed.underestimatedCount
                ? ["\(all.count - Self.mostListed) more are in JSON and CSV."] : [])
        var text = "\n" + table.text(width: width) + "\nTheir filters w:\n"
        for (index, point) in listed {
            let values = point.filter.map { Self.text($0, isReal: point.loss != nil) }
            text += Self.numericalLabel(index) + "\n    " + values.joined(separator: ", ") + "\n"
        }
        return text
    }

    /// Those that are real to rounding, in a column of their own.
    var numericalMarks: [LossPicture.Mark] {
        numericalPoints.prefix(Self.mostListed).enumerated().compactMap { index, point in
            guard let loss = point.loss else { return nil }
            let label = Self.numericalLabel(index)
            return LossPicture.Mark(
                index: nil, loss: loss, kind: .uncertified,
                note: "\(label): loss \(loss.significant(6)), numerical, \(point.words)",
                label: "\(label), not certified")
        }
    }
}

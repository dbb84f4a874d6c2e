import ExactAlgebra
import Exports
import Training

extension PathEndings {
    /// `2 paths at 2 filters with regular Hessian, 4 to infinity`.
    var text: String {
        func filters(_ count: Int) -> String { count == 1 ? "1 filter" : "\(count) filters" }
        var parts = [
            "\(regularCount) \(regularCount == 1 ? "path" : "paths") at \(filters(regularFilterCount)) with regular Hessian"
        ]
        if zeroCount > 0 { parts.append("\(zeroCount) at w = 0") }
        if infiniteCount > 0 { parts.append("\(infiniteCount) to infinity") }
        if !degeneratePoints.isEmpty {
            let counts = degeneratePoints.map(\.pathCount)
            parts.append(
                "\(counts.reduce(0, +)) at \(filters(counts.count)) isolated and degenerate "
                    + "(multiplicity \(counts.map { "\($0)" }.joined(separator: ", ")))")
        }
        for (dimension, count) in pathsByDimension {
            parts.append("\(count) on critical sets of dimension \(dimension)")
        }
        if lostCount > 0 { parts.append("\(lostCount) lost") }
        return parts.joined(separator: ", ")
    }

    /// How many isolated critical filters there are, and whether there are others; nil where paths were lost.
    var isolatedText: String? {
        guard isAccounted else { return nil }
        let count = regularFilterCount + degeneratePoints.count
        return "\(count) \(count == 1 ? "filter" : "filters") w ≠ 0"
            + (pathsByDimension.isEmpty ? "" : ", and critical sets of positive dimension")
    }

    var json: JSONValue {
        .members([
            ("regular", .integer(regularCount)),
            ("regularFilters", .integer(regularFilterCount)), ("zero", .integer(zeroCount)),
            ("infinite", .integer(infiniteCount)), ("lost", .integer(lostCount)),
            ("singularPoints", .array(singularPoints.map(\.json))),
        ])
    }
}

extension PathEndings.SingularPoint {
    fileprivate var json: JSONValue {
        .members([
            ("paths", .integer(pathCount)), ("dimension", .integer(dimension)),
            ("endToEndFilter", .array(filter.map { .numbers([$0.real, $0.imaginary]) })),
        ])
    }
}

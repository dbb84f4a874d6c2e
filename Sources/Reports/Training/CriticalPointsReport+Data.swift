import ExactAlgebra
import Exports
import Training

extension CriticalPointsReport {
    static func status(_ point: CriticalPoint) -> String {
        point.isCertified ? "certified" : "numerical"
    }

    package var json: JSONValue {
        .about(
            points.problem.architecture,
            [
                ("reduced", .about(points.architecture, [])),
                ("data", dataJSON),
                ("expected", .integer(points.expected)),
                ("found", .integer(points.foundCount)),
                ("certified", .integer(points.certifiedCount)),
                ("isComplete", .boolean(points.isComplete)), ("wasStopped", .boolean(points.wasStopped)),
                ("isGlobalMinimumProved", .boolean(points.networkMinimum?.isProved ?? false)),
                ("certifiedReal", .integer(points.certifiedRealCount)),
                ("certifiedNonreal", .integer(points.certifiedNonrealCount)),
                ("pathsToZero", .integer(points.endings.zeroCount)),
                ("pathEndings", points.wasStopped ? nil : points.endings.json),
                ("condition", .number(points.condition.total)),
                ("unitRatio", .number(points.condition.scaleRatio)),
                ("paths", .integer(points.pathCount)),
                ("repeatedPaths", .integer(points.repeatedCount)),
                ("seed", .integer(points.seed)),
                ("real", .array(points.real.indices.map { real($0) })),
                ("isBoundaryComplete", points.mayBeUnattained ? .boolean(points.isBoundaryComplete) : nil),
                ("boundary", boundaryJSON), ("networkMinimum", minimumJSON),
                ("points", .array(points.points.map { Self.json($0) })),
            ])
    }

    private func real(_ index: Int) -> JSONValue {
        let point = points.real[index]
        return .members([
            ("label", .string("\(index + 1)")), ("loss", .number(point.loss)),
            ("lossInterval", .numbers([point.lossInterval.lower, point.lossInterval.upper])),
            ("meanLoss", point.meanLoss.map { .number($0) }),
            ("gradientNorm", .number(point.gradientNorm)),
            ("morseIndex", .integer(point.morseIndex)),
            ("isIndexProved", .boolean(point.isIndexProved)),
            ("kind", .string(kind(index))),
            ("isAttained", .boolean(points.attainments[index].isAttained)),
            ("isAttainmentProved", .boolean(points.attainments[index].isProved)),
            ("filters", .array(point.filters.map { .numbers($0) })),
            ("layers", points.attainments[index].layers.map { .array($0.map { .numbers($0) }) }),
            ("endToEndFilter", .numbers(point.filter)),
        ])
    }

    /// Complex numbers are pairs; radii are those of certified points.
    static func json(_ point: CriticalPoint) -> JSONValue {
        func numbers(_ values: [Complex]) -> JSONValue {
            .array(values.map { .numbers([$0.real, $0.imaginary]) })
        }
        return .members([
            ("status", .string(status(point))),
            ("isReal", point.isReal.map { .boolean($0) }),
            ("endToEndFilter", numbers(point.filter)),
            ("endToEndRadii", point.isCertified ? .numbers(point.filterRadii) : nil),
            ("layers", .array(point.layers.map(numbers))),
            ("layerRadii", point.isCertified ? .array(point.layerRadii.map { .numbers($0) }) : nil),
        ])
    }
}

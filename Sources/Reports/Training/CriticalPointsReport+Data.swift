import ExactAlgebra
import Training

extension CriticalPointsReport {
    /// The points of the table of all points that are not among the real ones.
    private var others: [CriticalPoint] { points.points.filter { $0.isReal != true } }

    package var csv: String {
        var text =
            "number,status,real,loss,loss_lower,loss_upper,mean_loss,gradient_norm,morse_index,kind,filters,"
            + "layers,layer_radii,end_to_end_filter,filter_radii\n"
        for (index, point) in points.real.enumerated() {
            let interval = point.lossInterval
            let values = [
                "\(point.loss)", "\(interval.lower)", "\(interval.upper)",
                point.meanLoss.map { "\($0)" } ?? "", "\(point.gradientNorm)", "\(point.morseIndex)",
                kind(index), Self.layers(point.filters) { "\($0)" },
            ]
            text += Self.row(index, values, point.certified)
        }
        for (index, point) in others.enumerated() {
            text += Self.row(
                points.real.count + index, [String](repeating: "", count: 8), point)
        }
        return text
    }

    private static func row(_ index: Int, _ values: [String], _ point: CriticalPoint) -> String {
        func number(_ value: Complex) -> String {
            if point.isReal == true { return "\(value.real)" }
            return "\(value.real)" + (value.imaginary.sign == .minus ? "" : "+") + "\(value.imaginary)i"
        }
        let ends = [
            layers(point.layers, number), layers(point.layerRadii) { "\($0)" },
            layers([point.filter], number), layers([point.filterRadii]) { "\($0)" },
        ]
        let isReal = point.isReal.map { $0 ? "yes" : "no" } ?? "unknown"
        return (["\(index + 1)", status(point), isReal] + values + ends).joined(separator: ",") + "\n"
    }

    private static func layers<Entry>(_ layers: [[Entry]], _ text: (Entry) -> String) -> String {
        layers.map { $0.map(text).joined(separator: " ") }.joined(separator: " | ")
    }

    private static func status(_ point: CriticalPoint) -> String {
        point.isCertified ? "certified" : "numerical"
    }

    package var json: JSONValue {
        .about(
            points.problem.architecture,
            [
                ("reducedFilterSizes", .integers(points.architecture.filterSizes)),
                ("reducedStrides", .integers(points.architecture.strides)),
                ("data", dataJSON),
                ("expected", .integer(points.expected)),
                ("found", .integer(points.foundCount)),
                ("certified", .integer(points.certifiedCount)),
                ("isComplete", .boolean(points.isComplete)), ("wasStopped", .boolean(points.wasStopped)),
                ("isGlobalMinimumProved", .boolean(points.isGlobalMinimumProved)),
                ("certifiedReal", .integer(points.certifiedRealCount)),
                ("certifiedNonreal", .integer(points.certifiedNonrealCount)),
                ("pathsToZero", .integer(points.zeroCount)),
                ("paths", .integer(points.pathCount)),
                ("repeatedPaths", .integer(points.repeatedCount)),
                ("seed", .string("\(points.seed)")),
                ("real", .array(points.real.indices.map { real($0) })),
                ("boundary", boundaryJSON), ("networkMinimum", minimumJSON),
                ("points", .array(points.points.map { Self.json($0) })),
            ])
    }

    private func real(_ index: Int) -> JSONValue {
        let point = points.real[index]
        return .members([
            ("loss", .number(point.loss)),
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
    private static func json(_ point: CriticalPoint) -> JSONValue {
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

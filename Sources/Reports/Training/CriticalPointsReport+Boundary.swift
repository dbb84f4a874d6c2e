import ExactAlgebra
import Exports
import PlatformBasics
import Training

/// What layers with stride 1 make: attained or not, the boundary, and the minimum of the network.
extension CriticalPointsReport {
    /// A line for each part of the boundary that was to be searched, and one for the minimum of the network.
    var networkText: String {
        guard points.mayBeUnattained else { return "" }
        var text =
            "network            \(points.problem.architecture) makes less than its neurovariety: "
            + "merged layers need real roots\n"
        text += points.boundary.isEmpty ? "boundary           not searched\n" : ""
        for part in points.boundary {
            text += "boundary           \(Self.summary(part, wasStopped: points.wasStopped))\n"
        }
        return text + "minimum            \(minimumText)\n"
    }

    private static func summary(_ part: BoundaryPoints, wasStopped: Bool) -> String {
        let name = name(part.stratum)
        guard let endings = part.endings else {
            return "\(name): \(part.expected.shortDescription) critical points, not searched"
        }
        return "\(name): \(part.certifiedCount) of \(part.expected) critical points certified"
            + (part.isComplete ? ", all" : "") + "; \(part.real.count) real, "
            + "\(part.real.count(where: \.attainment.isAttained)) attained"
            + (part.isComplete || wasStopped ? "" : "; numerically, \(endings.text)")
    }

    /// `layers 1-3: double root`.
    static func name(_ stratum: RootStratum) -> String {
        let words = [2: "double", 3: "triple"]
        return zip(stratum.architecture.blocks, stratum.multiplicities).compactMap { block, own in
            guard let first = block.layers.first, let last = block.layers.last, !own.isEmpty else {
                return nil
            }
            let roots = own.map { (words[$0] ?? "\($0)-fold") + " root" }.joined(separator: ", ")
            return "layers \(first + 1)-\(last + 1): \(roots)"
        }.joined(separator: "; ")
    }

    private var minimumText: String {
        guard let minimum = points.networkMinimum else {
            return "no isolated point was found that the layers make"
        }
        let loss = minimum.point.lossInterval.certainText()
        return "\(loss), \(Self.place(minimum, points)): "
            + (minimum.isProved
                ? "the global minimum of the network, proved"
                : "the lowest attained point that was found; not proved to be the global minimum")
    }

    private static func place(_ minimum: NetworkMinimum, _ points: CriticalPoints) -> String {
        switch minimum.place {
        case .neurovariety(let index): return "point \(index + 1)"
        case .boundary(let stratum, let index): return "point \(boundaryLabel(stratum, index, points))"
        }
    }

    /// `b3`, counted through all parts.
    static func boundaryLabel(_ stratum: Int, _ index: Int, _ points: CriticalPoints) -> String {
        "b\(points.boundary[..<stratum].reduce(index + 1) { $0 + $1.real.count })"
    }

    /// The real points on the boundary with their layers.
    func boundaryText(_ width: Int?) -> String {
        let all = points.boundary.enumerated().flatMap { stratum, part in
            part.real.indices.map { (stratum: stratum, index: $0) }
        }
        guard !all.isEmpty else { return "" }
        let hasMean = all.contains { points.boundary[$0.stratum].real[$0.index].point.meanLoss != nil }
        let table = Table(
            caption: "Real critical points on the boundary, where real roots of merged layers coincide",
            header: ["", "loss"] as [Heading] + (hasMean ? ["mean"] : []) + [
                "Morse index there", "roots", "kind",
            ],
            rows: all.map { stratum, index in
                let part = points.boundary[stratum]
                let point = part.real[index].point
                let mean = point.meanLossInterval.map { [Cell($0.certainText())] } ?? []
                return Table.Row(
                    Self.boundaryLabel(stratum, index, points),
                    [Cell(point.lossInterval.certainText())] + mean + [
                        Cell("\(point.morseIndex)\(point.isIndexProved ? "" : " (numerical)")"),
                        Cell(Self.name(part.stratum)), Cell(boundaryKind(stratum, index)),
                    ])
            }, dispensable: hasMean ? ["mean"] : [])
        var text =
            "\n" + table.text(width: width)
            + "\nFilters, layer by layer, numerical, of the points that are attained:\n"
        for (stratum, index) in all {
            guard let layers = points.boundary[stratum].real[index].attainment.layers else { continue }
            text += Self.boundaryLabel(stratum, index, points) + "\n" + Self.lines(layers)
        }
        return text
    }

    /// One line for each filter.
    static func lines(_ filters: [[Double]]) -> String {
        filters.map {
            "    " + $0.map { $0.significant(10) }.joined(separator: ", ") + "\n"
        }.joined()
    }

    static func word(_ minimum: NetworkMinimum) -> String {
        minimum.isProved ? "global minimum of the network" : "lowest attained"
    }

    /// Whether an attained point cannot be told from the minimum by its loss: all such points have the same name.
    static func isTied(_ minimum: NetworkMinimum, _ point: RealCriticalPoint) -> Bool {
        point.lossInterval.lower <= minimum.point.lossInterval.upper
    }

    /// `attained`, with what is not proved.
    static func word(_ attainment: Attainment) -> String {
        (attainment.isAttained ? "attained" : "not attained") + (attainment.isProved ? "" : " (numerical)")
    }

    func boundaryKind(_ stratum: Int, _ index: Int) -> String {
        let point = points.boundary[stratum].real[index]
        guard point.attainment.isAttained else { return Self.word(point.attainment) }
        let doubt = point.isKindProved ? "" : " (numerical)"
        if let minimum = points.networkMinimum, Self.isTied(minimum, point.point) {
            let isItself = minimum.place == .boundary(stratum: stratum, point: index)
            return Self.word(minimum) + (isItself || !minimum.isProved ? "" : " (numerical)")
        }
        guard point.isMinimum else { return "critical, attained" }
        return "local minimum, attained\(doubt)"
    }

    var boundaryJSON: JSONValue? {
        guard points.mayBeUnattained else { return nil }
        return .array(
            points.boundary.indices.map { stratum in
                let part = points.boundary[stratum]
                return .members([
                    ("multiplicities", .array(part.stratum.multiplicities.map { .integers($0) })),
                    ("roots", .string(Self.name(part.stratum))),
                    ("expected", .integer(part.expected)), ("found", .integer(part.foundCount)),
                    ("certified", .integer(part.certifiedCount)), ("isComplete", .boolean(part.isComplete)),
                    ("pathEndings", points.wasStopped ? nil : part.endings?.json),
                    ("real", .array(part.real.indices.map { boundaryJSON(stratum, $0) })),
                    ("points", .array(part.points.map { Self.json($0) })),
                ])
            })
    }

    private func boundaryJSON(_ stratum: Int, _ index: Int) -> JSONValue {
        let (point, attainment) = (
            points.boundary[stratum].real[index].point, points.boundary[stratum].real[index].attainment
        )
        return .members([
            ("label", .string(Self.boundaryLabel(stratum, index, points))),
            ("loss", .number(point.loss)),
            ("lossInterval", .numbers([point.lossInterval.lower, point.lossInterval.upper])),
            ("meanLoss", point.meanLoss.map { .number($0) }),
            ("morseIndex", .integer(point.morseIndex)), ("isIndexProved", .boolean(point.isIndexProved)),
            ("kind", .string(boundaryKind(stratum, index))),
            ("isAttained", .boolean(attainment.isAttained)),
            ("isAttainmentProved", .boolean(attainment.isProved)),
            ("factors", .array(point.filters.map { .numbers($0) })),
            ("layers", attainment.layers.map { .array($0.map { .numbers($0) }) }),
            ("endToEndFilter", .numbers(point.filter)),
        ])
    }

    var minimumJSON: JSONValue? {
        guard let minimum = points.networkMinimum else { return nil }
        let place =
            switch minimum.place {
            case .neurovariety(let index): "\(index + 1)"
            case .boundary(let stratum, let index): Self.boundaryLabel(stratum, index, points)
            }
        return .members([
            ("point", .string(place)),
            ("loss", .number(minimum.point.loss)),
            ("lossInterval", .numbers([minimum.point.lossInterval.lower, minimum.point.lossInterval.upper])),
            ("isProved", .boolean(minimum.isProved)),
            ("layers", minimum.layers.map { .array($0.map { .numbers($0) }) }),
        ])
    }
}

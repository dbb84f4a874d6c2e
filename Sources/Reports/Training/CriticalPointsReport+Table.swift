import Training

/// One row for each critical point, real ones first: those of the neurovariety, then those of the parts of the boundary.
extension CriticalPointsReport {
    private static let header = [
        "number", "roots", "status", "real", "attained", "loss", "loss_lower", "loss_upper", "mean_loss",
        "gradient_norm", "morse_index", "kind", "filters", "network_layers", "layers", "layer_radii",
        "end_to_end_filter", "filter_radii",
    ]

    package var csv: String {
        var rows = [Self.header]
        for index in points.real.indices {
            rows.append(
                Self.row("\(index + 1)", "", points.real[index], points.attainments[index], kind: kind(index))
            )
        }
        for (index, point) in points.points.filter({ $0.isReal != true && !isSingular($0) })
            .enumerated()
        {
            rows.append(Self.row("\(points.real.count + index + 1)", "", point))
        }
        // The others among them are there already.
        for (index, point) in numericalPoints.enumerated() where !point.words.hasPrefix("found") {
            rows.append(Self.row(Self.numericalLabel(index), point))
        }
        for (stratum, part) in points.boundary.enumerated() {
            let roots = Self.name(part.stratum)
            for (index, point) in part.real.enumerated() {
                rows.append(
                    Self.row(
                        Self.boundaryLabel(stratum, index, points), roots, point.point, point.attainment,
                        kind: boundaryKind(stratum, index)))
            }
            for point in part.points where point.isReal != true { rows.append(Self.row("", roots, point)) }
        }
        return CSV.text(rows)
    }

    private static func row(
        _ number: String, _ roots: String, _ point: RealCriticalPoint, _ attainment: Attainment, kind: String
    ) -> [String] {
        let interval = point.lossInterval
        return [number, roots, status(point.certified), "yes", attainment.isAttained ? "yes" : "no"]
            + [
                "\(point.loss)", "\(interval.lower)", "\(interval.upper)",
                point.meanLoss.map { "\($0)" } ?? "",
            ]
            + ["\(point.gradientNorm)", "\(point.morseIndex)", kind, layers(point.filters) { "\($0)" }]
            + [attainment.layers.map { layers($0) { "\($0)" } } ?? ""] + regions(point.certified)
    }

    private static func row(_ number: String, _ roots: String, _ point: CriticalPoint) -> [String] {
        let isReal = point.isReal.map { $0 ? "yes" : "no" } ?? "unknown"
        return [number, roots, status(point), isReal] + [String](repeating: "", count: 10) + regions(point)
    }

    private static func row(_ number: String, _ point: NumericalPoint) -> [String] {
        let filter = point.filter.map { entry($0, isReal: point.loss != nil) }.joined(separator: " ")
        return [number, "", "numerical", "unknown", ""]
            + [point.loss.map { "\($0)" } ?? ""] + [String](repeating: "", count: 5) + [point.words]
            + ["", "", "", "", filter, ""]
    }

    private static func regions(_ point: CriticalPoint) -> [String] {
        func number(_ value: Complex) -> String { entry(value, isReal: point.isReal == true) }
        return [
            layers(point.layers, number), layers(point.layerRadii) { "\($0)" },
            layers([point.filter], number), layers([point.filterRadii]) { "\($0)" },
        ]
    }

    private static func entry(_ value: Complex, isReal: Bool) -> String {
        if isReal { return "\(value.real)" }
        return "\(value.real)" + (value.imaginary.sign == .minus ? "" : "+") + "\(value.imaginary)i"
    }

    private static func layers<Entry>(_ layers: [[Entry]], _ text: (Entry) -> String) -> String {
        layers.map { $0.map(text).joined(separator: " ") }.joined(separator: " | ")
    }
}

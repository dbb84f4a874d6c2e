import ExactAlgebra
import Exports
import Neurovariety

/// The thick ribbons of the generators of the prime ideal of two layers, one by one.
package struct RibbonsReport: Report {
    package static let formats: [ReportFormat] = [.text, .csv, .json]

    package let representations: RibbonRepresentations

    package init(_ representations: RibbonRepresentations) {
        self.representations = representations
    }

    private var ribbons: ThickRibbons { representations.ribbons }

    package var tables: [Table] {
        var table = Table(
            caption: "Thick ribbons of the generators of the prime ideal of \(representations.architecture), "
                + "as representations of \(ribbons.group)" + representations.architecture.remarkOfTwoLayers,
            header: [
                "degree", "columns", Heading("shape", "outer", "inner"),
                Heading("summands", "top", "low", "weight", "multiplicity"),
            ], rows: [], alignsRight: false)
        for row in representations.rows {
            let (outer, inner) = row.ribbon.shape
            table.rows.append(
                Table.Row(
                    "\(row.degree)",
                    [
                        Cell(
                            row.ribbon.columns.map(String.init).joined(separator: ","),
                            [Cell.list(row.ribbon.columns)]),
                        Cell(
                            inner == .empty ? "\(outer)" : "\(outer)/\(inner)",
                            [Cell.list(outer.parts), Cell.list(inner.parts)]),
                        summands(row),
                    ]))
        }
        table.notes = [
            "Columns: their lengths from left to right; the two last boxes of each lie beside the two first of the one before.",
            ribbons.explanation,
        ]
        if ribbons.separatorCount > 0 {
            table.notes.append("Two separators fill the first two boxes of the last column.")
        }
        table.notes.append(
            "[w]: of weight w of the torus of SL_2; 0: with as few forms it has no fillings. The generators of degree d are the sum of all, times Λ^d(S_{d+m−2}), m = "
                + "\(ribbons.commonFactorDegree).")
        return [table]
    }

    private func summands(_ row: RibbonRepresentations.Row) -> Cell {
        Cell(
            row.summands.isEmpty
                ? "0"
                : row.summands.map {
                    ($0.multiplicity == .one ? "" : "\($0.multiplicity) ")
                        + ribbons.name(top: $0.top, low: $0.low)
                        + " [\($0.weight)]"
                }.joined(separator: " + "),
            [
                row.summands.map { Cell.list($0.top.parts) }.joined(separator: "; "),
                row.summands.map { Cell.list($0.low.parts) }.joined(separator: "; "),
                row.summands.map { "\($0.weight)" }.joined(separator: "; "),
                row.summands.map { "\($0.multiplicity)" }.joined(separator: "; "),
            ])
    }

    package var json: JSONValue {
        .about(
            representations.architecture,
            [
                ("topForms", .integer(Integer(ribbons.topFormCount))),
                ("lowForms", .integer(Integer(ribbons.lowFormCount))),
                (
                    "ribbons",
                    .array(
                        representations.rows.map { row in
                            let (outer, inner) = row.ribbon.shape
                            return .object([
                                ("degree", .integer(Integer(row.degree))),
                                ("columns", .integers(row.ribbon.columns)),
                                ("outer", .integers(outer.parts)), ("inner", .integers(inner.parts)),
                                ("summands", .array(row.summands.map(json))),
                            ])
                        })
                ),
            ])
    }

    private func json(_ summand: RibbonRepresentations.Summand) -> JSONValue {
        .object([
            ("top", .integers(summand.top.parts)), ("low", .integers(summand.low.parts)),
            ("weight", .integer(Integer(summand.weight))),
            ("multiplicity", .integer(summand.multiplicity)),
        ])
    }
}

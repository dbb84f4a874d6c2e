import Exports
import Studies

/// The atlas written down.
package struct AtlasReport: Report {
    package static let formats: [ReportFormat] = [.text, .markdown, .csv, .json]

    private let atlas: Atlas

    package init(_ atlas: Atlas) {
        self.atlas = atlas
    }

    package var tables: [Table] { [table] }
    package var json: JSONValue {
        .object([
            ("architectures", .array(atlas.rows.map(\.json))), ("missing", .integer(atlas.missingCount)),
        ])
    }
    package var csv: String { CSV.text([AtlasRow.columns] + atlas.rows.map(\.fields)) }

    private var table: Table {
        Table(
            caption: "Neurovarieties of reduced architectures",
            header: [
                "(k;s)", "K", "dim", "degree", "generators", "minimal", "h-numerator", "J radical", "by",
                "depth", "CM",
                "reg", "extremal Betti", "p_a", "p_g", "dual dim", "dual degree", "sing codim",
            ],
            rows: atlas.rows.map(\.tableRow),
            notes: [
                "Generators: of the prime ideal, degree:number; minors of minimal nonfaces. Minimal: by the theorem for two "
                    + "layers (proved), by S-polynomials (certified), or not decided (observed).",
                "J radical: for two layers by the levels below l₁ (proved), for more by ranks where K ≤ 14.",
                "CM: whether the coordinate ring is Cohen–Macaulay. Extremal Betti: homological degree:degree:number.",
                "p_a, p_g: arithmetic and geometric genus of a general curve section. Sing codim: of the singular locus.",
                "Genera, dual dim (projective) and dual degree are those in characteristic 0.",
            ]
                + (atlas.missingCount > 0
                    ? ["Stopped: \(Quantity.count(atlas.missingCount)) rows are missing."] : []),
            alignsRight: false,
            dispensable: [
                "by", "dual dim", "dual degree", "sing codim", "minimal", "extremal Betti", "p_a", "p_g",
                "depth", "CM", "reg",
            ])
    }
}

extension AtlasRow {
    fileprivate var tableRow: Table.Row { Table.Row("\(architecture)", fields.dropFirst(2).map { Cell($0) }) }

    fileprivate var json: JSONValue {
        .about(
            architecture,
            [
                ("endToEndFilterSize", .integer(architecture.endToEndFilterSize)),
                ("dimension", .integer(architecture.dimension)), ("degree", .integer(degree)),
                ("generators", .byDegree(generators)),
                ("minimality", .string(minimality.rawValue)),
                ("hNumerator", .integers(hNumerator)),
                ("isRadical", isRadical.map { .boolean($0) } ?? .null),
                ("basis", basis.map { .string($0.rawValue) } ?? .null),
            ] + homology.jsonMembers + [
                ("sectionalGenera", genera.json),
                (
                    "dual",
                    .object([("dimension", .integer(dual.dimension)), ("degree", .integer(dual.degree))])
                ), ("singularCodimension", singularCodimension.map { .integer($0) } ?? .null),
            ])
    }
}

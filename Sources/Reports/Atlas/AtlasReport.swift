import Exports
import Studies

/// The atlas written down.
package struct AtlasReport: Report {
    package static let formats: [ReportFormat] = [.text, .markdown, .csv, .json, .html]

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
    package var csv: String {
        CSV.text([AtlasColumn.allCases.map(\.rawValue)] + atlas.rows.map(\.fields))
    }
    package var html: String { AtlasPage(atlas).html }

    private var table: Table {
        let columns = AtlasColumn.figures
        return Table(
            caption: "Neurovarieties of reduced architectures",
            header: [Heading(stringLiteral: AtlasColumn.architectureHeading)]
                + columns.map { Heading(stringLiteral: $0.heading) },
            rows: atlas.rows.map { row in
                Table.Row("\(row.architecture)", columns.map { Cell(row.field($0)) })
            },
            notes: columns.map { "\($0.heading): \($0.explanation)." }
                + (atlas.missingCount > 0
                    ? ["Stopped: \(Quantity.count(atlas.missingCount)) rows are missing."] : []),
            alignsRight: false,
            dispensable: [
                .basis, .dualDimension, .dualDegree, .singularCodimension, .minimality, .extremalBetti,
                .arithmeticGenus, .geometricGenus, .depth, .isCohenMacaulay, .regularity,
            ].map { (column: AtlasColumn) in column.heading })
    }
}

extension AtlasRow {
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

import Studies

/// The atlas written down.
package struct AtlasReport: Report {
    package static let formats: [ReportFormat] = [.text, .markdown, .csv, .json]

    private let atlas: Atlas

    package init(_ atlas: Atlas) {
        self.atlas = atlas
    }

    package var tables: [Table] { [table] }
    package var json: JSONValue { .array(atlas.rows.map(\.json)) }
    package var csv: String { ([Atlas.heading] + atlas.rows.map(\.csv)).joined(separator: "\n") + "\n" }

    private var table: Table {
        Table(
            caption: "Neurovarieties of reduced architectures",
            header: ["(k;s)", "K", "dim", "degree", "generators", "h-numerator", "J radical", "by"],
            rows: atlas.rows.map(\.tableRow),
            notes: [
                "Generators: of the prime ideal, degree:number; minors of minimal nonfaces, minimal as observed.",
                "J radical: by ranks in every degree with generators, or for two layers by the levels below l₁.",
            ],
            alignsRight: false, dispensable: ["by"])
    }
}

extension AtlasRow {
    fileprivate var tableRow: Table.Row {
        Table.Row(
            "\(architecture)",
            [endToEndFilterSize, dimension, degree, generators, hNumerator, isRadical, basis])
    }

    fileprivate var json: JSONValue {
        .about(
            architecture,
            [
                ("endToEndFilterSize", .string(endToEndFilterSize)), ("dimension", .string(dimension)),
                ("degree", .string(degree)), ("generators", .string(generators)),
                ("hNumerator", .string(hNumerator)), ("isRadical", .string(isRadical)),
                ("basis", .string(basis)),
            ])
    }
}

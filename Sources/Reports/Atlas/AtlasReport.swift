import Studies

/// The atlas written down.
package struct AtlasReport: Sendable {
    private let atlas: Atlas

    package init(_ atlas: Atlas) {
        self.atlas = atlas
    }

    package func rendered(_ format: AtlasFormat) -> String {
        switch format {
        case .csv: return ([Atlas.heading] + atlas.rows.map(\.csv)).joined(separator: "\n") + "\n"
        case .text: return table.text
        case .markdown: return table.markdown
        case .json: return JSONValue.array(atlas.rows.map(\.json)).text
        }
    }

    private var table: Table {
        Table(
            caption: "Neurovarieties of reduced architectures",
            header: ["(k;s)", "K", "dim", "degree", "generators", "h-numerator", "J radical", "by"],
            rows: atlas.rows.map(\.tableRow),
            notes: [
                "Generators: of the prime ideal, degree:number; minors of minimal nonfaces, minimal as observed.",
                "J radical: by ranks in every degree with generators, or for two layers by the levels below l₁.",
            ],
            alignsRight: false)
    }
}

package enum AtlasFormat: String, CaseIterable, Sendable {
    case text, markdown, csv, json
}

extension AtlasRow {
    fileprivate var tableRow: Table.Row {
        Table.Row(
            "\(architecture)",
            [endToEndFilterSize, dimension, degree, generators, hNumerator, isRadical, basis])
    }

    fileprivate var json: JSONValue {
        .object([
            ("filterSizes", .integers(architecture.filterSizes)),
            ("strides", .integers(architecture.strides)),
            ("endToEndFilterSize", .string(endToEndFilterSize)), ("dimension", .string(dimension)),
            ("degree", .string(degree)), ("generators", .string(generators)),
            ("hNumerator", .string(hNumerator)), ("isRadical", .string(isRadical)), ("basis", .string(basis)),
        ])
    }
}

import Macaulay2
import Studies

/// The atlas as one self-contained page, which sorts and filters it: a table that is whole without a script too.
struct AtlasPage {
    private let atlas: Atlas

    init(_ atlas: Atlas) {
        self.atlas = atlas
    }

    var html: String {
        do {
            let styles = try Template(name: "atlas-styles", bytes: PackageResources.atlas_css).rendered([
                "columns": columnStyles
            ])
            return try Template(name: "atlas-page", bytes: PackageResources.atlas_html).rendered([
                "title": "Neurovarieties of reduced architectures", "introduction": introduction,
                "styles": PageStyle.shared + styles, "filters": filters,
                "count": "\(Quantity.count(atlas.rows.count)) architectures",
                "widths": widths, "headings": headings, "rows": atlas.rows.map(line).joined(),
                "legend": legend,
                "commands": Self.commands.map { "lcngen \($0)\n" }.joined(),
                "program": String(decoding: PackageResources.atlas_js, as: UTF8.self),
            ])
        } catch {
            preconditionFailure("\(error)")
        }
    }

    /// What makes the figures of one architecture, k and s, anew.
    static let commands = [
        "info --k k --s s", "vanishing --k k --s s --count", "certify --k k --s s --minimal",
        "hilbert --k k --s s", "singular-locus --k k --s s", "eddegree --k k --explain",
    ]

    private var introduction: String {
        let sizes = atlas.rows.map(\.architecture.endToEndFilterSize)
        var text =
            "The complex filters that a linear convolutional network with filter sizes k and strides s can express form an "
            + "algebraic set, its neurovariety. Here is what is known of it for reduced architectures, which have at least two layers, "
            + "no filter of size 1 and no stride 1 between layers"
        if let least = sizes.min(), let largest = sizes.max() {
            text += ", with end-to-end filter size K from \(least) to \(largest)"
        }
        text += ". The ideal J is that of <a href=\"https://arxiv.org/abs/2401.16613\">arXiv:2401.16613</a>."
        if atlas.missingCount > 0 {
            text += " <strong>Stopped: \(Quantity.count(atlas.missingCount)) rows are missing.</strong>"
        }
        return text
    }

    private func escape(_ text: String) -> String { SVGStyle.escaped(text) }

    private var headings: String {
        func heading(_ text: String, name: String, fields: String, explanation: String, isWord: Bool)
            -> String
        {
            "<th scope=\"col\" data-name=\"\(name)\" data-fields=\"\(fields)\"\(isWord ? " data-words=\"\"" : "")>"
                + "<abbr title=\"\(escape(explanation))\">\(escape(text))</abbr></th>"
        }
        return heading(
            AtlasColumn.architectureHeading, name: "architecture",
            fields: [.filterSizes, .strides].map { (column: AtlasColumn) in column.rawValue }.joined(
                separator: " "),
            explanation: AtlasColumn.architectureExplanation, isWord: false)
            + AtlasColumn.figures.map {
                heading(
                    $0.heading, name: $0.rawValue, fields: $0.rawValue, explanation: $0.explanation,
                    isWord: !$0.words.isEmpty)
            }.joined()
    }

    private func line(_ row: AtlasRow) -> String {
        "<tr><th scope=\"row\">\(escape("\(row.architecture)"))</th>"
            + AtlasColumn.figures.map { "<td>\(escape(row.field($0)))</td>" }.joined() + "</tr>\n"
    }

    /// Integers stand on the right, and long lists of numbers on several lines.
    private var columnStyles: String {
        func rule(_ content: AtlasColumn.Content, _ declarations: String) -> String {
            AtlasColumn.figures.indices.filter { AtlasColumn.figures[$0].content == content }
                .map { "#atlas tr>:nth-child(\($0 + 2))" }.joined(separator: ",") + "{\(declarations)}"
        }
        return rule(.integer, "text-align:right") + "\n" + rule(.numbers, "white-space:normal")
    }

    /// Columns as wide as what is in them, in widths of a digit: no filter changes them, and lines are laid out fast.
    private var widths: String {
        func width(_ heading: String, _ texts: [String]) -> String {
            // Beside a heading stands in which order it sorts, and there is room between columns.
            "<col style=\"width:\(max(heading.count + 2, texts.map(\.count).max() ?? 0) + 3)ch\"/>"
        }
        return width(AtlasColumn.architectureHeading, atlas.rows.map { "\($0.architecture)" })
            + AtlasColumn.figures.map { column in
                column.content == .numbers
                    ? "<col style=\"width:26ch\"/>"
                    : width(column.heading, atlas.rows.map { $0.field(column) })
            }.joined()
    }

    /// A field for each filter: ranges of integers, and words.
    private var filters: String {
        func label(_ heading: String, _ explanation: String, _ field: (_ attributes: String) -> String)
            -> String
        {
            "<label title=\"\(escape(explanation))\">\(escape(heading)) "
                + field("data-heading=\"\(escape(heading))\"") + "</label>\n"
        }
        func range(_ name: String, _ heading: String, _ explanation: String) -> String {
            label(heading, explanation) {
                "<input name=\"\(name)\" data-range=\"\" autocomplete=\"off\" \($0)/>"
            }
        }
        func choice(_ name: String, _ heading: String, _ explanation: String, _ words: [String]) -> String {
            label(heading, explanation) { attributes in
                "<select name=\"\(name)\" \(attributes)><option value=\"\">any</option>"
                    + words.map { "<option>\(escape($0))</option>" }.joined() + "</select>"
            }
        }
        var text = label(AtlasColumn.architectureHeading, AtlasColumn.architectureExplanation) {
            "<input name=\"architecture\" placeholder=\"5,2;3\" autocomplete=\"off\" spellcheck=\"false\" \($0)/>"
        }
        text += range("layers", "layers", "number of layers")
        for column in AtlasColumn.figures where column.content == .integer {
            text += range(column.rawValue, column.heading, column.explanation)
            if column == .dimension {
                text += range("codimension", "codim", "codimension of the neurovariety")
            }
        }
        for column in AtlasColumn.figures where !column.words.isEmpty {
            text += choice(column.rawValue, column.heading, column.explanation, column.words)
        }
        return text
            + choice(
                "smooth", "smooth", "whether the neurovariety is smooth away from 0", ["yes", "no"])
    }

    private var legend: String {
        func entry(_ heading: String, _ explanation: String) -> String {
            "<dt>\(escape(heading))</dt><dd>\(escape(explanation))</dd>\n"
        }
        return entry(AtlasColumn.architectureHeading, AtlasColumn.architectureExplanation)
            + AtlasColumn.figures.map { entry($0.heading, $0.explanation) }.joined()
    }
}

extension AtlasColumn {
    /// Those that may be chosen.
    fileprivate var words: [String] {
        guard case .words(let words) = content else { return [] }
        return words.filter { !$0.isEmpty }
    }
}

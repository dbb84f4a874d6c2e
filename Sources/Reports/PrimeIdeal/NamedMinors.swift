import ExactAlgebra
import Exports
import Neurovariety

/// The generators of the prime ideal named by their minors, not expanded.
package struct NamedMinors: Report {
    package static let formats: [ReportFormat] = [.text, .csv, .json]

    package let architecture: Architecture
    package let minors: [NonfaceMinor]

    package init(_ ideal: PrimeIdeal) {
        architecture = ideal.architecture
        minors = ideal.minors
    }

    /// One minor a line: leading monomial, piece, level, rows `q_i·y^a`, columns.
    package func text(width: Int?) -> String {
        var lines = [
            "# The prime ideal of \(architecture): one minor of a resultant matrix for each line.",
            "# Leading monomial; piece; level l; rows, where q_i[a] is the coefficient vector of q_i moved a places",
            "# to the right; columns of R_l, from 0.",
        ]
        for minor in minors {
            let leading = minor.nonface.map { "w_\($0)" }.joined(separator: "*")
            let rows = minor.rows.map { "q_\($0.form + 1)[\($0.shift)]" }.joined(separator: " ")
            let columns = minor.columns.map(String.init).joined(separator: " ")
            lines.append("\(leading); \(minor.piece); \(minor.level); \(rows); \(columns)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    package var csv: String {
        CSV.text(
            [["leading_monomial", "piece", "level", "row_forms", "row_shifts", "columns"]]
                + minors.map { minor in
                    [
                        Cell.list(minor.nonface), "\(minor.pieceIndex + 1)", "\(minor.level)",
                        Cell.list(minor.rows.map { $0.form + 1 }), Cell.list(minor.rows.map(\.shift)),
                        Cell.list(minor.columns),
                    ]
                })
    }

    package var json: JSONValue {
        .about(
            architecture,
            [
                (
                    "minors",
                    .array(
                        minors.map { minor in
                            .object([
                                ("leadingMonomial", .integers(minor.nonface)),
                                ("piece", .integer(Integer(minor.pieceIndex + 1))),
                                ("level", .integer(Integer(minor.level))),
                                ("rowForms", .integers(minor.rows.map { $0.form + 1 })),
                                ("rowShifts", .integers(minor.rows.map(\.shift))),
                                ("columns", .integers(minor.columns)),
                            ])
                        })
                )
            ])
    }
}

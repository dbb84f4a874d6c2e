import ExactAlgebra
import Exports
import Studies
import Training

/// Table 3 of the paper beside the printed numbers.
package struct Table3Report: Report {
    package static let formats: [ReportFormat] = [.text, .markdown, .latex, .csv, .json, .svg]

    let table3: Table3

    package init(_ table3: Table3) {
        self.table3 = table3
    }

    package var tables: [Table] { [table] }
    package var svg: String { plot.svg }

    /// One line for each cell.
    package var csv: String {
        CSV.text(
            [["k1", "k2", "degree", "printed"]]
                + table3.sizes.enumerated().flatMap { row, first in
                    table3.sizes.enumerated().map { column, second in
                        [
                            "\(first)", "\(second)", table3.values[row][column].description,
                            table3.paper.value(first, second)?.description ?? "",
                        ]
                    }
                })
    }

    package var table: Table {
        let (printed, equal) = table3.agreement
        return Table(
            caption: "Table 3: generic Euclidean distance degrees of two layers, any stride above 1",
            header: [""] + table3.sizes.map { "k₂ = \($0)" as Heading },
            rows: table3.sizes.enumerated().map { row, first in
                Table.Row(
                    "k₁ = \(first)",
                    table3.sizes.enumerated().map { column, second in
                        let value = table3.values[row][column]
                        guard let theirs = table3.paper.value(first, second), Integer(theirs) != value else {
                            return Cell(value.description)
                        }
                        return "\(value) (printed: \(theirs))"
                    })
            },
            notes: [
                "\(equal) of \(printed) printed values are equal; where one differs, the cell shows both.",
                table3.isSymmetric
                    ? "The table is symmetric: the order of layers does not matter (Corollary 4.2)."
                    : "The table is not symmetric, against Corollary 4.2.",
            ])
    }

    /// Growth in k₂, on a logarithmic scale.
    package var plot: Plot {
        Plot(
            title: "Critical points of two-layer networks (Table 3)", horizontal: "filter size k₂",
            vertical: "C(k₁,k₂)", isLogarithmic: true,
            series: table3.sizes.enumerated().map { row, first in
                Plot.Series(
                    "k₁ = \(first)",
                    table3.sizes.enumerated().map { (Double($1), table3.values[row][$0].approximation) })
            })
    }

    package var json: JSONValue {
        .object([
            ("sizes", .integers(table3.sizes)), ("isSymmetric", .boolean(table3.isSymmetric)),
            ("printed", .integer(table3.agreement.printed)), ("equal", .integer(table3.agreement.equal)),
            (
                "architectures",
                .array(
                    table3.sizes.enumerated().flatMap { row, first in
                        table3.sizes.enumerated().map { column, second in
                            .about(
                                filterSizes: [first, second], strides: nil,
                                [
                                    ("degree", .integer(table3.values[row][column])),
                                    ("printed", table3.paper.value(first, second).map { .integer($0) }),
                                ])
                        }
                    })
            ),
        ])
    }
}

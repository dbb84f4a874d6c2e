import ExactAlgebra
import Foundation
import Training

/// Table 3 of the paper regenerated beside the printed numbers, to any size.
public struct Table3Report: Sendable {
    public let sizes: [Int]
    /// `C_{k_1,k_2}`, rows by k_1.
    public let values: [[Integer]]
    private let paper: PaperData.Table3

    /// - Parameter largest: the largest filter size, at least 2.
    public init(largest: Int) throws {
        sizes = Array(2...largest)
        paper = try PaperData.table3()
        var rows: [[Integer]] = []
        for first in sizes {
            var row: [Integer] = []
            for second in sizes {
                row.append(try EuclideanDistanceDegree(filterSizes: [first, second]).value)
            }
            rows.append(row)
        }
        values = rows
    }

    /// How many cells the paper prints, and how many of them agree.
    public var agreement: (printed: Int, equal: Int) {
        var (printed, equal) = (0, 0)
        for (row, first) in sizes.enumerated() {
            for (column, second) in sizes.enumerated() {
                guard let value = paper.value(first, second) else { continue }
                printed += 1
                if values[row][column] == Integer(value) { equal += 1 }
            }
        }
        return (printed, equal)
    }

    /// Whether the order of the two layers does not matter.
    public var isSymmetric: Bool {
        values.indices.allSatisfy { row in values.indices.allSatisfy { values[row][$0] == values[$0][row] } }
    }

    public var table: Table {
        let (printed, equal) = agreement
        return Table(
            caption: "Table 3: generic Euclidean distance degrees of two layers, any stride above 1",
            header: [""] + sizes.map { "k₂ = \($0)" },
            rows: sizes.enumerated().map { row, first in
                Table.Row(
                    "k₁ = \(first)", latex: "$k_1 = \(first)$",
                    sizes.enumerated().map { column, second in
                        let value = values[row][column]
                        guard let theirs = paper.value(first, second), Integer(theirs) != value else {
                            return value.description
                        }
                        return "\(value) (printed: \(theirs))"
                    })
            },
            notes: [
                "\(equal) of \(printed) printed values are equal; where one differs, the cell shows both.",
                isSymmetric
                    ? "The table is symmetric: the order of layers does not matter (Corollary 4.2)."
                    : "The table is not symmetric, against Corollary 4.2.",
            ])
    }

    /// Growth in k₂, on a logarithmic scale.
    public var plot: Plot {
        Plot(
            title: "Critical points of two-layer networks (Table 3)", horizontal: "filter size k₂",
            vertical: "C(k₁,k₂)", isLogarithmic: true,
            series: sizes.enumerated().map { row, first in
                Plot.Series(
                    "k₁ = \(first)",
                    sizes.enumerated().map { (Double($1), values[row][$0].approximation) })
            })
    }

    public var json: JSONValue {
        .object([
            ("filterSizes", .integers(sizes)),
            ("values", .array(values.map { .integers($0) })),
            ("printed", .integer(Integer(agreement.printed))),
            ("equal", .integer(Integer(agreement.equal))),
        ])
    }
}

import ExactAlgebra
import Training

/// Table 3 of the paper regenerated beside the printed numbers, to any size.
package struct Table3: Sendable {
    package let sizes: [Int]
    /// `C_{k_1,k_2}`, rows by k_1.
    package let values: [[Integer]]
    package let paper: PaperData.Table3

    /// - Parameter largest: the largest filter size, at least 2.
    package init(largest: Int) throws {
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
    package var agreement: (printed: Int, equal: Int) {
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
    package var isSymmetric: Bool {
        values.indices.allSatisfy { row in values.indices.allSatisfy { values[row][$0] == values[$0][row] } }
    }
}

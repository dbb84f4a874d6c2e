import CrossValidation
import ExactAlgebra
import PlatformBasics
import Neurovariety

/// The numbers and formulas that the paper prints, from `fixtures/paper`.
package enum PaperData {
    package struct Table2: Decodable, Sendable {
        package struct Column: Decodable, Sendable {
            package let filterSizes: [Int]
            /// Seconds; nil where the paper prints a dash.
            package let kernel: Double?
            package let idealJ: Double?
        }

        package let source: String
        package let machine: String
        package let stride: Int
        package let columns: [Column]
    }

    package struct Example: Decodable, Sendable {
        package let name: String
        package let filterSizes: [Int]
        package let strides: [Int]
        package let statement: String
        /// Generators of the prime ideal, in the letters A, B, … of the paper.
        package let generators: [String]
        /// How many minors it counts in J₁, piece by piece.
        package let minorCounts: [Int]?
        /// Letters of the variables whose common zeros also lie in V(J₁).
        package let alsoInFirstIdeal: [String]?
    }

    /// A formula in the data that cannot be read: a defect of the data.
    package struct UnreadableFormula: Error, CustomStringConvertible {
        package let example: String
        package let formula: String

        package var description: String { "\(example): cannot read the formula '\(formula)'" }
    }

    package static func table2() throws -> Table2 {
        try JSONDecoder().decode(Table2.self, from: Data(PackageResources.table2_json))
    }

    package struct Table3: Decodable, Sendable {
        package let source: String
        /// k of the first row and column.
        package let firstFilterSize: Int
        package let rows: [[Int]]

        /// The printed value, if there is one.
        package func value(_ first: Int, _ second: Int) -> Int? {
            let (row, column) = (first - firstFilterSize, second - firstFilterSize)
            guard rows.indices.contains(row), rows[row].indices.contains(column) else { return nil }
            return rows[row][column]
        }
    }

    package static func table3() throws -> Table3 {
        try JSONDecoder().decode(Table3.self, from: Data(PackageResources.table3_json))
    }

    static func examples() throws -> [Example] {
        try JSONDecoder().decode([Example].self, from: Data(PackageResources.examples_json))
    }

    /// The examples as statements to be checked.
    package static func statements() throws -> [PaperStatement] {
        try examples().map { example in
            func read(_ formula: String) throws -> Polynomial {
                guard let polynomial = LetterPolynomial.parse(formula) else {
                    throw UnreadableFormula(example: example.name, formula: formula)
                }
                return polynomial
            }
            return PaperStatement(
                name: example.name,
                architecture: try Architecture(filterSizes: example.filterSizes, strides: example.strides),
                generators: try example.generators.map(read),
                minorCounts: example.minorCounts,
                alsoInFirstIdeal: try example.alsoInFirstIdeal?.map { try read($0).monomial(0)[0] })
        }
    }
}

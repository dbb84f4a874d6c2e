import CrossValidation
import ExactAlgebra
import Foundation
import Neurovariety

/// The numbers and formulas that the paper prints, from `fixtures/paper`.
public enum PaperData {
    public struct Table2: Decodable, Sendable {
        public struct Column: Decodable, Sendable {
            public let filterSizes: [Int]
            /// Seconds; nil where the paper prints a dash.
            public let kernel: Double?
            public let idealJ: Double?
        }

        public let source: String
        public let machine: String
        public let stride: Int
        public let columns: [Column]
    }

    public struct Example: Decodable, Sendable {
        public let name: String
        public let filterSizes: [Int]
        public let strides: [Int]
        public let statement: String
        /// Generators of the prime ideal, in the letters A, B, … of the paper.
        public let generators: [String]
        /// How many minors it counts in J₁, piece by piece.
        public let minorCounts: [Int]?
        /// Letters of the variables whose common zeros also lie in V(J₁).
        public let alsoInFirstIdeal: [String]?
    }

    /// A formula in the data that cannot be read: a defect of the data.
    public struct UnreadableFormula: Error, CustomStringConvertible {
        public let example: String
        public let formula: String

        public var description: String { "\(example): cannot read the formula '\(formula)'" }
    }

    public static func table2() throws -> Table2 {
        try JSONDecoder().decode(Table2.self, from: Data(PackageResources.table2_json))
    }

    public struct Table3: Decodable, Sendable {
        public let source: String
        /// k of the first row and column.
        public let firstFilterSize: Int
        public let rows: [[Int]]

        /// The printed value, if there is one.
        public func value(_ first: Int, _ second: Int) -> Int? {
            let (row, column) = (first - firstFilterSize, second - firstFilterSize)
            guard rows.indices.contains(row), rows[row].indices.contains(column) else { return nil }
            return rows[row][column]
        }
    }

    public static func table3() throws -> Table3 {
        try JSONDecoder().decode(Table3.self, from: Data(PackageResources.table3_json))
    }

    static func examples() throws -> [Example] {
        try JSONDecoder().decode([Example].self, from: Data(PackageResources.examples_json))
    }

    /// The examples as statements to be checked.
    public static func statements() throws -> [PaperStatement] {
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
                alsoInFirstIdeal: try example.alsoInFirstIdeal?.map { Int(try read($0).monomial(0)[0]) })
        }
    }
}

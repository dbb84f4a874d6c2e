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

import Foundation

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
    }

    public static func table2() throws -> Table2 {
        try JSONDecoder().decode(Table2.self, from: Data(PackageResources.table2_json))
    }

    public static func examples() throws -> [Example] {
        try JSONDecoder().decode([Example].self, from: Data(PackageResources.examples_json))
    }
}

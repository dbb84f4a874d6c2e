import ExactAlgebra
import Neurovariety

/// The numbers of `ideal --count`: for each part, how many minors, how many nonzero, how many terms.
public struct IdealCounts: Sendable {
    public struct Row: Sendable {
        public let part: IdealPart
        public let statistics: MinorStatistics
        public let seconds: Double
    }

    public let generators: IdealGenerators
    public let rows: [Row]

    /// Expands everything. `willCount` is called before each part.
    public init(_ generators: IdealGenerators, willCount: (IdealPart) -> Void = { _ in }) throws {
        self.generators = generators
        rows = try generators.parts.map { part in
            willCount(part)
            var statistics = MinorStatistics()
            let elapsed = try ContinuousClock().measure { statistics = try part.statistics() }
            return Row(part: part, statistics: statistics, seconds: elapsed.inSeconds)
        }
    }

    public var total: MinorStatistics {
        rows.reduce(into: MinorStatistics()) { $0 += $1.statistics }
    }
}

extension IdealCounts: Encodable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { return nil }
    }

    private struct Matrix: Encodable {
        let piece: Int
        let level: Int
        let rows: Int
        let columns: Int
        let size: Int
    }

    private struct Numbers: Encodable {
        let minors: Int
        let nonzero: Int
        let terms: Int
        /// The matrices whose minors these are, one a two-layer piece; none for variables and nonfaces.
        var matrices: [Matrix]?
        var seconds: Double?
    }

    /// For each name of a part (`J0`, `J1`, `J2`, `lean`, `level9`, `degree4`) its numbers over all two-layer
    /// pieces, and `total`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(generators.architecture.filterSizes, forKey: Key("filterSizes"))
        try container.encode(generators.architecture.strides, forKey: Key("strides"))
        try container.encode(generators.set.rawValue, forKey: Key("generators"))
        for (name, group) in Dictionary(grouping: rows, by: \.part.name) {
            let sum = group.reduce(into: MinorStatistics()) { $0 += $1.statistics }
            let matrices = group.compactMap { row -> Matrix? in
                guard case .minors(let level, _, let size) = row.part.content, let shape = row.part.matrixSize
                else { return nil }
                return Matrix(
                    piece: (row.part.pieceIndex ?? 0) + 1, level: level, rows: shape.rows,
                    columns: shape.columns, size: size)
            }
            try container.encode(
                Numbers(
                    minors: sum.minors, nonzero: sum.nonzero, terms: sum.terms, matrices: matrices,
                    seconds: group.reduce(0) { $0 + $1.seconds }),
                forKey: Key(name))
        }
        try container.encode(
            Numbers(minors: total.minors, nonzero: total.nonzero, terms: total.terms), forKey: Key("total"))
    }

    /// A table for the terminal.
    public var text: String {
        var table = Table(
            caption: "Generators of \(generators.architecture), \(generators.set.rawValue)",
            header: ["part", "piece", "matrix", "size", "minors", "nonzero", "terms", "time"], rows: [])
        for row in rows {
            table.rows.append(
                Table.Row(
                    row.part.name,
                    [
                        row.part.piece?.description ?? "",
                        row.part.matrixSize.map { "\($0.rows) × \($0.columns)" } ?? "",
                        "\(row.part.degree)", Quantity.count(row.statistics.minors),
                        Quantity.count(row.statistics.nonzero), Quantity.count(row.statistics.terms),
                        Quantity.seconds(row.seconds),
                    ]))
        }
        let seconds = rows.reduce(0) { $0 + $1.seconds }
        table.rows.append(
            Table.Row(
                "total",
                [
                    "", "", "", Quantity.count(total.minors), Quantity.count(total.nonzero),
                    Quantity.count(total.terms), Quantity.seconds(seconds),
                ]))
        return table.text
    }
}

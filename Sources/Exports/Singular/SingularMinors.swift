import Macaulay2
import Neurovariety

extension SingularProgram {
    /// What `minor(M, size, "Laplace")` took for each part of an ideal that has minors.
    public struct Minors: Sendable, Hashable {
        /// `4321` for 4.3.2.1.
        public let version: Int
        /// Part after part.
        public let seconds: [Double]
        /// The number of nonzero ones, part after part.
        public let counts: [Int]
    }

    /// Expands the minors of the parts that have some, and measures each part apart; blocks the thread.
    ///
    /// - Parameter variableCount: K.
    /// - Throws: an error if a file cannot be written or read. What goes wrong with Singular is an outcome.
    public func minors(
        of parts: [IdealPart], variableCount: Int, limits: RunLimits
    ) throws -> Outcome<Minors> {
        let tasks = parts.compactMap(Self.task)
        let script = try Template(name: "singular-minors", bytes: PackageResources.singular_minors_sing)
            .rendered(["lastIndex": "\(variableCount - 1)", "tasks": tasks.joined()])
        return try run(script, limits: limits) { records, _ throws(Failure) in
            try Minors(records, parts: tasks.count)
        }
    }

    /// The line of the script for a part; nil for one without minors.
    private static func task(_ part: IdealPart) -> String? {
        guard case .minors(_, _, let size) = part.content, let matrix = part.resultantMatrix?.matrix else {
            return nil
        }
        let entries = (0..<matrix.rowCount).flatMap { row in
            (0..<matrix.columnCount).map { matrix[row, $0].map { "w(\($0))" } ?? "0" }
        }
        return "lcngenMinors(\(matrix.rowCount), "
            + "\(matrix.columnCount), \(size), ideal(\(entries.joined(separator: ","))));\n"
    }
}

extension SingularProgram.Minors {
    /// From lines `version N` and `minors COUNT MILLISECONDS`.
    init(_ records: [SingularRecord], parts: Int) throws(SingularProgram.Failure) {
        var version: Int?
        var seconds: [Double] = []
        var counts: [Int] = []
        for record in records {
            let numbers = record.numbers
            switch (record.key, numbers.count) {
            case ("version", 1): version = numbers[0]
            case ("minors", 2) where numbers.allSatisfy { $0 >= 0 }:
                counts.append(numbers[0])
                seconds.append(Double(numbers[1]) / 1000)
            default: throw .malformed(line: record.line)
            }
        }
        guard let version, seconds.count == parts else {
            throw .incomplete(parts: seconds.count, of: parts)
        }
        self.init(version: version, seconds: seconds, counts: counts)
    }
}

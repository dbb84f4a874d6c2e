import ExactAlgebra
import Foundation
import Macaulay2
import Neurovariety

/// The times of the paper's Table 2, taken here: natively, and by Macaulay2 where there is one.
public struct Table2Measurement: Sendable {
    public let columns: [Table2Column]

    public struct Options: Sendable {
        public var program: Macaulay2Program?
        public var limits: RunLimits
        public var keep: URL?
        public var tool: String
        public var command: String

        public init(program: Macaulay2Program?, limits: RunLimits, keep: URL?, tool: String, command: String)
        {
            self.program = program
            self.limits = limits
            self.keep = keep
            self.tool = tool
            self.command = command
        }
    }

    /// Measures column after column. Each Macaulay2 task has the time limit for itself.
    ///
    /// - Parameters:
    ///   - known: columns that were measured before, and are taken over.
    ///   - finished: called with each column that was measured now.
    public init(
        _ architectures: [Architecture], options: Options, known: [Architecture: Table2Column] = [:],
        finished: (Table2Column) throws -> Void = { _ in }, progress: (String) -> Void = { _ in }
    ) throws {
        columns = try architectures.map { architecture in
            if let column = known[architecture] { return column }
            let column = try Table2Column(architecture, options: options, progress: progress)
            try finished(column)
            return column
        }
    }

    /// Failures of Macaulay2 other than limits, each with its place.
    public var errors: [String] { columns.flatMap(\.errors) }
}

import ExactAlgebra
import Macaulay2
import Neurovariety

/// The times of the paper's Table 2, taken here: natively, and by Macaulay2 where there is one.
package struct Table2Measurement: Sendable {
    package let columns: [Table2Column]
    /// The times that the paper prints.
    package let paper: PaperData.Table2
    /// Where the times were taken.
    package let machine: String

    /// Measures column after column. Each Macaulay2 task has the time limit for itself.
    ///
    /// - Parameters:
    ///   - session: nil to measure natively only.
    ///   - known: columns that were measured before, and are taken over.
    ///   - finished: called with each column that was measured now.
    /// - Throws: ``Macaulay2Failure`` if the program is not any more what was found, or a file cannot be written;
    ///   what `finished` throws.
    package static func run(
        _ architectures: [Architecture], session: Macaulay2Session?,
        known: [Architecture: Table2Column] = [:],
        finished: (Table2Column) throws -> Void = { _ in }, progress: (String) -> Void = { _ in }
    ) throws -> Table2Measurement {
        Table2Measurement(
            columns: try architectures.map { architecture in
                if let column = known[architecture] { return column }
                let column = try Table2Column.measure(architecture, session: session, progress: progress)
                try finished(column)
                return column
            }, paper: try PaperData.table2(), machine: Machine.description)
    }

    /// Failures of Macaulay2 other than limits, each with its place.
    package var errors: [String] { columns.flatMap(\.errors) }
}

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
    ///   - told: called with what is known, before the first work and after each; what is not known says that it was stopped.
    /// - Throws: ``Macaulay2Failure`` if the program is not any more what was found, or a file cannot be written;
    ///   what `finished` throws.
    package static func run(
        _ architectures: [Architecture], session: Macaulay2Session?,
        known: [Architecture: Table2Column] = [:],
        finished: (Table2Column) throws -> Void = { _ in },
        told: (Table2Measurement) -> Void = { _ in }, progress: (String) -> Void = { _ in }
    ) throws -> Table2Measurement {
        let paper = try PaperData.table2()
        let machine = Machine.description
        var columns = architectures.map { known[$0] ?? Table2Column($0, session: session) }
        func tell() {
            told(Table2Measurement(columns: columns.map(\.stopped), paper: paper, machine: machine))
        }
        tell()
        for (index, architecture) in architectures.enumerated() where known[architecture] == nil {
            let column = try Table2Column.measure(architecture, session: session) {
                columns[index] = $0
                tell()
            } progress: {
                progress($0)
            }
            columns[index] = column
            try finished(column)
        }
        return Table2Measurement(columns: columns, paper: paper, machine: machine)
    }

    /// Failures of Macaulay2 other than limits, each with its place.
    package var errors: [String] { columns.flatMap(\.errors) }
}

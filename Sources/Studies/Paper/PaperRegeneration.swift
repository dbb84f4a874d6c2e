import CrossValidation
import Macaulay2
import Neurovariety
import Training

/// Everything that the paper prints as a table, figure or worked example, made again.
package struct PaperRegeneration: Sendable {
    package let table2: Table2Measurement
    package let table3: Table3
    package let figure1: MergeDiagram
    package let examples: [ExampleComparison]

    /// Table 2, which takes long, goes on from the columns of a journal, and is written there column by column.
    ///
    /// - Parameters:
    ///   - columns: the architectures of Table 2.
    ///   - session: nil to compute natively only.
    ///   - progress: called with what is going on.
    /// - Throws: where a file cannot be written, or an architecture is too large for polynomials;
    ///   ``Macaulay2Failure`` if the program is not any more what was found.
    package static func run(
        columns: [Architecture], session: Macaulay2Session?, journal: ValidationJournal,
        progress: (String) -> Void = { _ in }
    ) throws -> PaperRegeneration {
        let examples = try PaperData.statements().map { statement in
            progress(statement.name)
            return try ExampleComparison.run(statement, session: session)
        }
        return PaperRegeneration(
            table2: try Table2Measurement.run(
                columns, session: session, known: journal.columns, finished: journal.append,
                progress: progress),
            table3: try Table3(largest: 9), figure1: try MergeDiagram(filterSizes: [2, 3, 4, 5]),
            examples: examples)
    }
}

import CrossValidation
import ExactAlgebra

/// A comparison as text, Markdown or JSON: disagreements first, with their witness.
public struct ComparisonReport: Sendable {
    public let comparison: ArchitectureComparison

    public init(_ comparison: ArchitectureComparison) {
        self.comparison = comparison
    }

    public func rendered(_ format: ReportFormat) throws -> String {
        switch format {
        case .text: return checkTable.text + "\n" + timeTable.text + "\n" + conclusion + "\n"
        case .markdown: return checkTable.markdown + "\n" + timeTable.markdown + "\n" + conclusion + "\n"
        case .latex: return checkTable.latex + timeTable.latex
        case .json: return try JSON.text(Record(comparison))
        }
    }

    private var conclusion: String {
        switch comparison.overall {
        case .agrees: return "\(comparison.architecture): every check agrees"
        case .disagrees: return "\(comparison.architecture): a check DISAGREES"
        case .undecided: return "\(comparison.architecture): no disagreement, but not everything was decided"
        }
    }

    private var checkTable: Table {
        var table = Table(
            caption:
                "\(comparison.architecture): native results against Macaulay2 \(comparison.macaulay2Version)",
            header: ["check", "verdict", "native", "Macaulay2", "native answer rests on"], rows: [],
            alignsRight: false)
        for check in comparison.checks {
            table.rows.append(
                Table.Row(
                    check.statement,
                    [
                        check.verdict.name, check.native.answer ?? "?",
                        check.macaulay2.map { $0.answer ?? "?" } ?? "–",
                        check.native.basis,
                    ]))
            switch check.verdict {
            case .agrees:
                guard let witness = check.native.witness else { break }
                table.notes.append("\(check.statement): no, by \(Self.shortened(witness))")
            case .disagrees(let reason, let witness):
                let shown = witness.map { "; witness: \($0.description)" } ?? ""
                table.notes.insert("DISAGREEMENT, \(check.statement): \(reason)\(shown)", at: 0)
            case .undecided(let reason):
                table.notes.append("undecided, \(check.statement): \(reason)")
            }
        }
        return table
    }

    private static func shortened(_ polynomial: Polynomial) -> String {
        let text = polynomial.description
        return text.count <= 90 ? text : "\(text.prefix(80))… (\(polynomial.termCount) terms)"
    }

    private var timeTable: Table {
        func cell(_ seconds: Double?) -> String { seconds.map(Quantity.seconds) ?? "–" }
        return Table(
            caption: "Times",
            header: ["work", "native", "Macaulay2", "ratio"],
            rows: comparison.times.map { pair in
                var ratio = ""
                if let native = pair.native, let other = pair.macaulay2, native > 0 {
                    ratio = "\(Quantity.count(Int((other / native).rounded())))×"
                }
                return Table.Row(pair.work, [cell(pair.native), cell(pair.macaulay2), ratio])
            })
    }

    /// The stable form for other programs.
    struct Record: Encodable {
        struct Side: Encodable {
            let answer: String?
            let basis: String
            let witness: String?
            let seconds: Double?

            init(_ finding: Finding) {
                answer = finding.answer
                basis = finding.basis
                witness = finding.witness?.description
                seconds = finding.seconds
            }
        }

        struct Entry: Encodable {
            let name: String
            let statement: String
            let verdict: String
            let native: Side
            let macaulay2: Side?

            init(_ check: Check) {
                name = check.name
                statement = check.statement
                verdict = check.verdict.name
                native = Side(check.native)
                macaulay2 = check.macaulay2.map(Side.init)
            }
        }

        struct Times: Encodable {
            let work: String
            let native: Double?
            let macaulay2: Double?
        }

        let filterSizes: [Int]
        let strides: [Int]
        let macaulay2Version: String
        let verdict: String
        let checks: [Entry]
        let seconds: [Times]

        init(_ comparison: ArchitectureComparison) {
            filterSizes = comparison.architecture.filterSizes
            strides = comparison.architecture.strides
            macaulay2Version = comparison.macaulay2Version.description
            verdict = comparison.overall.name
            checks = comparison.checks.map(Entry.init)
            seconds = comparison.times.map {
                Times(work: $0.work, native: $0.native, macaulay2: $0.macaulay2)
            }
        }
    }
}

import CrossValidation
import Neurovariety

/// The outcome for one architecture, as a line of the results file.
package struct ValidationRecord: Codable, Hashable, Sendable {
    package struct Entry: Codable, Hashable, Sendable {
        package let name: String
        package let statement: String
        /// `agree`, `disagree` or `undecided`.
        package let verdict: String
        package let native: String?
        package let macaulay2: String?
        /// Why not `agree`.
        package let reason: String?
        package let witness: String?
    }

    package struct Time: Codable, Hashable, Sendable {
        package let work: String
        package let native: Double?
        package let macaulay2: Double?
    }

    package let architecture: Architecture
    package let checks: [Entry]
    package let times: [Time]
    package let seconds: Double

    package init(
        _ architecture: Architecture, checks: [Check], times: [ArchitectureComparison.TimePair],
        seconds: Double
    ) {
        self.architecture = architecture
        self.checks = checks.map { check in
            var (reason, witness): (String?, String?)
            switch check.verdict {
            case .agrees: break
            case .undecided(let text): reason = text
            case .disagrees(let text, let polynomial): (reason, witness) = (text, polynomial?.description)
            }
            return Entry(
                name: check.name, statement: check.statement, verdict: check.verdict.name,
                native: check.native.answer, macaulay2: check.macaulay2?.answer, reason: reason,
                witness: witness)
        }
        self.times = times.map { Time(work: $0.work, native: $0.native, macaulay2: $0.macaulay2) }
        self.seconds = seconds
    }

    /// For an architecture that this program could not compute: everything is undecided.
    init(_ architecture: Architecture, notComputed reason: String, seconds: Double) {
        self.architecture = architecture
        checks = [
            Entry(
                name: "native", statement: "the native results", verdict: "undecided", native: nil,
                macaulay2: nil, reason: reason, witness: nil)
        ]
        times = []
        self.seconds = seconds
    }

    package var verdict: String {
        let verdicts = checks.map(\.verdict)
        return verdicts.contains("disagree")
            ? "disagree" : verdicts.contains("undecided") ? "undecided" : "agree"
    }
}

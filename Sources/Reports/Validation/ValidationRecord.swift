import CrossValidation
import Neurovariety

/// The outcome for one architecture, as a line of the results file.
public struct ValidationRecord: Codable, Hashable, Sendable {
    public struct Entry: Codable, Hashable, Sendable {
        public let name: String
        public let statement: String
        /// `agree`, `disagree` or `undecided`.
        public let verdict: String
        public let native: String?
        public let macaulay2: String?
        /// Why not `agree`.
        public let reason: String?
        public let witness: String?
    }

    public struct Time: Codable, Hashable, Sendable {
        public let work: String
        public let native: Double?
        public let macaulay2: Double?
    }

    public let filterSizes: [Int]
    public let strides: [Int]
    public let checks: [Entry]
    public let times: [Time]
    public let seconds: Double

    public init(
        _ architecture: Architecture, checks: [Check], times: [ArchitectureComparison.TimePair],
        seconds: Double
    ) {
        filterSizes = architecture.filterSizes
        strides = architecture.strides
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
        filterSizes = architecture.filterSizes
        strides = architecture.strides
        checks = [
            Entry(
                name: "native", statement: "the native results", verdict: "undecided", native: nil,
                macaulay2: nil, reason: reason, witness: nil)
        ]
        times = []
        self.seconds = seconds
    }

    public var name: String {
        "(" + filterSizes.map(String.init).joined(separator: ",")
            + (strides.isEmpty ? "" : ";" + strides.map(String.init).joined(separator: ",")) + ")"
    }

    /// The command that shows it again.
    public var command: String {
        "lcngen compare --k " + filterSizes.map(String.init).joined(separator: ",")
            + (strides.isEmpty ? "" : " --s " + strides.map(String.init).joined(separator: ","))
    }

    public var verdict: String {
        let verdicts = checks.map(\.verdict)
        return verdicts.contains("disagree")
            ? "disagree" : verdicts.contains("undecided") ? "undecided" : "agree"
    }

    public var endToEndFilterSize: Int {
        var (size, step) = (1, 1)
        for (layer, filterSize) in filterSizes.enumerated() {
            size += (filterSize - 1) * step
            if layer < strides.count { step *= strides[layer] }
        }
        return size
    }
}

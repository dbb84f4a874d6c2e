import CrossValidation
import Neurovariety

/// The outcome for one architecture, as a line of the results file.
package struct ValidationRecord: Hashable, Sendable {
    /// One check with its verdict, as it was when it was made.
    package struct Entry: Codable, Hashable, Sendable {
        package let name: CheckName
        package let statement: String
        package let verdict: Verdict
        package let native: Answer?
        package let macaulay2: Answer?
    }

    package let architecture: Architecture
    package let checks: [Entry]
    package let times: [TimePair]
    package let seconds: Double

    package init(
        _ architecture: Architecture, checks: [Check], times: [TimePair],
        seconds: Double
    ) {
        self.architecture = architecture
        self.checks = checks.map { check in
            Entry(
                name: check.name, statement: check.statement, verdict: check.verdict,
                native: check.native.answer, macaulay2: check.macaulay2?.answer)
        }
        self.times = times
        self.seconds = seconds
    }

    /// For an architecture that this program could not compute: everything is undecided.
    init(_ architecture: Architecture, notComputed reason: String, seconds: Double) {
        self.architecture = architecture
        checks = [
            Entry(
                name: .native, statement: "the native results", verdict: .undecided(.init(nil, reason)),
                native: nil, macaulay2: nil)
        ]
        times = []
        self.seconds = seconds
    }

    /// The worst of its checks.
    package var verdict: Verdict { .worst(checks.map(\.verdict)) }
}

/// As an object that says first which architecture it is about: a line of the results file, and an entry of the JSON
/// that `validate` prints.
extension ValidationRecord: Codable {
    private enum CodingKeys: String, CodingKey {
        case checks, times, seconds
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        architecture = try Architecture(from: decoder)
        checks = try container.decode([Entry].self, forKey: .checks)
        times = try container.decode([TimePair].self, forKey: .times)
        seconds = try container.decode(Double.self, forKey: .seconds)
    }

    package func encode(to encoder: any Encoder) throws {
        try architecture.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(checks, forKey: .checks)
        try container.encode(times, forKey: .times)
        try container.encode(seconds, forKey: .seconds)
    }
}

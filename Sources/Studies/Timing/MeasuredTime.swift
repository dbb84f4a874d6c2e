import CrossValidation
import Exports
import Macaulay2

/// A time, or why there is none.
package enum MeasuredTime: Sendable, Hashable {
    case seconds(Double)
    /// The time limit passed.
    case beyond(Double)
    /// Not measured, for this reason.
    case missing(String)

    /// Not measured to the end, since the program was asked to stop.
    package static let stopped = MeasuredTime.missing("stopped")

    /// The sum of the times of some works, if the script measured all of them.
    package init(_ run: Macaulay2Run, works: [Work]) {
        self.init(run, tasks: works.map(\.task))
    }

    /// The same for tasks by the names they have in the script.
    package init(_ run: Macaulay2Run, tasks: [String]) {
        let seconds = tasks.compactMap { run.transcript.seconds($0) }
        if seconds.count == tasks.count {
            self = .seconds(seconds.reduce(0, +))
            return
        }
        switch run.failure {
        case .timedOut(let limit, _)?: self = .beyond(limit)
        case .stopped?: self = .stopped
        case .outOfMemory?: self = .missing("out of memory")
        default: self = .missing("failed")
        }
    }

    /// That of approach multigraded-kernel, whose package need not be there.
    ///
    /// - Throws: ``TranscriptError`` if the script does not say whether it is.
    package init(multigradedKernel run: Macaulay2Run) throws(TranscriptError) {
        let isInstalled = try run.transcript.value("isInstalled.MultigradedImplicitization")
        self =
            isInstalled == .boolean(false)
            ? .missing("not installed") : MeasuredTime(run, works: [.multigradedKernel])
    }

    /// What Singular needed.
    package init<Answer>(
        _ outcome: SingularProgram.Outcome<Answer>, _ seconds: (Answer) -> Double
    ) {
        switch outcome {
        case .finished(let answer): self = .seconds(seconds(answer))
        case .timedOut(let limit): self = .beyond(limit)
        case .stopped: self = .stopped
        case .failed(.outOfMemory): self = .missing("out of memory")
        case .failed: self = .missing("failed")
        }
    }

    package var seconds: Double? {
        if case .seconds(let value) = self { value } else { nil }
    }
}

/// As an object with one member: `{"seconds": 0.25}`, `{"beyond": 60}`, `{"missing": "out of memory"}`.
extension MeasuredTime: Codable {
    /// The names stand in files of results and in JSON, and stay what they are.
    private enum CodingKeys: String, CodingKey {
        case seconds, beyond, missing
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard container.allKeys.count == 1, let key = container.allKeys.first else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a time has one member"))
        }
        switch key {
        case .seconds: self = .seconds(try container.decode(Double.self, forKey: key))
        case .beyond: self = .beyond(try container.decode(Double.self, forKey: key))
        case .missing: self = .missing(try container.decode(String.self, forKey: key))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .seconds(let seconds): try container.encode(seconds, forKey: .seconds)
        case .beyond(let seconds): try container.encode(seconds, forKey: .beyond)
        case .missing(let reason): try container.encode(reason, forKey: .missing)
        }
    }
}

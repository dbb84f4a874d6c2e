import ExactAlgebra
import Neurovariety

/// The numbers of `ideal --count`: for each part, how many minors, how many nonzero, how many terms.
public struct IdealCounts: Sendable {
    public struct Row: Sendable {
        public let part: IdealPart
        public let statistics: MinorStatistics
        public let seconds: Double
    }

    public let generators: IdealGenerators
    public let rows: [Row]

    /// Expands everything. `willCount` is called before each part.
    public init(_ generators: IdealGenerators, willCount: (IdealPart) -> Void = { _ in }) throws {
        self.generators = generators
        rows = try generators.parts.map { part in
            willCount(part)
            var statistics = MinorStatistics()
            let elapsed = try ContinuousClock().measure { statistics = try part.statistics() }
            return Row(part: part, statistics: statistics, seconds: elapsed.inSeconds)
        }
    }

    public var total: MinorStatistics {
        rows.reduce(into: MinorStatistics()) { $0 += $1.statistics }
    }
}

extension Duration {
    public var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}

import CrossValidation
import ExactAlgebra
import Macaulay2
import Neurovariety

/// One column of ``Table2Measurement``: one architecture.
package struct Table2Column: Sendable {
    /// What is timed.
    package enum Row: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable {
        case kernel, gradedKernel, multigradedKernel
        case firstMinorsDefault, idealDefault, firstMinorsDynamic, idealDynamic
        case firstMinorsNative, idealNative, leanNative
        case levelsDynamic, levelsNative, minimalNative, linearAlgebraNative, highestWeightsNative
    }

    /// The runs of Macaulay2 that fill its rows.
    private static let approaches: [(Approach, MinorsStrategy?)] = [
        (.ideal, nil), (.ideal, .dynamic), (.levels, .dynamic), (.gradedKernel, nil), (.kernel, nil),
        (.multigradedKernel, nil),
    ]
    /// How many they are.
    package static var macaulay2Runs: Int { approaches.count }

    package let architecture: Architecture
    package private(set) var cells: [Row: MeasuredTime] = [:]
    /// Failures of Macaulay2 other than limits, each with its place.
    package private(set) var errors: [String] = []

    /// - Parameter cells: those that are known.
    init(_ architecture: Architecture, cells: [Row: MeasuredTime] = [:]) {
        self.architecture = architecture
        self.cells = cells
    }

    /// Before anything is measured.
    ///
    /// - Parameter session: nil to measure natively only.
    init(_ architecture: Architecture, session: Macaulay2Session?) {
        self.init(architecture)
        guard session == nil else { return }
        for row in Row.allCases where row.isMacaulay2 { add(.missing("no M2"), to: row) }
    }

    /// - Parameters:
    ///   - session: nil to measure natively only.
    ///   - told: called with the column after each work; cells that are missing were not measured yet.
    static func measure(
        _ architecture: Architecture, session: Macaulay2Session?, told: (Table2Column) -> Void = { _ in },
        progress: (String) -> Void
    ) throws -> Table2Column {
        var column = Table2Column(architecture, session: session)
        try column.measureNatively(architecture, told, progress)
        if let session { try column.measure(architecture, by: session, told, progress) }
        return column
    }

    /// The same without cells that are missing: their work was stopped, or not begun.
    package var stopped: Table2Column {
        var column = self
        for row in Row.allCases where cells[row] == nil { column.add(.stopped, to: row) }
        return column
    }

    private mutating func measure(
        _ architecture: Architecture, by session: Macaulay2Session, _ told: (Table2Column) -> Void,
        _ progress: (String) -> Void
    ) throws {
        func run(
            _ approach: Approach, _ strategy: MinorsStrategy? = nil
        ) throws -> Macaulay2Run {
            let title = approach.rawValue + (strategy.map { ", \($0.rawValue)" } ?? "")
            progress("\(architecture): Macaulay2, \(title)\(session.limits.remark)")
            let script = try Script(
                architecture, options: ScriptOptions(approach: approach, strategy: strategy),
                provenance: session.provenance)
            let name =
                architecture.fileName + "-" + approach.rawValue + (strategy.map { "-\($0.rawValue)" } ?? "")
            let run = try session.run(script, named: name)
            if let failure = run.failure, !failure.isLimit {
                errors.append("\(architecture), \(title): \(failure)")
            }
            return run
        }
        for (approach, strategy) in Self.approaches {
            add(try run(approach, strategy), approach, strategy)
            told(self)
        }
    }

    /// Fills the rows that a run of Macaulay2 is for.
    private mutating func add(_ run: Macaulay2Run, _ approach: Approach, _ strategy: MinorsStrategy?) {
        func time(_ works: Work...) -> MeasuredTime { MeasuredTime(run, works: works) }
        switch approach {
        case .ideal:
            add(time(.firstMinors), to: strategy == nil ? .firstMinorsDefault : .firstMinorsDynamic)
            add(time(.firstMinors, .secondMinors), to: strategy == nil ? .idealDefault : .idealDynamic)
        case .levels: add(time(.allLevels), to: .levelsDynamic)
        case .gradedKernel: add(time(.gradedKernel), to: .gradedKernel)
        case .kernel: add(time(.kernel), to: .kernel)
        case .multigradedKernel:
            do throws(TranscriptError) {
                add(try MeasuredTime(multigradedKernel: run), to: .multigradedKernel)
            } catch {
                add(.missing("failed"), to: .multigradedKernel)
                errors.append(
                    "\(architecture), \(approach.rawValue): "
                        + Macaulay2Failure.malformedOutput(error).description)
            }
        default: preconditionFailure("no row is for \(approach)")
        }
    }

    private mutating func add(_ cell: MeasuredTime, to row: Row) { cells[row] = cell }

    private mutating func measureNatively(
        _ architecture: Architecture, _ told: (Table2Column) -> Void, _ progress: (String) -> Void
    ) throws {
        func time(_ set: GeneratorSet, part: IdealPart.Name? = nil) throws -> MeasuredTime {
            progress("\(architecture): natively, \(part?.description ?? set.rawValue)")
            let generators = try IdealGenerators(architecture, set)
            let count = generators.parts.reduce(Integer.zero) { $0 + $1.generatorCount }
            guard count <= Integer(Self.largestGeneratorCount) else { return .missing("too large") }
            func parts() throws -> [IdealPart] {
                try IdealGenerators(architecture, set).parts.filter { part == nil || $0.name == part }
            }
            let terms = try parts().reduce(0) { try $0 + $1.statistics().terms }
            guard terms <= Self.largestTermCount else { return .missing("too large") }
            // With the time to find what is to be expanded; all polynomials in memory, as in Macaulay2.
            let repetition = try Repetition { for item in try parts() { _ = try item.polynomials() } }
            return .seconds(repetition.medianSeconds)
        }
        let rows: [(Row, GeneratorSet, IdealPart.Name?)] = [
            (.firstMinorsNative, .paper, .firstMinors), (.idealNative, .paper, nil),
            (.leanNative, .lean, nil),
            (.levelsNative, .levels, nil), (.minimalNative, .minimal, nil),
        ]
        for (row, set, part) in rows {
            do {
                add(try time(set, part: part), to: row)
            } catch let error as IdealError {
                add(.missing("too large"), to: row)
                errors.append("\(architecture), natively, \(set.rawValue): \(error)")
            }
            told(self)
        }
        progress("\(architecture): natively, linear algebra")
        add(try linearAlgebra(architecture), to: .linearAlgebraNative)
        told(self)
        progress("\(architecture): natively, highest weights")
        add(highestWeights(architecture), to: .highestWeightsNative)
        told(self)
    }

    /// Dimensions and numbers of generators, up to the largest degree of a generator.
    private func highestWeights(_ architecture: Architecture) -> MeasuredTime {
        guard let degree = NonfaceCounts(architecture)?.largestSize,
            Integer.binomial(architecture.endToEndFilterSize + degree - 1, degree) <= Integer(1_500_000)
        else { return .missing("too large") }
        var isDone = false
        let seconds = Repetition(times: 3) {
            isDone = HighestWeightIdeal.run(architecture, maxDegree: degree) != nil
        }.medianSeconds
        return isDone ? .seconds(seconds) : .missing("two layers only")
    }

    /// Up to the largest degree of a generator; lifted and proved.
    private func linearAlgebra(_ architecture: Architecture) throws -> MeasuredTime {
        guard let degree = NonfaceCounts(architecture)?.largestSize,
            degree <= LinearAlgebraIdeal.largestDegree
        else { return .missing("too large") }
        let variableCount = architecture.endToEndFilterSize
        guard
            Integer.binomial(variableCount + degree - 1, degree) <= Integer(Self.largestMonomialCount)
        else { return .missing("too large") }
        return .seconds(
            try Repetition(times: 3) {
                _ = try LinearAlgebraIdeal.run(architecture, maxDegree: degree)
            }.medianSeconds)
    }

    /// What takes longer than some minutes is left out.
    private static let largestGeneratorCount = 5_000_000
    private static let largestMonomialCount = 300_000
    /// What takes more than some gigabyte as well.
    private static let largestTermCount = 50_000_000
}

/// As an object that says first which architecture it is about.
extension Table2Column: Codable {
    private enum CodingKeys: String, CodingKey {
        case cells = "times"
        case errors
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        architecture = try Architecture(from: decoder)
        cells = try container.decode([Row: MeasuredTime].self, forKey: .cells)
        errors = try container.decode([String].self, forKey: .errors)
    }

    package func encode(to encoder: any Encoder) throws {
        try architecture.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(cells, forKey: .cells)
        try container.encode(errors, forKey: .errors)
    }
}

extension Table2Column.Row {
    package var isMacaulay2: Bool {
        switch self {
        case .firstMinorsNative, .idealNative, .leanNative, .levelsNative, .minimalNative,
            .linearAlgebraNative, .highestWeightsNative:
            return false
        default: return true
        }
    }
}

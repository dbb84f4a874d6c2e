import ExactAlgebra
import Foundation
import Macaulay2
import Neurovariety

/// One column of ``Table2Measurement``: one architecture.
public struct Table2Column: Sendable, Codable {
    /// What is timed.
    public enum Row: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable {
        case kernel, gradedKernel, multigradedKernel
        case firstMinorsDefault, idealDefault, firstMinorsDynamic, idealDynamic
        case firstMinorsNative, idealNative, leanNative
        case levelsDynamic, levelsNative, minimalNative, linearAlgebraNative, highestWeightsNative
    }

    public let filterSizes: [Int]
    public let strides: [Int]
    public private(set) var cells: [Row: MeasuredTime] = [:]
    /// Failures of Macaulay2 other than limits, each with its place.
    public private(set) var errors: [String] = []

    /// `(7,7;3)`.
    public var name: String {
        let numbers = [filterSizes, strides].map { $0.map(String.init).joined(separator: ",") }
        return "(" + numbers.filter { !$0.isEmpty }.joined(separator: ";") + ")"
    }

    init(
        _ architecture: Architecture, options: Table2Measurement.Options, progress: (String) -> Void
    ) throws {
        filterSizes = architecture.filterSizes
        strides = architecture.strides
        try measureNatively(architecture, progress)
        guard let program = options.program else {
            for row in Row.allCases where row.isMacaulay2 { add(.missing("no M2"), to: row) }
            return
        }
        func run(
            _ approach: Approach, _ strategy: MinorsStrategy? = nil
        ) throws -> Macaulay2Run {
            let title = approach.rawValue + (strategy.map { ", \($0.rawValue)" } ?? "")
            progress("\(architecture): Macaulay2, \(title)")
            let script = try Script(
                architecture, options: ScriptOptions(approach: approach, strategy: strategy),
                tool: options.tool, command: options.command)
            let name =
                ArchitectureComparison.fileName(architecture) + "-" + approach.rawValue
                + (strategy.map { "-\($0.rawValue)" } ?? "")
            let run = try program.run(script, name: name, limits: options.limits, keep: options.keep)
            if let failure = run.failure, failure.isOfProgram { throw failure }
            if let failure = run.failure, !failure.isLimit {
                errors.append("\(architecture), \(title): \(failure)")
            }
            return run
        }
        let plain = try run(.ideal)
        add(MeasuredTime(plain, tasks: ["J1"]), to: .firstMinorsDefault)
        add(MeasuredTime(plain, tasks: ["J1", "J2"]), to: .idealDefault)
        let dynamic = try run(.ideal, .dynamic)
        add(MeasuredTime(dynamic, tasks: ["J1"]), to: .firstMinorsDynamic)
        add(MeasuredTime(dynamic, tasks: ["J1", "J2"]), to: .idealDynamic)
        add(MeasuredTime(try run(.levels, .dynamic), tasks: ["P"]), to: .levelsDynamic)
        add(MeasuredTime(try run(.gradedKernel), tasks: ["gradedKernel"]), to: .gradedKernel)
        add(MeasuredTime(try run(.kernel), tasks: ["kernel"]), to: .kernel)
        let multigraded = try run(.multigradedKernel)
        let isMissing =
            (try? multigraded.transcript.value("isInstalled.MultigradedImplicitization"))?.boolean
            == false
        add(
            isMissing ? .missing("not installed") : MeasuredTime(multigraded, tasks: ["multigradedKernel"]),
            to: .multigradedKernel)
    }

    private mutating func add(_ cell: MeasuredTime, to row: Row) { cells[row] = cell }

    private mutating func measureNatively(_ architecture: Architecture, _ progress: (String) -> Void) throws {
        func time(_ set: GeneratorSet, part: String? = nil) throws -> MeasuredTime {
            progress("\(architecture): natively, \(part ?? set.rawValue)")
            let generators = try IdealGenerators(architecture, set)
            let count = generators.parts.reduce(Integer.zero) { $0 + $1.generatorCount }
            guard count <= Integer(Self.largestGeneratorCount) else { return .missing("too large") }
            // With the time to find what is to be expanded.
            let repetition = try Repetition {
                for item in try IdealGenerators(architecture, set).parts
                where part == nil || item.name == part {
                    _ = try item.statistics()
                }
            }
            return .seconds(repetition.medianSeconds)
        }
        let rows: [(Row, GeneratorSet, String?)] = [
            (.firstMinorsNative, .paper, "J1"), (.idealNative, .paper, nil), (.leanNative, .lean, nil),
            (.levelsNative, .levels, nil), (.minimalNative, .minimal, nil),
        ]
        for (row, set, part) in rows {
            do {
                add(try time(set, part: part), to: row)
            } catch let error as IdealError {
                add(.missing("too large"), to: row)
                errors.append("\(architecture), natively, \(set.rawValue): \(error)")
            }
        }
        progress("\(architecture): natively, linear algebra")
        add(try linearAlgebra(architecture), to: .linearAlgebraNative)
        progress("\(architecture): natively, highest weights")
        add(highestWeights(architecture), to: .highestWeightsNative)
    }

    /// Dimensions and numbers of generators, up to the largest degree of a generator.
    private func highestWeights(_ architecture: Architecture) -> MeasuredTime {
        guard let degree = NonfaceCounts(architecture)?.bySize.keys.max(),
            Integer.binomial(architecture.endToEndFilterSize + degree - 1, degree) <= Integer(1_500_000)
        else { return .missing("too large") }
        var isDone = false
        let seconds = Repetition(times: 3) {
            isDone = HighestWeightIdeal(architecture, maxDegree: degree) != nil
        }.medianSeconds
        return isDone ? .seconds(seconds) : .missing("two layers only")
    }

    /// Up to the largest degree of a generator; lifted and proved.
    private func linearAlgebra(_ architecture: Architecture) throws -> MeasuredTime {
        guard let degree = NonfaceCounts(architecture)?.bySize.keys.max(),
            degree <= LinearAlgebraIdeal.largestDegree
        else { return .missing("too large") }
        let variableCount = architecture.endToEndFilterSize
        guard
            Integer.binomial(variableCount + degree - 1, degree) <= Integer(Self.largestMonomialCount)
        else { return .missing("too large") }
        return .seconds(
            try Repetition(times: 3) {
                _ = try LinearAlgebraIdeal(architecture, maxDegree: degree)
            }.medianSeconds)
    }

    /// What takes longer than some minutes is left out.
    private static let largestGeneratorCount = 5_000_000
    private static let largestMonomialCount = 300_000
}

extension Table2Column.Row {
    public var isMacaulay2: Bool {
        switch self {
        case .firstMinorsNative, .idealNative, .leanNative, .levelsNative, .minimalNative,
            .linearAlgebraNative, .highestWeightsNative:
            return false
        default: return true
        }
    }
}

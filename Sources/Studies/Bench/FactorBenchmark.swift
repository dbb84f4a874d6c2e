import ExactAlgebra
import Exports
import Macaulay2
import Neurovariety
import Training

/// Times of the factorization of filters, and of Singular's greatest common divisor and division on the same, in one run.
///
/// Native work is the whole: the common factor of the 2-decomposition, the quotients, the networks, and the check that
/// rational layers multiply to the filter. It is warmed up once and then repeated; the medians count, of Singular too.
package struct FactorBenchmark: Sendable {
    /// A filter and what it took.
    package struct Work: Sendable {
        package let architecture: Architecture
        /// Whether the layers can share roots, so that the common factor has a higher degree than the second layer.
        package let shares: Bool
        /// Of the longest coefficient.
        package let bits: Int
        /// Of the common factor.
        package let commonDegree: Int
        /// How often the factorization was done.
        package let runs: Int
        /// Of the whole.
        package let seconds: Double
        /// Of the common factor and the quotients alone.
        package let commonFactorSeconds: Double
        /// Nil without Singular.
        package var peer: Peer?
        /// What does not fit.
        package var disagreement: String?
    }

    /// What Singular took.
    package struct Peer: Sendable {
        package let gcd: MeasuredTime
        /// Of both divisions.
        package let division: MeasuredTime
        /// Together: what native work has in `commonFactorSeconds`.
        package var both: MeasuredTime {
            guard let one = gcd.seconds, let two = division.seconds else { return gcd }
            return .seconds(one + two)
        }
        /// Zero if it did not finish.
        package let runs: Int
    }

    /// What is measured.
    package struct Options: Sendable {
        /// K of the filters.
        package var sizes: [Int]
        package var seed: UInt64
        /// Nil to leave it out.
        package var singular: SingularProgram?
        /// For each run of Singular.
        package var limits: RunLimits

        /// - Precondition: the sizes are at least ``FactorBenchmark/smallestSize``.
        package init(
            sizes: [Int] = FactorBenchmark.usualSizes, seed: UInt64, singular: SingularProgram?,
            limits: RunLimits
        ) {
            precondition(sizes.allSatisfy { $0 >= FactorBenchmark.smallestSize }, "both layers have a filter")
            (self.sizes, self.seed, self.singular, self.limits) = (sizes, seed, singular, limits)
        }
    }

    package static let usualSizes = [100, 1_000, 10_000]
    /// The smallest K for which there is room for shared roots.
    package static let smallestSize = 8
    /// How often work is repeated, native and not.
    private static let mostRuns = 9

    package private(set) var works: [Work] = []
    /// Nil also where none of its tasks came to an end.
    package private(set) var singularVersion: Int?
    package var hasSingular: Bool { options.singular != nil }
    /// Of the library that does Singular's work.
    package private(set) var flintVersion: String?
    package var seed: UInt64 { options.seed }
    /// For each run of Singular.
    package var limitSeconds: Double? { options.limits.seconds }
    /// Where the times were taken.
    package let machine = Machine.description
    /// Whether both sides found the factors that were planted, the same ones.
    package var agrees: Bool { works.allSatisfy { $0.disagreement == nil } }

    private let options: Options

    private init(_ options: Options) {
        self.options = options
    }

    /// - Parameters:
    ///   - told: called with what is measured, after each piece of it.
    ///   - progress: called with what begins.
    package static func run(
        _ options: Options, told: (FactorBenchmark) -> Void = { _ in }, progress: (String) -> Void = { _ in }
    ) throws -> FactorBenchmark {
        var benchmark = FactorBenchmark(options)
        told(benchmark)
        for size in options.sizes {
            for shares in [false, true] {
                try benchmark.measure(size, shares: shares, progress)
                told(benchmark)
            }
        }
        return benchmark
    }

    private mutating func measure(_ size: Int, shares: Bool, _ progress: (String) -> Void) throws {
        let field = PrimeField(modulus: SingularProgram.CommonFactor.prime)
        let planted = try PlantedFilter(size: size, shares: shares, field: field, seed: options.seed)
        let (form, architecture) = (planted.form, planted.architecture)
        progress("\(architecture)\(shares ? ", shared roots" : "")")
        let filter = form.coefficients.map { Rational($0) }
        var factorization = try FilterFactorization(filter, architecture)
        let whole = try Repetition(times: Self.mostRuns, seconds: 3) {
            factorization = try FilterFactorization(filter, architecture)
        }
        let parts = form.decomposition(step: 2)
        var common = CommonFactor(of: parts)
        let alone = Repetition(times: Self.mostRuns, seconds: 3) { common = CommonFactor(of: parts) }
        var work = Work(
            architecture: architecture, shares: shares, bits: planted.bits,
            commonDegree: common.factor.degree, runs: whole.count, seconds: whole.medianSeconds,
            commonFactorSeconds: alone.medianSeconds)
        work.disagreement = Self.disagreement(factorization, common.factor, planted)
        if let singular = options.singular {
            progress("\(architecture): Singular\(options.limits.remark)")
            let outcome = try singular.commonFactor(
                of: (parts[0], parts[1]), point: planted.point, rounds: Self.mostRuns, limits: options.limits)
            work.peer = Peer(outcome)
            if case .finished(let answer) = outcome {
                singularVersion = answer.version
                flintVersion = answer.flint
                let value = common.factor.value(at: planted.point, field)
                if answer.degree != common.factor.degree {
                    work.disagreement =
                        "the common factor has degree \(common.factor.degree), Singular's \(answer.degree)"
                } else if answer.value != value, answer.value != field.subtract(0, value) {
                    work.disagreement = "Singular's common factor has another value at \(planted.point)"
                }
            }
        }
        works.append(work)
    }

    /// What was found, against what was planted.
    private static func disagreement(
        _ factorization: FilterFactorization, _ factor: BinaryForm, _ planted: PlantedFilter
    ) -> String? {
        if factor.degree != planted.commonDegree {
            return "the common factor has degree \(factor.degree), the planted one \(planted.commonDegree)"
        }
        return factorization.isInNeuromanifold == true ? nil : "no layers were found"
    }
}

extension FactorBenchmark.Peer {
    init(_ outcome: SingularProgram.Outcome<SingularProgram.CommonFactor>) {
        func same(_ time: MeasuredTime) -> Self { Self(gcd: time, division: time, runs: 0) }
        switch outcome {
        case .finished(let answer):
            self.init(
                gcd: .seconds(Repetition.median(answer.gcdSeconds)),
                division: .seconds(Repetition.median(answer.divisionSeconds)), runs: answer.gcdSeconds.count)
        case .timedOut(let limit): self = same(.beyond(limit))
        case .stopped: self = same(.stopped)
        case .failed: self = same(.missing("failed"))
        }
    }
}

extension BinaryForm {
    /// At `x = point`, `y = 1`.
    fileprivate func value(at point: UInt64, _ field: PrimeField) -> UInt64 {
        coefficients.reduce(0) { field.add(field.multiply($0, point), field.reduce($1)) }
    }
}

import ExactAlgebra
import PlatformBasics
import Synchronization

/// The evidence, for one architecture with any number of layers, that the minors of the minimal nonfaces are a *minimal*
/// generating set of the prime ideal I.
///
/// The minors are a Gröbner basis of I (``Certificate``). If those of degree less than d are a Gröbner basis up to degree
/// d of what they generate, no leading monomial of degree d, which is a minimal nonface, is one of theirs, and so each
/// minor of degree d is needed; if not, some minor of degree d is superfluous. By Buchberger's criterion there are only
/// S-polynomials of degree d to look at: they reduce to zero by all minors, and no minor of degree d may be needed for
/// that. Leading coefficients are ±1, so this is done over ℤ, and the answer holds over every field.
///
/// Of the S-polynomials those are enough that belong to generators of the syzygies of the leading monomials, that are not
/// of coprime ones, and that have the multidegree of some minor of degree d.
public struct MinimalityCertificate: Sendable {
    /// What the evidence shows.
    public enum Verdict: Sendable {
        /// The minors are a minimal generating set.
        case proved
        /// Some minor is superfluous.
        case refuted(Superfluous)
        /// It was stopped; what was done showed no superfluous minor.
        case stopped
    }

    /// A minor in the ideal of those of lower degrees and the others of its own.
    public struct Superfluous: Sendable {
        /// Its nonface, or another monomial if the minors are no Gröbner basis.
        public let leadingMonomial: Monomial
        /// The minors of lower degrees whose S-polynomial has that leading monomial, after its reduction by minors of
        /// lower degrees.
        public let pair: (first: NonfaceMinor, second: NonfaceMinor)
    }

    /// The S-polynomials of one degree.
    public struct Degree: Sendable {
        /// Of the minors and of the S-polynomials.
        public let degree: Int
        /// How many minors have it.
        public let minors: Int
        /// How many S-polynomials of minors of lower degrees were reduced.
        public let reduced: Int
    }

    /// The ideal.
    public let ideal: PrimeIdeal
    /// Those in which there are minors, increasing; until it was stopped or a minor was superfluous.
    public let degrees: [Degree]
    /// What follows.
    public let verdict: Verdict

    /// The most vertices, unless all minors have the same degree.
    public static let largestFilterSize = UInt128.bitWidth

    /// Reduces the S-polynomials, on all processors.
    ///
    /// - Precondition: the minors are a Gröbner basis of I, by the theorem or by ``Certificate``.
    /// - Throws: ``MinorsError`` and ``PolynomialError`` of what is out of reach; ``IdealError/tooManyVariablesForPairs(_:)``.
    /// - Complexity: the square of the number of minors, and the terms of the S-polynomials.
    public static func run(
        for ideal: PrimeIdeal, control: WorkControl = .none
    ) throws -> MinimalityCertificate {
        let runs = ideal.runs
        // The first has nothing below it.
        guard runs.count > 1 else {
            return MinimalityCertificate(
                ideal: ideal,
                degrees: runs.map { Degree(degree: $0.degree, minors: $0.minors.count, reduced: 0) },
                verdict: .proved)
        }
        guard ideal.architecture.endToEndFilterSize <= largestFilterSize else {
            throw IdealError.tooManyVariablesForPairs(ideal.architecture.endToEndFilterSize)
        }
        // Minors of the largest degree, which have the most terms by far, reduce nothing.
        let basis = try GroebnerBasis(ideal, below: runs[runs.count - 1].degree)
        let search = SyzygyPairs(ideal)
        // Comparing pairs takes as long as there are pairs; a reduction as long as about a thousand of them.
        let work = runs.map { pow(Double($0.minors.startIndex), 2) }
        let all = max(1, work.reduce(0, +))
        var degrees: [Degree] = []
        var done = 0.0
        for (run, work) in zip(runs, work) {
            let before = done
            let found = try search.firstNeeding(
                run, of: basis,
                control: WorkControl(shouldStop: control.shouldStop) {
                    control.progress((before + $0 * work) / all)
                })
            switch found {
            case .stopped:
                return MinimalityCertificate(ideal: ideal, degrees: degrees, verdict: .stopped)
            case .needed(let superfluous):
                return MinimalityCertificate(ideal: ideal, degrees: degrees, verdict: .refuted(superfluous))
            case .none(let reduced):
                degrees.append(Degree(degree: run.degree, minors: run.minors.count, reduced: reduced))
            }
            done += work
        }
        return MinimalityCertificate(ideal: ideal, degrees: degrees, verdict: .proved)
    }

    /// About how long it takes, from measurements on an AMD EPYC.
    public static func seconds(_ ideal: PrimeIdeal) -> Double {
        ideal.runs.reduce(0) { $0 + pow(Double($1.minors.startIndex), 2) } * 1.5e-7 / Double(processorCount)
    }
}

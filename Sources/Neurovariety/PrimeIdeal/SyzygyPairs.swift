import ExactAlgebra
import Synchronization

/// The pairs of minors whose S-polynomials decide whether minors of some degree are needed as generators.
struct SyzygyPairs {
    /// What the S-polynomials of a degree show.
    enum Outcome {
        /// So many were reduced to zero without a minor of that degree.
        case none(reduced: Int)
        case needed(MinimalityCertificate.Superfluous)
        case stopped
    }

    private let ideal: PrimeIdeal
    private let grading: Multigrading
    /// The vertices of the nonfaces, as bits.
    private let supports: [UInt128]

    /// - Precondition: at most 128 vertices.
    init(_ ideal: PrimeIdeal) {
        self.ideal = ideal
        grading = Multigrading(ideal.architecture)
        supports = ideal.minors.map { minor in minor.nonface.reduce(0) { $0 | 1 << UInt128($1) } }
    }

    /// Reduces the S-polynomials of minors of lower degrees that have the degree of these, until one needs one of these.
    func firstNeeding(
        _ run: (degree: Int, minors: ArraySlice<NonfaceMinor>), of basis: GroebnerBasis, control: WorkControl
    ) throws(PolynomialError) -> Outcome {
        let multidegrees = Set(run.minors.map { grading.degree(of: Monomial($0.nonface)) })
        let isStopped = Atomic<Bool>(false)
        let results = concurrentMap(count: run.minors.startIndex, progress: control.progress) { index in
            Result { () throws(PolynomialError) -> (Int, MinimalityCertificate.Superfluous?) in
                if control.shouldStop() { isStopped.store(true, ordering: .relaxed) }
                guard !isStopped.load(ordering: .relaxed) else { return (0, nil) }
                var reduced = 0
                for partner in partners(of: index, degree: run.degree, multidegrees) {
                    reduced += 1
                    if let monomial = try basis.remainingMonomial(ofPair: index, partner, below: run.degree) {
                        let pair = (ideal.minors[partner], ideal.minors[index])
                        return (reduced, .init(leadingMonomial: monomial, pair: pair))
                    }
                }
                return (reduced, nil)
            }
        }
        var sum = 0
        for result in results {
            let (reduced, superfluous) = try result.get()
            if let superfluous { return .needed(superfluous) }
            sum += reduced
        }
        return isStopped.load(ordering: .relaxed) ? .stopped : .none(reduced: sum)
    }

    /// Minors before this one with which it has an S-polynomial of the degree and of one of the multidegrees: one for each
    /// minimal generator of the quotient of the leading monomials before by its own. Together these pairs generate the
    /// syzygies.
    private func partners(
        of index: Int, degree: Int, _ multidegrees: Set<Multigrading.Degree>
    ) -> [Int] {
        let own = supports[index]
        let missing = degree - ideal.minors[index].degree
        var smaller: Set<UInt128> = []
        // A partner for each quotient; nil where one is coprime, whose S-polynomial reduces to zero by the two.
        var candidates: [UInt128: Int?] = [:]
        for other in 0..<index {
            let quotient = supports[other] & ~own
            let size = quotient.nonzeroBitCount
            if size < missing {
                smaller.insert(quotient)
            } else if size == missing {
                let isCoprime = quotient == supports[other]
                if candidates[quotient] == nil || isCoprime {
                    candidates[quotient] = .some(isCoprime ? nil : other)
                }
            }
        }
        return candidates.compactMap { quotient, partner -> Int? in
            guard let partner else { return nil }
            let multiple = Monomial((own | quotient).vertices)
            guard multidegrees.contains(grading.degree(of: multiple)) else { return nil }
            return smaller.contains { $0 & quotient == $0 } ? nil : partner
        }.sorted()
    }
}

import ExactAlgebra
import Neurovariety
import Synchronization
import Testing

/// What minors cost, before they are expanded.
@Suite struct ExpansionCostTests {
    static let cases: [(k: [Int], s: [Int], set: GeneratorSet)] =
        [
            ([4, 4], [2]), ([5, 5], [2]), ([6, 6], [2]), ([7, 7], [2]), ([5, 8], [2]), ([5, 12], [2]),
            ([8, 5], [3]),
            ([5, 5], [3]), ([6, 6], [3]), ([7, 7], [3]), ([4, 20], [3]), ([2, 30], [3]), ([6, 3], [4]),
            ([6, 6], [4]),
            ([3, 3, 3], [2, 2]), ([3, 2, 2], [2, 2]), ([2, 2, 2], [2, 2]), ([4, 4, 2], [2, 2]),
            ([6, 2], [3]),
        ].map { ($0, $1, .paper) }
        + [([5, 5], [3]), ([6, 6], [3]), ([4, 4], [3])].map { ($0, $1, .levels) }
        + [
            ([7, 7], [3]), ([6, 6], [3]), ([7, 7], [2]), ([6, 6], [2]), ([5, 12], [2]), ([3, 3, 3], [2, 2]),
            ([6, 9], [3]), ([5, 5], [2]),
        ].map { ($0, $1, .minimal) }

    /// A bound where they are few; else within a factor of 4.
    @Test(arguments: cases) func terms(k: [Int], s: [Int], set: GeneratorSet) throws {
        for part in try IdealGenerators(architecture(k, s), set).parts {
            guard let source = try part.expansion() else { continue }
            let (cost, found) = (source.cost(), Double(try source.statistics().terms))
            let text: Comment = "\(k) \(s) \(part.name): \(cost.terms) for \(found)"
            #expect(cost.terms >= found / 4, text)
            let isBounded = cost.terms <= 2e7
            #expect(isBounded || cost.terms <= 4 * found, text)
        }
    }

    /// What is too much for the memory is refused before it is expanded, with what to do.
    @Test func memory() throws {
        let large = try IdealGenerators(architecture([10, 10], [2]), .paper)
        let error = #expect(throws: IdealError.self) { _ = try large.cost(memory: 1e8) }
        let text = error?.description ?? ""
        #expect(text.hasPrefix("J1: about ") && text.contains(" of memory, of 100 MB; take"), "\(text)")
        let small = try IdealGenerators(architecture([7, 7], [3]), .paper)
        #expect(try small.cost(memory: 1e9).bytes < 1e9)
        #expect(throws: IdealError.self) { _ = try small.cost(memory: 1e2) }
    }

    /// Counting that is stopped has no number; at the end all is done.
    @Test func stopped() throws {
        let part = try #require(try IdealGenerators(architecture([7, 7], [2]), .paper).parts.first)
        #expect(try part.statistics(WorkControl(shouldStop: { true })) == nil)
        let shares = Mutex([Double]())
        let control = WorkControl(progress: { share in shares.withLock { $0.append(share) } })
        #expect(try part.statistics(control) == part.statistics())
        shares.withLock {
            #expect($0 == $0.sorted() && $0.allSatisfy { (0...1).contains($0) } && !$0.isEmpty)
        }
    }

    private func isStopped(_ verdict: Certificate.Verdict) -> Bool {
        if case .undecided(.stopped) = verdict { true } else { false }
    }

    /// A certificate that was stopped proves nothing and refutes nothing.
    @Test func stoppedCertificates() throws {
        let ideal = try PrimeIdeal(architecture([6, 6], [3]))
        let none = try Certificate.run(for: ideal, shouldStop: { true })
        #expect(isStopped(none.verdict), "\(none.verdict)")
        #expect(none.check.expandedCount == 0)
        // In the middle of the minimal primes.
        let isListing = Atomic<Bool>(false)
        let half = try Certificate.run(for: ideal) {
            isListing.load(ordering: .relaxed)
        } progress: { stage, _ in
            if case .listingPrimes = stage { isListing.store(true, ordering: .relaxed) }
        }
        #expect(isStopped(half.verdict), "\(half.verdict)")
        #expect(half.check.expandedCount == ideal.minors.count && half.check.facetCount == nil)
    }
}

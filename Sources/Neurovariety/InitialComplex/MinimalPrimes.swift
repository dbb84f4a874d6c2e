import ExactAlgebra
import Synchronization

/// The minimal primes of a squarefree monomial ideal, as sets of variables: the minimal sets that meet every
/// generator.
///
/// By the algorithm MMCS of Murakami and Uno (*Efficient algorithms for dualizing large-scale hypergraphs*,
/// 2014): a set grows only while each of its variables is the only one to meet some generator. Sets of generators are
/// bit sets, one for each depth of the search, so that nothing is undone.
struct MinimalPrimes: Sendable {
    private let generators: [[Int]]
    private let variableCount: Int
    private let wordCount: Int
    /// For each variable the set of generators that contain it, `wordCount` words each.
    private let generatorsWith: [UInt64]
    /// For each generator the set of its variables, `variableWordCount` words each.
    private let variablesOf: [UInt64]
    private let variableWordCount: Int

    /// - Parameter generators: the variables of each generator; none empty. Those that come first are met first:
    ///   generators that have variables in common should be neighbours.
    init(generators: [[Int]], variableCount: Int) {
        self.generators = generators
        self.variableCount = variableCount
        wordCount = (generators.count + 63) / 64
        var sets = [UInt64](repeating: 0, count: wordCount * variableCount)
        for (index, generator) in generators.enumerated() {
            for variable in generator { sets[variable * wordCount + index / 64] |= 1 << UInt64(index % 64) }
        }
        generatorsWith = sets
        variableWordCount = max(1, (variableCount + 63) / 64)
        var variables = [UInt64](repeating: 0, count: generators.count * variableWordCount)
        for (index, generator) in generators.enumerated() {
            for variable in generator {
                variables[index * variableWordCount + variable / 64] |= 1 << UInt64(variable % 64)
            }
        }
        variablesOf = variables
    }

    /// How many minimal primes there are, and one of them of another size than `codimension`, if there is one;
    /// then the number is not complete.
    ///
    /// The search is divided among the processors at a small depth.
    ///
    /// - Parameter expected: how many there will be, for the share that is done.
    /// - Returns: nil if it was stopped.
    func count(codimension: Int, expected: Int = .max, _ control: WorkControl = .none) -> (
        count: Int, exception: [Int]?
    )? {
        let branches = branches
        let done = Mutex(0)
        let isStopped = Atomic<Bool>(false)
        let results = concurrentMap(count: branches.count) { [branches] index -> (Int, [Int]?) in
            var count = 0
            var exception: [Int]?
            var branch = branches[index]
            guard !isStopped.load(ordering: .relaxed) else { return (0, nil) }
            _ = branch.extend(upTo: Int.max, unless: control.shouldStop) { search in
                guard search.chosen.count == codimension else {
                    exception = search.chosen.sorted()
                    return false
                }
                count += 1
                if count & 15 == 0 {
                    done.withLock {
                        $0 += 16
                        control.progress(min(1, Double($0) / Double(expected)))
                    }
                }
                return true
            }
            if control.shouldStop() { isStopped.store(true, ordering: .relaxed) }
            return (count, exception)
        }
        guard !isStopped.load(ordering: .relaxed) else { return nil }
        return (results.reduce(0) { $0 + $1.0 }, results.lazy.compactMap(\.1).first)
    }

    /// About how many seconds of one processor it takes to count them, from parts of the search in some branches.
    ///
    /// Random descents (Knuth, *Estimating the efficiency of backtrack programs*, 1975) were wrong by a factor of ten in both
    /// directions: most of them end soon, and the few that weigh much are missed. Here it is the number that helps.
    ///
    /// - Parameters:
    ///   - expected: how many there are.
    ///   - samples: in how many branches the search is tried.
    ///   - budget: for each.
    func estimatedSeconds(
        expected: Double, samples: Int = 8, budget: Duration = .milliseconds(40)
    ) -> Double {
        let branches = branches
        var random = SplitMix(seed: 1)
        var (count, seconds) = (0, 0.0)
        for _ in 0..<samples {
            guard var branch = branches.randomElement(using: &random) else { break }
            let start = ContinuousClock.now
            _ = branch.extend(upTo: Int.max, unless: { ContinuousClock.now - start > budget }) { _ in
                count += 1
                return true
            }
            seconds += (ContinuousClock.now - start) / .seconds(1)
        }
        // Where none was found, one takes longer than this.
        return seconds / Double(max(1, count)) * expected
    }

    /// The search at a small depth.
    private var branches: [Search] {
        var branches: [Search] = []
        var trunk = Search(self)
        _ = trunk.extend(upTo: 3) { search in
            branches.append(search)
            return true
        }
        return branches
    }

    private struct Search: Sendable {
        let ideal: MinimalPrimes
        var chosen: [Int] = []
        /// The variables that may be chosen.
        var candidates: [UInt64]
        /// For each depth: the generators not met, then for each chosen variable those that it alone meets.
        var sets: [[UInt64]]

        init(_ ideal: MinimalPrimes) {
            self.ideal = ideal
            candidates = [UInt64](repeating: .max, count: ideal.variableWordCount)
            var all = [UInt64](repeating: .max, count: ideal.wordCount)
            let rest = ideal.generators.count % 64
            if rest > 0 { all[ideal.wordCount - 1] = (1 << UInt64(rest)) - 1 }
            sets = [all]
        }

        /// Calls `body` where every generator is met, and at depth `limit`; it returns whether it wants more.
        mutating func extend(
            upTo limit: Int, unless shouldStop: () -> Bool = { false }, _ body: (Search) -> Bool
        ) -> Bool {
            guard !shouldStop() else { return false }
            let depth = chosen.count
            guard depth < limit, let generator = narrowest(depth) else { return body(self) }
            let choices = ideal.generators[generator].filter { isCandidate($0) }
            for variable in choices { exclude(variable) }
            if sets.count == depth + 1 {
                sets.append([UInt64](repeating: 0, count: ideal.wordCount * (depth + 2)))
            }
            var goesOn = true
            for variable in choices {
                if choose(variable, depth) {
                    chosen.append(variable)
                    goesOn = extend(upTo: limit, unless: shouldStop, body)
                    chosen.removeLast()
                }
                admit(variable)
                guard goesOn else { break }
            }
            for variable in choices { admit(variable) }
            return goesOn
        }

        private func isCandidate(_ variable: Int) -> Bool {
            candidates[variable / 64] & 1 << UInt64(variable % 64) != 0
        }

        private mutating func exclude(_ variable: Int) {
            candidates[variable / 64] &= ~(1 << UInt64(variable % 64))
        }

        private mutating func admit(_ variable: Int) {
            candidates[variable / 64] |= 1 << UInt64(variable % 64)
        }

        /// The generator that is not met with the fewest candidates, the first of them; nil if all are met. Where one has
        /// none, there is nothing to be found, and it pays to know it early: with the first generator that is not met,
        /// (9,9;3) took three times as long, (4,18;3) twice.
        private func narrowest(_ depth: Int) -> Int? {
            var (best, bestCount) = (nil as Int?, Int.max)
            let words = ideal.variableWordCount
            ideal.variablesOf.withUnsafeBufferPointer { variables in
                sets[depth].withUnsafeBufferPointer { sets in
                    for word in 0..<ideal.wordCount {
                        var rest = sets[word]
                        while rest != 0 {
                            let generator = word * 64 + rest.trailingZeroBitCount
                            rest &= rest &- 1
                            var count = 0
                            for place in 0..<words {
                                count +=
                                    (variables[generator * words + place] & candidates[place])
                                    .nonzeroBitCount
                            }
                            if count < bestCount {
                                (best, bestCount) = (generator, count)
                                if count < 2 { return }
                            }
                        }
                    }
                }
            }
            return best
        }

        /// Fills the sets of the next depth. Returns whether every chosen variable is still needed.
        private mutating func choose(_ variable: Int, _ depth: Int) -> Bool {
            let count = ideal.wordCount
            var next: [UInt64] = []
            swap(&next, &sets[depth + 1])
            defer { swap(&next, &sets[depth + 1]) }
            return ideal.generatorsWith.withUnsafeBufferPointer { all in
                sets[depth].withUnsafeBufferPointer { old in
                    next.withUnsafeMutableBufferPointer { new in
                        let met = UnsafeBufferPointer(
                            rebasing: all[variable * count..<(variable + 1) * count])
                        for set in stride(from: depth, through: 0, by: -1) {
                            var any: UInt64 = 0
                            for word in 0..<count {
                                let rest = old[set * count + word] & ~met[word]
                                new[set * count + word] = rest
                                any |= rest
                            }
                            if set > 0, any == 0 { return false }
                        }
                        for word in 0..<count { new[(depth + 1) * count + word] = old[word] & met[word] }
                        return true
                    }
                }
            }
        }
    }
}

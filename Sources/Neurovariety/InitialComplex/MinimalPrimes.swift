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
        var branches: [Search] = []
        var trunk = Search(self)
        _ = trunk.extend(upTo: 3) { search in
            branches.append(search)
            return true
        }
        let done = Mutex(0)
        let isStopped = Atomic<Bool>(false)
        let results = concurrentMap(count: branches.count) { [branches] index -> (Int, [Int]?) in
            var count = 0
            var exception: [Int]?
            var branch = branches[index]
            guard !isStopped.load(ordering: .relaxed) else { return (0, nil) }
            _ = branch.extend(upTo: Int.max) { search in
                guard search.chosen.count == codimension else {
                    exception = search.chosen.sorted()
                    return false
                }
                count += 1
                guard count & 15 == 0 else { return true }
                done.withLock {
                    $0 += 16
                    control.progress(min(1, Double($0) / Double(expected)))
                }
                guard control.shouldStop() else { return true }
                isStopped.store(true, ordering: .relaxed)
                return false
            }
            return (count, exception)
        }
        guard !isStopped.load(ordering: .relaxed) else { return nil }
        return (results.reduce(0) { $0 + $1.0 }, results.lazy.compactMap(\.1).first)
    }

    private struct Search: Sendable {
        let ideal: MinimalPrimes
        var chosen: [Int] = []
        var isCandidate: [Bool]
        /// For each depth: the generators not met, then for each chosen variable those that it alone meets.
        var sets: [[UInt64]]

        init(_ ideal: MinimalPrimes) {
            self.ideal = ideal
            isCandidate = [Bool](repeating: true, count: ideal.variableCount)
            var all = [UInt64](repeating: .max, count: ideal.wordCount)
            let rest = ideal.generators.count % 64
            if rest > 0 { all[ideal.wordCount - 1] = (1 << UInt64(rest)) - 1 }
            sets = [all]
        }

        /// Calls `body` where every generator is met, and at depth `limit`; it returns whether it wants more.
        mutating func extend(upTo limit: Int, _ body: (Search) -> Bool) -> Bool {
            let depth = chosen.count
            guard depth < limit,
                let word = sets[depth].prefix(ideal.wordCount).firstIndex(where: { $0 != 0 })
            else { return body(self) }
            let generator = word * 64 + sets[depth][word].trailingZeroBitCount
            let choices = ideal.generators[generator].filter { isCandidate[$0] }
            for variable in choices { isCandidate[variable] = false }
            if sets.count == depth + 1 {
                sets.append([UInt64](repeating: 0, count: ideal.wordCount * (depth + 2)))
            }
            var goesOn = true
            for variable in choices {
                if choose(variable, depth) {
                    chosen.append(variable)
                    goesOn = extend(upTo: limit, body)
                    chosen.removeLast()
                }
                isCandidate[variable] = true
                guard goesOn else { break }
            }
            for variable in choices { isCandidate[variable] = true }
            return goesOn
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

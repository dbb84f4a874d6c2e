/// The minimal primes of a squarefree monomial ideal, as sets of variables: the minimal sets that meet every
/// generator.
///
/// By the algorithm MMCS of Murakami and Uno (*Efficient algorithms for dualizing large-scale hypergraphs*,
/// 2014): a set grows only while each of its variables is the only one to meet some generator.
public struct MinimalPrimes {
    private let generators: [[Int]]
    /// The generators that contain a variable.
    private let generatorsWith: [[Int]]

    /// - Parameter generators: the variables of each generator; none empty.
    public init(generators: [[Int]], variableCount: Int) {
        self.generators = generators
        var generatorsWith = [[Int]](repeating: [], count: variableCount)
        for (index, generator) in generators.enumerated() {
            for variable in generator { generatorsWith[variable].append(index) }
        }
        self.generatorsWith = generatorsWith
    }

    /// Calls `body` with each minimal prime until it returns false.
    public func visit(_ body: ([Int]) -> Bool) {
        var search = Search(self)
        _ = search.extend(from: 0, body)
    }

    private struct Search {
        let ideal: MinimalPrimes
        var chosen: [Int] = []
        var isCandidate: [Bool]
        /// How many chosen variables meet a generator, and the sum of their numbers.
        var meetings: [Int]
        var sums: [Int]
        /// How many generators a chosen variable alone meets.
        var critical: [Int]

        init(_ ideal: MinimalPrimes) {
            self.ideal = ideal
            isCandidate = [Bool](repeating: true, count: ideal.generatorsWith.count)
            meetings = [Int](repeating: 0, count: ideal.generators.count)
            sums = meetings
            critical = [Int](repeating: 0, count: ideal.generatorsWith.count)
        }

        /// Generators before `first` are met. Returns whether the visitor wants more.
        mutating func extend(from first: Int, _ body: ([Int]) -> Bool) -> Bool {
            var index = first
            while index < meetings.count, meetings[index] > 0 { index += 1 }
            guard index < meetings.count else { return body(chosen.sorted()) }
            let choices = ideal.generators[index].filter { isCandidate[$0] }
            for variable in choices { isCandidate[variable] = false }
            var goesOn = true
            for variable in choices {
                choose(variable)
                if chosen.allSatisfy({ critical[$0] > 0 }) { goesOn = extend(from: index + 1, body) }
                drop(variable)
                isCandidate[variable] = true
                guard goesOn else { break }
            }
            for variable in choices { isCandidate[variable] = true }
            return goesOn
        }

        private mutating func choose(_ variable: Int) {
            chosen.append(variable)
            for generator in ideal.generatorsWith[variable] {
                if meetings[generator] == 0 { critical[variable] += 1 }
                if meetings[generator] == 1 { critical[sums[generator]] -= 1 }
                meetings[generator] += 1
                sums[generator] += variable
            }
        }

        private mutating func drop(_ variable: Int) {
            chosen.removeLast()
            for generator in ideal.generatorsWith[variable] {
                meetings[generator] -= 1
                sums[generator] -= variable
                if meetings[generator] == 0 { critical[variable] -= 1 }
                if meetings[generator] == 1 { critical[sums[generator]] += 1 }
            }
        }
    }
}

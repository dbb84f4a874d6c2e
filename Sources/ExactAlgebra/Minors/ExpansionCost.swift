import PlatformBasics

/// How many terms minors have together, and what it takes to expand them, from minors taken at random.
///
/// For each depth the first rows of some sets of rows are expanded on some sets of columns. Where one such minor is
/// already long, the logarithm of the mean number of terms is continued as a line. Terms come out within a factor of 4 of
/// the true number where minors of nearly full size are sampled; above, and for sparse matrices, they are an order of
/// magnitude. Memory at (9,9;2), 0.85 GB, comes out as 1 GB. The same minors are taken every time.
public struct ExpansionCost: Hashable, Sendable {
    /// Of all minors together.
    public var terms: Double
    /// Of memory at the same time, on all processors.
    public var bytes: Double
    /// On all processors of this machine, if they have nothing else to do.
    public var seconds: Double

    /// Makes numbers; without arguments nothing is to be done.
    public init(terms: Double = 0, bytes: Double = 0, seconds: Double = 0) {
        self.terms = terms
        self.bytes = bytes
        self.seconds = seconds
    }

    /// What one thing after another takes: memory is used again.
    public static func += (left: inout ExpansionCost, right: ExpansionCost) {
        left.terms += right.terms
        left.bytes = max(left.bytes, right.bytes)
        left.seconds += right.seconds
    }
}

extension MinorUnits {
    /// Below this many products not even an estimate is worth its time.
    private static let smallWork = 2e7
    /// How many terms are expanded at each depth to learn how many there are.
    private static let sampledTerms = 2e5

    /// Of the expansion; a bound of the terms where they are few.
    func cost() -> ExpansionCost {
        guard count > 0 else { return ExpansionCost() }
        let isSmall = UInt64.holds(degree: size, variableCount: variableCount)
        let termBytes = Double(
            isSmall ? MemoryLayout<Term<UInt64>>.stride : MemoryLayout<Term<WideMonomial>>.stride)
        let minors = Double(count) * Double(minorsEach)
        let bound = minors * tgamma(Double(size + 1))
        guard bound > Self.smallWork else {
            return ExpansionCost(terms: bound, bytes: bound * termBytes, seconds: bound * 1e-8)
        }
        let means =
            isSmall ? meanTerms(as: UInt64.self) : meanTerms(as: WideMonomial.self)
        let workers = Double(UnitBatches(self).workers)
        var (kept, operations) = (0.0, 0.0)
        for depth in 1...size {
            let columnSets = Self.binomial(columnCount, depth)
            // One worker keeps the minors of one beginning of rows, each beginning is expanded once.
            if depth < size { kept += columnSets * means[depth] }
            let products = Double(depth) * means[depth - 1] * (2 + log2(Double(depth)))
            operations += beginnings(depth) * columnSets * (products + 10)
        }
        // Storage is doubled when it is full, so that half of it may be empty.
        let buffers = 2 * Double(size) * means[size - 1] * 2
        return ExpansionCost(
            terms: minors * means[size], bytes: workers * (2 * kept + buffers) * termBytes,
            seconds: operations / workers * (isSmall ? 2e-9 : 1.2e-8))
    }

    /// How many sets of rows of this size begin one that is expanded.
    private func beginnings(_ depth: Int) -> Double {
        switch content {
        case .rowSets(let matrix, _): Self.binomial(matrix.rowCount - size + depth, depth)
        case .squares(_, let count, _): Double(count)
        }
    }

    private static func binomial(_ n: Int, _ k: Int) -> Double {
        (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
    }

    /// The mean number of terms of minors of the first rows, from size 0.
    private func meanTerms<Monomial: PackedMonomial>(as type: Monomial.Type) -> [Double] {
        var random = SplitMix(seed: 1)
        var means = [1.0]
        var sampled = means
        for depth in 1...size {
            let expected = Self.continued(sampled, to: depth)
            // All subminors of a minor are expanded with it.
            let work = (0...depth).reduce(0) { sum, size in
                sum + Self.binomial(depth, size) * (size < depth ? means[size] : expected)
            }
            guard work < 5 * Self.sampledTerms else {
                means.append(expected)
                continue
            }
            let samples = Int(min(300, max(4, Self.sampledTerms / work)))
            guard let mean = sampledMean(as: type, depth, samples, &random) else {
                means.append(expected)
                continue
            }
            means.append(mean)
            sampled.append(means[depth])
        }
        return means
    }

    /// Nil where not even single minors fit the memory.
    private func sampledMean<Monomial: PackedMonomial>(
        as type: Monomial.Type, _ depth: Int, _ samples: Int, _ random: inout SplitMix
    ) -> Double? {
        var walker = MinorWalker<Monomial>(
            size: depth, tables: (0...depth).map { SubsetTable(of: depth, size: $0) })
        var counter = TermCounter<Monomial>()
        for _ in 0..<samples {
            walker.use(beginning(depth, &random))
            guard (try? walker.walk(rows: Array(0..<depth), visitor: &counter)) != nil else { return nil }
        }
        return Double(counter.statistics.terms) / Double(samples)
    }

    /// The next of numbers whose logarithms grow steadily: by the mean of the last three steps that were sampled.
    private static func continued(_ sampled: [Double], to depth: Int) -> Double {
        let logs = sampled.suffix(4).map { log(max($0, 1e-3)) }
        guard logs.count == 4 else { return Double(sampled.count) * sampled[sampled.count - 1] }
        let step = (logs[3] - logs[0]) / 3
        return exp(logs[3] + step * Double(depth - sampled.count + 1))
    }

    /// The first rows of a set of rows, on as many columns.
    private func beginning(_ depth: Int, _ random: inout SplitMix) -> VariableMatrix {
        let whole: VariableMatrix
        let rows: [Int]
        switch content {
        case .rowSets(let matrix, let sets):
            (whole, rows) = (matrix, sets[Int.random(in: 0..<sets.count, using: &random)])
        case .squares(let matrix, let count, _):
            (whole, rows) = (matrix(Int.random(in: 0..<count, using: &random)), Array(0..<size))
        }
        let columns = Array(0..<whole.columnCount).shuffled(using: &random).prefix(depth).sorted()
        return whole.submatrix(rows: Array(rows.prefix(depth)), columns: columns)
    }
}

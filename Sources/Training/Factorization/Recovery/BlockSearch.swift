import Neurovariety

/// Fits of the blocks from several guesses.
struct BlockSearch {
    let filter: [Double]
    /// At which the search ends.
    let tolerance: Double
    /// The blocks of at least two entries; the first where there is none.
    let chain: LayerChain
    private let reduced: Architecture
    private let guesses: BlockGuesses

    init(_ filter: [Double], _ architecture: Architecture, tolerance: Double) {
        precondition(filter.count == architecture.endToEndFilterSize)
        precondition(filter.allSatisfy(\.isFinite) && filter.contains { $0 != 0 })
        self.filter = filter
        // Layers are scaled in the end, which rounds them once more.
        self.tolerance = 0.9 * tolerance
        reduced = architecture.reduced
        chain = LayerChain(sizes: reduced.filterSizes, steps: reduced.strideProducts)
        let layers = zip(architecture.filterSizes, architecture.strideProducts)
        guesses = BlockGuesses(
            blocks: chain,
            neededRealRoots: reduced.strideProducts.map { step in
                layers.count { $0.1 == step && $0.0.isMultiple(of: 2) }
            })
    }

    /// Operations after which no other start is tried: seconds.
    static let effort = 1e10
    /// How many starts of a kind are tried.
    static func startCount(_ chain: LayerChain) -> Int { min(30, max(2, Int(1e9 / (30 * chain.stepCost)))) }

    /// The fits in the order of the guesses, until the body says false.
    func forEachFit(_ body: (LayerChain.Fit) -> Bool) {
        var cost = 0.0
        func isContinued(from start: [Double]) -> Bool {
            let fit = chain.fit(filter, from: chain.withoutZeroLayers(start), tolerance: tolerance)
            cost += fit.cost
            return body(fit) && cost < Self.effort
        }
        var starts = [guesses.plain(filter, .afterFirst)]
        if chain.sizes.count > 2 { starts.append(guesses.plain(filter, .beforeLast)) }
        let distances = starts.map { chain.distance(at: $0, to: filter) }
        for index in starts.indices.sorted(by: { distances[$0] < distances[$1] }) {
            guard isContinued(from: starts[index]) else { return }
        }
        guard chain.sizes.count > 1 else { return }
        let limit = Self.startCount(chain)
        for start in guesses.withExcess(filter, atMost: limit).dropFirst() {
            guard isContinued(from: start) else { return }
        }
        for attempt in 1...limit {
            // Where common factors are nearly undetermined, rounding errors of another filter lead elsewhere.
            let noise = chain.noise(size: tolerance * [0.01, 0.1, 1, 10][attempt % 4], seed: UInt64(attempt))
            let moved = zip(filter, noise).map { $0 + $1 }
            let division = [BlockGuesses.Division.afterFirst, .beforeLast, .random][attempt % 3]
            guard isContinued(from: guesses.plain(moved, division, attempt: attempt)) else { return }
        }
        for attempt in 0..<limit / 2 {
            guard isContinued(from: chain.randomPoint(seed: UInt64(attempt))) else { return }
        }
    }

    func recovery(_ fit: LayerChain.Fit?) -> BlockRecovery {
        let layers = chain.normalized(fit?.point ?? [Double](repeating: 0, count: chain.entryCount))
        return BlockRecovery(
            blocks: chain.layers(of: layers), distance: chain.distance(at: layers, to: filter))
    }
}

import ExactAlgebra
import Neurovariety

/// Real layers of the *reduced* architecture whose end-to-end filter is near a given one, found numerically: no proof that none
/// is nearer.
///
/// Whether a block is a product of real layers is not asked.
struct BlockRecovery: Sendable {
    /// One filter for every layer of the reduced architecture.
    let blocks: [[Double]]
    /// `‖μ(blocks) − w‖ / ‖w‖`.
    let distance: Double

    /// - Parameters:
    ///   - filter: K finite coefficients, the largest about 1.
    ///   - tolerance: a distance that suffices.
    static func nearest(to filter: [Double], _ architecture: Architecture, tolerance: Double) -> BlockRecovery {
        let search = BlockSearch(filter, architecture, tolerance: tolerance)
        var best: LayerChain.Fit?
        search.forEachFit { fit in
            if fit.distance < best?.distance ?? .infinity { best = fit }
            return fit.distance > tolerance
        }
        return search.recovery(best)
    }
}

/// Fits of the blocks from several guesses.
struct BlockSearch {
    let filter: [Double]
    let tolerance: Double
    /// The blocks of at least two entries; the first where there is none.
    let chain: LayerChain
    private let reduced: Architecture
    private let guesses: BlockGuesses

    init(_ filter: [Double], _ architecture: Architecture, tolerance: Double) {
        precondition(filter.count == architecture.endToEndFilterSize)
        precondition(filter.allSatisfy(\.isFinite) && filter.contains { $0 != 0 })
        self.filter = filter
        self.tolerance = tolerance
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
        guard isContinued(from: guesses.plain(filter, attempt: 0)), chain.sizes.count > 1 else { return }
        guard isContinued(from: guesses.fromTheFirst(filter)) else { return }
        let limit = Self.startCount(chain)
        for start in guesses.withExcess(filter, atMost: limit).dropFirst() {
            guard isContinued(from: start) else { return }
        }
        for attempt in 1...limit {
            // Where common factors are nearly undetermined, rounding errors of another filter lead elsewhere.
            let noise = chain.noise(size: tolerance * [0.01, 0.1, 1, 10][attempt % 4], seed: UInt64(attempt))
            let moved = zip(filter, noise).map { $0 + $1 }
            let start =
                attempt.isMultiple(of: 3)
                ? guesses.fromTheFirst(moved) : guesses.plain(moved, attempt: attempt)
            guard isContinued(from: start) else { return }
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

extension LayerChain {
    /// Layers with normal entries, each of norm 1.
    func randomPoint(seed: UInt64) -> [Double] {
        var generator = SplitMix(seed: seed)
        return sizes.flatMap { size in
            var layer = (0..<size).map { _ in Complex.random(using: &generator).real }
            layer.normalize()
            return layer
        }
    }

    /// Normal errors of all coefficients.
    func noise(size: Double, seed: UInt64) -> [Double] {
        var generator = SplitMix(seed: seed)
        return (0..<filterSize).map { _ in size * Complex.random(using: &generator).real }
    }

    /// A layer that is zero becomes 1, 0, …: from zero no search can begin.
    func withoutZeroLayers(_ point: [Double]) -> [Double] {
        var result = point
        for range in ranges where !(Array(point[range]).norm > 0 && point[range].allSatisfy(\.isFinite)) {
            for entry in range { result[entry] = entry == range.lowerBound ? 1 : 0 }
        }
        return result
    }

    /// The same filter, with largest entry 1 in every layer but the first.
    func normalized(_ point: [Double]) -> [Double] {
        var result = point
        guard let first = ranges.first else { return result }
        for range in ranges.dropFirst() {
            let lead = point[range].max { abs($0) < abs($1) } ?? 1
            guard lead != 0 else { continue }
            for entry in range { result[entry] /= lead }
            for entry in first { result[entry] *= lead }
        }
        return result
    }
}

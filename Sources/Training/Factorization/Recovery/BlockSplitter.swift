import Neurovariety

/// From blocks to the layers of the architecture as given.
struct BlockSplitter {
    private let search: BlockSearch
    /// The layers of at least two entries, or the first.
    private let chain: LayerChain
    /// Their places in the architecture.
    private let places: [Int]

    init(_ search: BlockSearch, _ architecture: Architecture) {
        self.search = search
        let large = architecture.filterSizes.indices.filter { architecture.filterSizes[$0] > 1 }
        places = large.isEmpty ? [0] : large
        chain = LayerChain(
            sizes: places.map { architecture.filterSizes[$0] },
            steps: places.map { architecture.strideProducts[$0] })
    }

    /// The best of a few fits of layers that begin with the roots of the blocks.
    func fit(_ blocks: LayerChain.Fit) -> LayerChain.Fit {
        let splittings = zip(search.chain.layers(of: blocks.point), search.chain.steps).map { form, step in
            RealSplitting(
                form,
                degrees: chain.steps.indices.filter { chain.steps[$0] == step }.map { chain.sizes[$0] - 1 })
        }
        // Where every block has one layer, or the blocks are not near enough themselves, roots in other places do not help.
        let isOnce =
            chain.sizes == search.chain.sizes
            || (splittings.allSatisfy { $0.missingPairs == 0 } && blocks.distance > search.tolerance)
        var best = LayerChain.Fit(point: chain.randomPoint(seed: 0), distance: .infinity)
        var cost = 0.0
        for attempt in 0..<(isOnce ? 1 : min(6, BlockSearch.startCount(chain)))
        where cost < BlockSearch.effort {
            let start = splittings.flatMap { $0.forms(attempt: attempt) }.flatMap(\.self)
            let fit = chain.fit(search.filter, from: start, tolerance: search.tolerance)
            cost += fit.cost
            if fit.distance < best.distance { best = fit }
            if fit.distance <= search.tolerance { break }
        }
        best.cost = cost
        return best
    }

    /// More fits, from near the best and from anywhere.
    ///
    /// - Parameter effort: operations after which no other start is tried.
    func improved(_ found: LayerChain.Fit, effort: Double) -> LayerChain.Fit {
        var best = found
        var cost = 0.0
        for attempt in 0..<BlockSearch.startCount(chain)
        where best.distance > search.tolerance && cost < effort {
            let random = chain.randomPoint(seed: UInt64(attempt) &+ 1_000)
            var start = best.point
            chain.balance(&start)
            let size = start.norm
            for entry in start.indices { start[entry] += 0.3 * size * random[entry] }
            start = attempt.isMultiple(of: 2) ? random : start
            let fit = chain.fit(search.filter, from: start, tolerance: search.tolerance)
            cost += fit.cost
            if fit.distance < best.distance { best = fit }
        }
        return best
    }

    /// All layers of the architecture.
    func layers(_ fit: LayerChain.Fit?, _ architecture: Architecture) -> [[Double]] {
        var layers = architecture.filterSizes.map { [Double](repeating: 1, count: $0) }
        let point = fit?.point ?? chain.randomPoint(seed: 0)
        for (place, layer) in zip(places, chain.layers(of: point)) { layers[place] = layer }
        let all = LayerChain(sizes: architecture.filterSizes, steps: architecture.strideProducts)
        return all.layers(of: all.normalized(layers.flatMap(\.self)))
    }

    /// The blocks of given layers.
    func merged(_ layers: [[Double]], _ architecture: Architecture) -> LayerChain.Fit {
        var blocks: [[Double]] = []
        for (size, step) in zip(search.chain.sizes, search.chain.steps) {
            let product = zip(layers, architecture.strideProducts).filter { $0.1 == step }
                .reduce([1.0]) { LayerChain.product($0, $1.0, step: 1) }
            blocks.append(product.count == size ? product : [Double](repeating: 1, count: size))
        }
        let point = blocks.flatMap(\.self)
        return LayerChain.Fit(
            point: point, distance: search.chain.distance(at: point, to: search.filter))
    }
}

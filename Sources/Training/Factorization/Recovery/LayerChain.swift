import PlatformBasics

/// Layers by size and step, and their end-to-end filter `μ(z)`, z the entries of all layers one after another.
///
/// Layers may share a step, and K may be large: only what real least squares needs is made.
struct LayerChain {
    let sizes: [Int]
    let steps: [Int]
    /// Where the entries of each layer are in z.
    let ranges: [Range<Int>]
    let filterSize: Int

    init(sizes: [Int], steps: [Int]) {
        self.sizes = sizes
        self.steps = steps
        var start = 0
        ranges = sizes.map { size in
            defer { start += size }
            return start..<(start + size)
        }
        filterSize = zip(sizes, steps).reduce(1) { $0 + ($1.0 - 1) * $1.1 }
    }

    var entryCount: Int { ranges.last?.upperBound ?? 0 }

    func layers(of point: [Double]) -> [[Double]] { ranges.map { Array(point[$0]) } }

    /// The product of a filter and one layer.
    static func product(_ filter: [Double], _ layer: some Collection<Double>, step: Int) -> [Double] {
        var result = [Double](repeating: 0, count: filter.count + (layer.count - 1) * step)
        for (index, factor) in layer.enumerated() where factor != 0 {
            for place in filter.indices { result[place + index * step] += factor * filter[place] }
        }
        return result
    }

    /// `μ(z)`.
    func filter(of point: [Double]) -> [Double] {
        zip(ranges, steps).reduce([1]) { Self.product($0, point[$1.0], step: $1.1) }
    }

    /// The derivative of `μ`: a column for every entry, the product of the other layers shifted.
    func jacobian(at point: [Double]) -> ColumnMatrix {
        var matrix = ColumnMatrix(rowCount: filterSize, columnCount: entryCount)
        var after = [[Double]](repeating: [1], count: sizes.count)
        for layer in stride(from: sizes.count - 2, through: 0, by: -1) {
            after[layer] = Self.product(after[layer + 1], point[ranges[layer + 1]], step: steps[layer + 1])
        }
        var before = [1.0]
        for (layer, range) in ranges.enumerated() {
            let others = Self.product(before, after[layer], step: 1)
            for (index, entry) in range.enumerated() {
                let start = entry * filterSize + index * steps[layer]
                for place in others.indices { matrix.values[start + place] = others[place] }
            }
            before = Self.product(before, point[range], step: steps[layer])
        }
        return matrix
    }

    /// `w − μ(z)`, with products and sums to about 30 digits: near a solution all leading digits cancel.
    func residual(at point: [Double], of filter: [Double]) -> [Double] {
        var (high, low) = ([1.0], [0.0])
        for (range, step) in zip(ranges, steps) {
            let length = high.count + (range.count - 1) * step
            var (nextHigh, nextLow) = (
                [Double](repeating: 0, count: length), [Double](repeating: 0, count: length)
            )
            for (index, factor) in point[range].enumerated() where factor != 0 {
                for place in high.indices {
                    let target = place + index * step
                    let product = high[place] * factor
                    let productError = (-product).addingProduct(high[place], factor) + low[place] * factor
                    let old = nextHigh[target]
                    let sum = old + product
                    let shift = sum - old
                    let tail = (old - (sum - shift)) + (product - shift) + nextLow[target] + productError
                    nextHigh[target] = sum + tail
                    nextLow[target] = tail - (nextHigh[target] - sum)
                }
            }
            (high, low) = (nextHigh, nextLow)
        }
        return filter.indices.map { (filter[$0] - high[$0]) - low[$0] }
    }

    /// `‖w − μ(z)‖ / ‖w‖`.
    func distance(at point: [Double], to filter: [Double]) -> Double {
        residual(at: point, of: filter).norm / filter.norm
    }

    /// Scales the layers to about the same norm by powers of two with product 1, which changes no digit of `μ(z)`.
    func balance(_ point: inout [Double]) {
        let exponents = ranges.map { range -> Int in
            let size = Array(point[range]).norm
            return size > 0 && size.isFinite ? Int(size.exponent) : 0
        }
        let total = exponents.reduce(0, +)
        let mean = Int((Double(total) / Double(max(1, exponents.count))).rounded(.down))
        for (layer, range) in ranges.enumerated() {
            let target = layer < total - mean * exponents.count ? mean + 1 : mean
            let shift = target - exponents[layer]
            guard shift != 0 else { continue }
            for entry in range { point[entry] = scalbn(point[entry], shift) }
        }
    }

    /// Scales the first layer so that `μ(z)` is as near as it gets to the filter along its line.
    func scale(_ point: inout [Double], to filter: [Double]) {
        guard let first = ranges.first else { return }
        let product = self.filter(of: point)
        let size = product.norm
        guard size > 0, size.isFinite else { return }
        let inner = zip(product, filter).reduce(0) { $0 + ($1.0 / size) * $1.1 }
        for entry in first { point[entry] *= inner / size }
    }
}

import ExactAlgebra

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

extension FilterStructure {
    /// `∂²w/∂P_ℓ∂P_m`, `∂w/∂P_ℓ` or w itself as a filter: `Π P^p` with one factor less for each derivative, times the powers
    /// that come down.
    ///
    /// Written for the inner loops: nothing is allocated.
    ///
    /// - Parameters:
    ///   - point: z, Σk entries.
    ///   - first: ℓ; nil for none.
    ///   - second: m, another or the same; nil for none.
    ///   - target: K entries, whatever is in them.
    ///   - scratch: K entries more.
    func multiply<Scalar: ComplexArithmetic>(
        at point: UnsafePointer<Scalar>, without first: Int?, _ second: Int?,
        into target: UnsafeMutablePointer<Scalar>, scratch: UnsafeMutablePointer<Scalar>
    ) {
        target.update(repeating: .zero, count: filterSize)
        target[0] = .one
        var length = 1
        var multiple = 1
        for layer in 0..<layerCount {
            var count = powers[layer]
            if layer == first {
                multiple *= count
                count -= 1
            }
            if layer == second {
                multiple *= count
                count -= 1
            }
            let (step, offset) = (steps[layer], offsets[layer])
            // Not for −1, of which the multiple is 0.
            for _ in 0..<max(0, count) {
                scratch.update(from: target, count: length)
                target.update(repeating: .zero, count: length)
                for i in 0..<sizes[layer] {
                    let factor = point[offset + i]
                    for place in 0..<length { target[place + i * step] += scratch[place] * factor }
                }
                length += (sizes[layer] - 1) * step
            }
        }
        guard multiple != 1 else { return }
        let factor = Scalar(Complex(Double(multiple)))
        for place in 0..<length { target[place] = target[place] * factor }
    }

    /// The same as arrays.
    private func product(at point: [Complex], without layer: Int?) -> [Complex] {
        var target = [Complex](repeating: .zero, count: filterSize)
        var scratch = target
        multiply(at: point, without: layer, nil, into: &target, scratch: &scratch)
        return target
    }

    /// w = μ(z), K entries.
    func filter(of point: [Complex]) -> [Complex] { product(at: point, without: nil) }

    /// `∂w/∂z` for one entry: the places where it may not vanish, and the values.
    func derivative(at point: [Complex], entry: Int) -> [(place: Int, value: Complex)] {
        let own = layer(ofEntry: entry)
        let product = product(at: point, without: own)
        let shift = (entry - offsets[own]) * steps[own]
        return supports[own].map { ($0 + shift, product[$0]) }
    }
}

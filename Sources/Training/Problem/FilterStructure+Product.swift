extension FilterStructure {
    /// `Π P_m` over all layers m but two: the partial products of `w = μ(z)`, from which come its value and all its derivatives.
    ///
    /// Written for the inner loops: nothing is allocated.
    ///
    /// - Parameters:
    ///   - point: z, Σk entries.
    ///   - first: a layer that is left out; nil for none.
    ///   - second: another, or the same.
    ///   - target: K entries, whatever is in them.
    ///   - scratch: K entries more.
    func multiply<Scalar: ComplexArithmetic>(
        at point: UnsafePointer<Scalar>, without first: Int?, _ second: Int?,
        into target: UnsafeMutablePointer<Scalar>, scratch: UnsafeMutablePointer<Scalar>
    ) {
        target.update(repeating: .zero, count: filterSize)
        target[0] = .one
        var length = 1
        for layer in 0..<layerCount where layer != first && layer != second {
            let (step, offset) = (steps[layer], offsets[layer])
            scratch.update(from: target, count: length)
            target.update(repeating: .zero, count: length)
            for i in 0..<sizes[layer] {
                let factor = point[offset + i]
                for place in 0..<length { target[place + i * step] += scratch[place] * factor }
            }
            length += (sizes[layer] - 1) * step
        }
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

/// The loss `½ wᵀTw − bᵀw` on the filters of the layers: w, its derivatives, gradient and Hessian.
///
/// Written once for all numbers (``ComplexArithmetic``). Buffers are kept between calls; one evaluator
/// belongs to one thread.
///
/// - Complexity: `K·(Σk)·max support` products for a Hessian.
final class GradientEvaluator<Scalar: ComplexArithmetic> {
    let structure: FilterStructure
    /// w = μ(z), K entries.
    let filter: UnsafeMutablePointer<Scalar>
    /// `T w − b`, K entries: filled by the caller.
    let residual: UnsafeMutablePointer<Scalar>
    /// `∂/∂z`, Σk entries.
    let gradient: UnsafeMutablePointer<Scalar>
    /// `∂²/∂z²`, Σk × Σk entries.
    let hessian: UnsafeMutablePointer<Scalar>

    /// `∂w/∂P_ℓ`, K entries each.
    let partial: UnsafeMutablePointer<Scalar>
    /// `∂²w/∂P_ℓ∂P_m`.
    private let pair: UnsafeMutablePointer<Scalar>
    /// `T·∂w/∂z`, K entries for one entry of z.
    let column: UnsafeMutablePointer<Scalar>
    private let scratch: UnsafeMutablePointer<Scalar>
    let supports: FlatSupports
    private let pairSupports: FlatSupports

    init(_ structure: FilterStructure) {
        self.structure = structure
        let (size, layers, entries) = (structure.filterSize, structure.layerCount, structure.entryCount)
        func buffer(_ count: Int) -> UnsafeMutablePointer<Scalar> {
            let pointer = UnsafeMutablePointer<Scalar>.allocate(capacity: count)
            pointer.initialize(repeating: .zero, count: count)
            return pointer
        }
        supports = FlatSupports(structure.supports)
        pairSupports = FlatSupports(structure.pairSupports)
        filter = buffer(size)
        residual = buffer(size)
        gradient = buffer(entries)
        hessian = buffer(entries * entries)
        partial = buffer(size * layers)
        pair = buffer(size * layers * layers)
        column = buffer(size)
        scratch = buffer(size)
    }

    deinit {
        for pointer in [filter, residual, gradient, hessian, partial, pair, column, scratch] {
            pointer.deallocate()
        }
    }

    /// Computes w and the partial products at a point.
    ///
    /// - Parameter point: Σk entries.
    func move(to point: UnsafePointer<Scalar>) {
        let (size, layers) = (structure.filterSize, structure.layerCount)
        for l in 0..<layers {
            structure.multiply(at: point, without: l, nil, into: partial + l * size, scratch: scratch)
            for m in l..<layers where m > l || structure.powers[l] > 1 {
                structure.multiply(
                    at: point, without: l, m, into: pair + (l * layers + m) * size, scratch: scratch)
            }
        }
        filter.update(repeating: .zero, count: size)
        // The last layer has power 1.
        let last = layers - 1
        let (step, offset) = (structure.steps[last], structure.offsets[last])
        for place in supports[last] {
            let value = partial[last * size + place]
            for i in 0..<structure.sizes[last] { filter[place + i * step] += value * point[offset + i] }
        }
    }

    /// `gradient = Jᵀ·covector` for the derivative J of w.
    func pullBack(
        _ covector: UnsafePointer<Scalar>, into result: UnsafeMutablePointer<Scalar>
    ) {
        let size = structure.filterSize
        for l in 0..<structure.layerCount {
            let product = partial + l * size
            let support = supports[l]
            for i in 0..<structure.sizes[l] {
                var sum = Scalar.zero
                let shift = i * structure.steps[l]
                for place in support { sum += product[place] * covector[place + shift] }
                result[structure.offsets[l] + i] = sum
            }
        }
    }

    /// The column of J for one entry of z.
    func derivative(ofEntry entry: Int) -> [Scalar] {
        let layer = structure.layer(ofEntry: entry)
        let shift = (entry - structure.offsets[layer]) * structure.steps[layer]
        var result = [Scalar](repeating: .zero, count: structure.filterSize)
        for place in structure.supports[layer] {
            result[place + shift] = partial[layer * structure.filterSize + place]
        }
        return result
    }

    /// `hessian = Jᵀ T J + Σ_j residual_j ∂²w_j`.
    ///
    /// - Parameter matrix: T, symmetric, K × K entries.
    func formHessian(_ matrix: UnsafePointer<Scalar>) {
        let size = structure.filterSize
        for l in 0..<structure.layerCount {
            let product = partial + l * size
            for i in 0..<structure.sizes[l] {
                column.update(repeating: .zero, count: size)
                for place in supports[l] {
                    let factor = product[place]
                    // T is symmetric: its rows are its columns.
                    let source = matrix + (place + i * structure.steps[l]) * size
                    for q in 0..<size { column[q] += source[q] * factor }
                }
                formRow(l, i)
            }
        }
    }

    /// The same for a diagonal T.
    ///
    /// - Parameter diagonal: K entries.
    func formHessian(diagonal: UnsafePointer<Scalar>) {
        let size = structure.filterSize
        for l in 0..<structure.layerCount {
            let product = partial + l * size
            let support = supports[l]
            for i in 0..<structure.sizes[l] {
                column.update(repeating: .zero, count: size)
                let shift = i * structure.steps[l]
                for place in support {
                    column[place + shift] = diagonal[place + shift] * product[place]
                }
                formRow(l, i)
            }
        }
    }

    /// The entries of the Hessian for one entry of z and all that come after, from `T·∂w/∂z` in `column`.
    @inline(__always)
    func formRow(_ l: Int, _ i: Int) {
        let (size, layers, entries) = (structure.filterSize, structure.layerCount, structure.entryCount)
        let row = structure.offsets[l] + i
        for m in l..<layers {
            let other = partial + m * size
            let cross = pair + (l * layers + m) * size
            let support = supports[m]
            let pairSupport = pairSupports[l * layers + m]
            let hasPair = m != l || structure.powers[l] > 1
            for j in (m == l ? i : 0)..<structure.sizes[m] {
                var sum = Scalar.zero
                let shift = j * structure.steps[m]
                for place in support { sum += other[place] * column[place + shift] }
                if hasPair {
                    let both = shift + i * structure.steps[l]
                    for place in pairSupport { sum += cross[place] * residual[place + both] }
                }
                let index = structure.offsets[m] + j
                hessian[row * entries + index] = sum
                hessian[index * entries + row] = sum
            }
        }
    }

    /// `result = T·w − b`.
    func apply(
        _ matrix: UnsafePointer<Scalar>, minus vector: UnsafePointer<Scalar>,
        into result: UnsafeMutablePointer<Scalar>
    ) {
        let size = structure.filterSize
        for i in 0..<size {
            var sum = Scalar.zero
            let row = matrix + i * size
            for j in 0..<size { sum += row[j] * filter[j] }
            result[i] = sum - vector[i]
        }
    }

    /// The same for a diagonal T.
    func apply(
        diagonal: UnsafePointer<Scalar>, minus vector: UnsafePointer<Scalar>,
        into result: UnsafeMutablePointer<Scalar>
    ) {
        for i in 0..<structure.filterSize { result[i] = diagonal[i] * filter[i] - vector[i] }
    }
}

/// With a real T for complex points: half the products.
extension GradientEvaluator where Scalar == Complex {
    /// `result = T·w − b`.
    ///
    /// - Parameter loss: T and b.
    func apply(_ loss: RealLoss, into result: UnsafeMutablePointer<Complex>) {
        let size = structure.filterSize
        if loss.isDiagonal {
            for i in 0..<size { result[i] = filter[i] * loss.matrix[i] - Complex(loss.vector[i]) }
            return
        }
        clearPlanes()
        for j in 0..<size { addToPlanes(loss.matrix + j * size, times: filter[j]) }
        for i in 0..<size {
            result[i] = Complex(planes[i] - loss.vector[i], planes[size + i])
        }
    }

    /// The Hessian for `D + factor·T`.
    ///
    /// - Parameters:
    ///   - diagonal: D, K entries.
    ///   - matrix: T, symmetric, K × K entries.
    func formHessian(
        diagonal: UnsafePointer<Complex>, plus factor: Complex, times matrix: UnsafePointer<Double>
    ) {
        let size = structure.filterSize
        for l in 0..<structure.layerCount {
            let product = partial + l * size
            let support = structure.supports[l]
            for i in 0..<structure.sizes[l] {
                let shift = i * structure.steps[l]
                clearPlanes()
                for place in support {
                    // T is symmetric: its rows are its columns.
                    addToPlanes(matrix + (place + shift) * size, times: product[place])
                }
                for q in 0..<size { column[q] = Complex(planes[q], planes[size + q]) * factor }
                for place in support {
                    column[place + shift] += diagonal[place + shift] * product[place]
                }
                formRow(l, i)
            }
        }
    }

    private func clearPlanes() { planes.update(repeating: 0, count: 2 * structure.filterSize) }

    /// Real parts and imaginary parts apart, so that several are added at once.
    @inline(__always)
    private func addToPlanes(_ row: UnsafePointer<Double>, times factor: Complex) {
        let size = structure.filterSize
        let (real, imaginary) = (planes, planes + size)
        for q in 0..<size { real[q] += row[q] * factor.real }
        for q in 0..<size { imaginary[q] += row[q] * factor.imaginary }
    }
}

/// ``LossParameters`` as plain real numbers.
final class RealLoss: @unchecked Sendable {
    /// K × K entries row after row, or K on the diagonal.
    let matrix: UnsafeMutablePointer<Double>
    let vector: UnsafeMutablePointer<Double>
    let isDiagonal: Bool

    /// - Precondition: the parameters are real.
    init(_ parameters: LossParameters) {
        func plain(_ values: [Complex]) -> UnsafeMutablePointer<Double> {
            let pointer = UnsafeMutablePointer<Double>.allocate(capacity: values.count)
            for (index, value) in values.enumerated() {
                precondition(value.imaginary == 0, "T and b are real at both ends of a path")
                (pointer + index).initialize(to: value.real)
            }
            return pointer
        }
        matrix = plain(parameters.matrix)
        vector = plain(parameters.vector)
        isDiagonal = parameters.isDiagonal
    }

    deinit {
        matrix.deallocate()
        vector.deallocate()
    }
}

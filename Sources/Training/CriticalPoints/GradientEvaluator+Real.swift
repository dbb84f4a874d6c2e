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
        for q in stride(from: 0, to: size, by: 4) {
            var sum = FourSums()
            for j in 0..<size { sum.add(loss.matrix + j * loss.stride + q, times: filter[j]) }
            for i in 0..<min(4, size - q) { result[q + i] = sum[i] - Complex(loss.vector[q + i]) }
        }
    }

    /// The Hessian for `D + factor·T`.
    ///
    /// - Parameters:
    ///   - diagonal: D, K entries.
    ///   - loss: T, not diagonal.
    func formHessian(diagonal: UnsafePointer<Complex>, plus factor: Complex, times loss: RealLoss) {
        let size = structure.filterSize
        for l in 0..<structure.layerCount {
            let product = partial + l * size
            let support = supports[l]
            for i in 0..<structure.sizes[l] {
                let shift = i * structure.steps[l]
                for q in stride(from: 0, to: size, by: 4) {
                    var sum = FourSums()
                    // T is symmetric: its rows are its columns.
                    for place in support {
                        sum.add(loss.matrix + (place + shift) * loss.stride + q, times: product[place])
                    }
                    for k in 0..<min(4, size - q) { column[q + k] = sum[k] * factor }
                }
                for place in support {
                    column[place + shift] += diagonal[place + shift] * product[place]
                }
                formRow(l, i)
            }
        }
    }
}

/// Four sums of complex multiples of real numbers, real and imaginary parts apart, so that all are added at once.
private struct FourSums {
    private var real = SIMD4<Double>()
    private var imaginary = SIMD4<Double>()

    @inline(__always)
    mutating func add(_ numbers: UnsafePointer<Double>, times factor: Complex) {
        let four = UnsafeRawPointer(numbers).loadUnaligned(as: SIMD4<Double>.self)
        real += four * factor.real
        imaginary += four * factor.imaginary
    }

    @inline(__always)
    subscript(index: Int) -> Complex { Complex(real[index], imaginary[index]) }
}

/// ``LossParameters`` as plain real numbers.
final class RealLoss: @unchecked Sendable {
    /// The rows one after the other, each with zeros up to ``stride``; or the diagonal.
    let matrix: UnsafeMutablePointer<Double>
    let vector: UnsafeMutablePointer<Double>
    let isDiagonal: Bool
    /// K, or more, a multiple of four.
    let stride: Int

    /// - Precondition: the parameters are real.
    init(_ parameters: LossParameters) {
        let size = parameters.vector.count
        let stride = (size + 3) / 4 * 4
        func plain(_ values: [Complex]) -> UnsafeMutablePointer<Double> {
            let pointer = UnsafeMutablePointer<Double>.allocate(capacity: values.count)
            for (index, value) in values.enumerated() {
                precondition(value.imaginary == 0, "T and b are real at both ends of a path")
                (pointer + index).initialize(to: value.real)
            }
            return pointer
        }
        isDiagonal = parameters.isDiagonal
        self.stride = stride
        vector = plain(parameters.vector)
        matrix = plain(
            isDiagonal
                ? parameters.matrix
                : (0..<(size * stride)).map {
                    $0 % stride < size ? parameters.matrix[$0 / stride * size + $0 % stride] : .zero
                })
    }

    deinit {
        matrix.deallocate()
        vector.deallocate()
    }
}

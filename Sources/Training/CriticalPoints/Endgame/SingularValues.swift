/// Singular values and least squares of small complex matrices, by the eigenvalues of `AᴴA`: values below some 10⁻⁷ of the largest
/// are not told from 0.
struct SingularValues {
    /// Ascending.
    let values: [Double]
    /// For each value a vector of length one, orthogonal to the others as real vectors: every value is there twice.
    private let vectors: [[Complex]]
    private let columnCount: Int

    /// - Parameter matrix: row after row.
    /// - Complexity: some 500·columns³ multiplications.
    init(_ matrix: [Complex], columnCount: Int) {
        self.columnCount = columnCount
        let (n, rows) = (columnCount, matrix.count / columnCount)
        // The Hermitian matrix as a real symmetric one.
        var real = [Double](repeating: 0, count: 4 * n * n)
        for i in 0..<n {
            for j in 0..<n {
                let sum = (0..<rows).reduce(Complex.zero) {
                    $0 + matrix[$1 * n + i].conjugate * matrix[$1 * n + j]
                }
                real[i * 2 * n + j] = sum.real
                real[(n + i) * 2 * n + n + j] = sum.real
                real[(n + i) * 2 * n + j] = sum.imaginary
                real[i * 2 * n + n + j] = -sum.imaginary
            }
        }
        let (squares, columns) = SymmetricEigenvalues.decomposition(of: real, size: 2 * n)
        let order = squares.indices.sorted { squares[$0] < squares[$1] }
        values = order.map { max(squares[$0], 0).squareRoot() }
        vectors = order.map { k in
            (0..<n).map { Complex(columns[$0 * 2 * n + k], columns[(n + $0) * 2 * n + k]) }
        }
    }

    /// A singular value is 0 if it is at most this, relative to the largest.
    static let tolerance = 1e-6

    private var limit: Double { Self.tolerance * (values.last ?? 0) }

    /// The dimension of the kernel.
    var corank: Int { values.count { $0 <= limit } / 2 }

    /// A vector of the kernel of length one.
    ///
    /// - Parameter weights: its coordinates, but for the length.
    func kernelVector(_ weights: (Int) -> Double) -> [Complex] {
        var result = [Complex](repeating: .zero, count: columnCount)
        for k in 0..<(2 * corank) {
            for i in 0..<columnCount { result[i] += vectors[k][i] * weights(k) }
        }
        let length = result.reduce(0) { $0 + $1.squaredMagnitude }.squareRoot()
        return result.map { $0 * (1 / length) }
    }

    /// The shortest x for which `‖Ax − y‖` is smallest.
    ///
    /// - Parameter image: `Aᴴy`.
    func leastSquares(image: [Complex]) -> [Complex] {
        var result = [Complex](repeating: .zero, count: columnCount)
        for (value, vector) in zip(values, vectors) where value > limit {
            var weight = 0.0
            for i in 0..<columnCount {
                weight += vector[i].real * image[i].real + vector[i].imaginary * image[i].imaginary
            }
            weight /= value * value
            for i in 0..<columnCount { result[i] += vector[i] * weight }
        }
        return result
    }
}

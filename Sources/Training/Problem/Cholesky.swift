/// `A = CCᵀ` for a symmetric positive definite matrix.
struct Cholesky {
    private let size: Int
    private var factor: [Double]

    /// Nil if the matrix is not positive definite to working precision.
    init?(_ matrix: [Double], size: Int) {
        self.size = size
        factor = matrix
        let limit = Self.limit(largest: (0..<size).reduce(0) { max($0, matrix[$1 * size + $1]) }, size: size)
        for i in 0..<size {
            for j in 0...i {
                var sum = matrix[i * size + j]
                for k in 0..<j { sum -= factor[i * size + k] * factor[j * size + k] }
                if i == j {
                    guard sum > limit else { return nil }
                    factor[i * size + i] = sum.squareRoot()
                } else {
                    factor[i * size + j] = sum / factor[j * size + j]
                }
            }
        }
    }

    /// A pivot must be larger: others may be rounding.
    static func limit(largest: Double, size: Int) -> Double { largest * Double(size) * 1e-14 }

    func solve(_ vector: [Double]) -> [Double] {
        var result = vector
        for i in 0..<size {
            for j in 0..<i { result[i] -= factor[i * size + j] * result[j] }
            result[i] /= factor[i * size + i]
        }
        for i in stride(from: size - 1, through: 0, by: -1) {
            for j in (i + 1)..<max(size, i + 1) { result[i] -= factor[j * size + i] * result[j] }
            result[i] /= factor[i * size + i]
        }
        return result
    }
}

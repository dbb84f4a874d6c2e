/// `‖Jx − r‖² + λ‖x‖²` for one J and r, and several λ: J is made triangular once.
struct DampedLeastSquares {
    private let size: Int
    /// The triangular factor of J, column after column.
    private let triangle: [Double]
    private let rightSide: [Double]

    /// - Complexity: 2 · rows · columns² operations.
    init(_ matrix: consuming ColumnMatrix, _ vector: [Double]) {
        var vector = vector
        size = matrix.columnCount
        if matrix.rowCount < size {
            // Rows of zeros change no norm.
            var padded = ColumnMatrix(rowCount: size, columnCount: size)
            for column in 0..<size {
                for row in 0..<matrix.rowCount {
                    padded.values[column * size + row] = matrix.values[column * matrix.rowCount + row]
                }
            }
            vector += [Double](repeating: 0, count: size - matrix.rowCount)
            matrix = padded
        }
        matrix.triangularize(&vector)
        rightSide = Array(vector.prefix(size))
        var triangle = [Double](repeating: 0, count: size * size)
        for column in 0..<size {
            for row in 0...column {
                triangle[column * size + row] = matrix.values[column * matrix.rowCount + row]
            }
        }
        self.triangle = triangle
    }

    /// The minimum, and a triangle U with `UᵀU = JᵀJ + λ`.
    struct Solution {
        let values: [Double]
        fileprivate let triangle: [Double]

        /// x with `UᵀUx = Jᵀr` for another r: less accurate than reflections, enough for corrections.
        func solving(_ gradient: [Double]) -> [Double] {
            let size = values.count
            var result = gradient
            for k in 0..<size {
                for i in 0..<k { result[k] -= triangle[k * size + i] * result[i] }
                result[k] /= triangle[k * size + k]
            }
            for k in stride(from: size - 1, through: 0, by: -1) {
                result[k] /= triangle[k * size + k]
                for i in 0..<k { result[i] -= result[k] * triangle[k * size + i] }
            }
            return result
        }
    }

    /// The minimum.
    ///
    /// - Parameter damping: λ, positive.
    /// - Complexity: 2/3 · columns³ operations: √λ times the identity is reflected into the triangle, and of its rows
    ///   only the first k + 1 are filled when column k is treated.
    func solution(damping: Double) -> Solution {
        let size = size
        var upper = triangle
        var lower = [Double](repeating: 0, count: size * size)
        var (top, bottom) = (rightSide, [Double](repeating: 0, count: size))
        for k in 0..<size { lower[k * size + k] = damping.squareRoot() }
        upper.withUnsafeMutableBufferPointer { upper in
            lower.withUnsafeMutableBufferPointer { lower in
                bottom.withUnsafeMutableBufferPointer { bottom in
                    guard let upper = upper.baseAddress, let lower = lower.baseAddress,
                        let bottom = bottom.baseAddress
                    else { return }
                    for k in 0..<size {
                        let pivot = lower + k * size
                        let value = upper[k * size + k]
                        let norm = (value * value + dot(pivot, pivot, k + 1)).squareRoot()
                        guard norm > 0 else { continue }
                        let diagonal = value > 0 ? -norm : norm
                        let lead = value - diagonal
                        let half = -diagonal * lead
                        upper[k * size + k] = diagonal
                        for j in (k + 1)..<max(size, k + 1) {
                            let column = lower + j * size
                            let factor = -(lead * upper[j * size + k] + dot(pivot, column, k + 1)) / half
                            upper[j * size + k] += factor * lead
                            add(factor, pivot, to: column, k + 1)
                        }
                        let factor = -(lead * top[k] + dot(pivot, bottom, k + 1)) / half
                        top[k] += factor * lead
                        add(factor, pivot, to: bottom, k + 1)
                    }
                }
            }
        }
        for k in stride(from: size - 1, through: 0, by: -1) {
            let diagonal = upper[k * size + k]
            top[k] = diagonal == 0 ? 0 : top[k] / diagonal
            for i in 0..<k { top[i] -= top[k] * upper[k * size + i] }
        }
        return Solution(values: top, triangle: upper)
    }
}

/// Gaussian elimination with partial pivoting for small complex systems; one belongs to one thread.
final class LinearSolver {
    let size: Int
    /// The factors, row after row.
    let matrix: UnsafeMutablePointer<Complex>
    private let pivots: UnsafeMutablePointer<Int>

    init(size: Int) {
        self.size = size
        matrix = .allocate(capacity: size * size)
        matrix.initialize(repeating: Complex(0), count: size * size)
        pivots = .allocate(capacity: size)
        pivots.initialize(repeating: 0, count: size)
    }

    deinit {
        matrix.deallocate()
        pivots.deallocate()
    }

    /// Replaces the matrix by its factors; false if it is singular to working precision.
    func factor() -> Bool {
        for k in 0..<size {
            var best = k
            var largest = matrix[k * size + k].squaredMagnitude
            for i in (k + 1)..<max(size, k + 1) {
                let value = matrix[i * size + k].squaredMagnitude
                if value > largest { (best, largest) = (i, value) }
            }
            guard largest > 0, largest.isFinite else { return false }
            pivots[k] = best
            if best != k {
                for j in 0..<size { swap(&matrix[k * size + j], &matrix[best * size + j]) }
            }
            let inverse = Complex(1) / matrix[k * size + k]
            matrix[k * size + k] = inverse
            for i in (k + 1)..<max(size, k + 1) {
                let factor = matrix[i * size + k] * inverse
                matrix[i * size + k] = factor
                let (target, source) = (matrix + i * size, matrix + k * size)
                for j in (k + 1)..<max(size, k + 1) { target[j] = target[j] - factor * source[j] }
            }
        }
        return true
    }

    /// Solves in place with the factors.
    func solve(_ vector: UnsafeMutablePointer<Complex>) {
        for k in 0..<size where pivots[k] != k { swap(&vector[k], &vector[pivots[k]]) }
        for i in 0..<size {
            var value = vector[i]
            for j in 0..<i { value = value - matrix[i * size + j] * vector[j] }
            vector[i] = value
        }
        for i in stride(from: size - 1, through: 0, by: -1) {
            var value = vector[i]
            for j in (i + 1)..<max(size, i + 1) { value = value - matrix[i * size + j] * vector[j] }
            vector[i] = value * matrix[i * size + i]
        }
    }
}

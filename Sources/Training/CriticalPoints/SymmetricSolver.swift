/// Systems with a complex symmetric matrix, by `A = LDLᵀ`: half the work of Gaussian elimination; one belongs to one thread.
///
/// Without a search for pivots: where an entry of L comes out large, the matrix is factored again with partial
/// pivoting (``LinearSolver``).
final class SymmetricSolver {
    let size: Int
    /// Row after row: above the diagonal DLᵀ, on it the inverse of D, below it L.
    private let factors: UnsafeMutablePointer<Complex>
    private let pivoting: LinearSolver
    private var isPivoted = false

    /// An entry of L with a larger square is not accepted: two digits are lost at most.
    private static let largestSquare = 1e4

    init(size: Int) {
        self.size = size
        factors = .allocate(capacity: size * size)
        factors.initialize(repeating: .zero, count: size * size)
        pivoting = LinearSolver(size: size)
    }

    deinit { factors.deallocate() }

    /// Factors the rows and columns of a symmetric matrix that belong to the unknowns of a chart; false if they are singular to
    /// working precision.
    ///
    /// - Parameter matrix: all rows and columns; below the diagonal it is read only for pivoting.
    func factor(_ matrix: UnsafePointer<Complex>, of chart: Chart) -> Bool {
        let entries = size + chart.pins.count
        chart.free.withUnsafeBufferPointer { free in
            for i in 0..<size {
                let (target, source) = (factors + i * size, matrix + free[i] * entries)
                for j in i..<size { target[j] = source[free[j]] }
            }
        }
        isPivoted = !eliminate()
        guard isPivoted else { return true }
        chart.restrict(matrix, to: pivoting.matrix)
        return pivoting.factor()
    }

    private func eliminate() -> Bool {
        for k in 0..<size {
            let row = factors + k * size
            let square = row[k].squaredMagnitude
            guard square > 0, square.isFinite else { return false }
            let inverse = Complex.one / row[k]
            row[k] = inverse
            let bound = Self.largestSquare * square
            for i in (k + 1)..<max(size, k + 1) {
                guard row[i].squaredMagnitude <= bound else { return false }
                let factor = row[i] * inverse
                let target = factors + i * size
                target[k] = factor
                for j in i..<size { target[j] = target[j] - factor * row[j] }
            }
        }
        return true
    }

    /// Solves in place with the factors.
    func solve(_ vector: UnsafeMutablePointer<Complex>) {
        guard !isPivoted else { return pivoting.solve(vector) }
        for k in 0..<size {
            let row = factors + k * size
            let value = vector[k] * row[k]
            vector[k] = value
            for i in (k + 1)..<max(size, k + 1) { vector[i] = vector[i] - row[i] * value }
        }
        // By columns of Lᵀ, which are rows of L: no sum waits for another.
        for i in stride(from: size - 1, to: 0, by: -1) {
            let (row, value) = (factors + i * size, vector[i])
            for k in 0..<i { vector[k] = vector[k] - row[k] * value }
        }
    }
}

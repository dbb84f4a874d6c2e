/// Eigenvalues of a small real symmetric matrix, by Jacobi's rotations.
enum SymmetricEigenvalues {
    /// The eigenvalues, ascending.
    static func of(_ matrix: [Double], size: Int) -> [Double] {
        decomposition(of: matrix, size: size).values.sorted()
    }

    /// The eigenvalues, and an eigenvector for each: the columns of a matrix that is orthogonal but for rounding.
    static func decomposition(of matrix: [Double], size: Int) -> (values: [Double], vectors: [Double]) {
        var a = matrix
        var vectors = (0..<(size * size)).map { $0 % (size + 1) == 0 ? 1.0 : 0 }
        for _ in 0..<60 {
            var rest = 0.0
            var total = 0.0
            for i in 0..<size {
                for j in 0..<size {
                    total += a[i * size + j] * a[i * size + j]
                    if i != j { rest += a[i * size + j] * a[i * size + j] }
                }
            }
            if rest <= 1e-30 * total { break }
            for p in 0..<size {
                for q in (p + 1)..<max(size, p + 1) where a[p * size + q] != 0 {
                    rotate(&a, &vectors, size, p, q)
                }
            }
        }
        return ((0..<size).map { a[$0 * size + $0] }, vectors)
    }

    private static func rotate(
        _ a: inout [Double], _ vectors: inout [Double], _ size: Int, _ p: Int, _ q: Int
    ) {
        let theta = (a[q * size + q] - a[p * size + p]) / (2 * a[p * size + q])
        let sign = theta < 0 ? -1.0 : 1.0
        let t = sign / (abs(theta) + (theta * theta + 1).squareRoot())
        let c = 1 / (t * t + 1).squareRoot()
        let s = t * c
        for k in 0..<size {
            let (x, y) = (a[k * size + p], a[k * size + q])
            a[k * size + p] = c * x - s * y
            a[k * size + q] = s * x + c * y
        }
        for k in 0..<size {
            let (x, y) = (a[p * size + k], a[q * size + k])
            a[p * size + k] = c * x - s * y
            a[q * size + k] = s * x + c * y
        }
        for k in 0..<size {
            let (x, y) = (vectors[k * size + p], vectors[k * size + q])
            vectors[k * size + p] = c * x - s * y
            vectors[k * size + q] = s * x + c * y
        }
    }
}

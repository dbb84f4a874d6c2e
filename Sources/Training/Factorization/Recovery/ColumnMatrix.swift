/// A dense real matrix, column after column, and its least-squares problems, solved by Householder reflections: normal
/// equations would lose half the digits.
struct ColumnMatrix {
    let rowCount: Int
    let columnCount: Int
    var values: [Double]

    init(rowCount: Int, columnCount: Int) {
        self.rowCount = rowCount
        self.columnCount = columnCount
        values = [Double](repeating: 0, count: rowCount * columnCount)
    }

    /// Makes the matrix upper triangular by reflections, which are applied to the vectors too.
    ///
    /// - Parameter vectors: right sides, each of as many entries as there are rows.
    /// - Precondition: there are at least as many rows as columns.
    /// - Complexity: 2 · rows · columns² operations.
    mutating func triangularize(_ vectors: inout [Double]) {
        precondition(rowCount >= columnCount && vectors.count.isMultiple(of: max(rowCount, 1)))
        let (rows, columns) = (rowCount, columnCount)
        let sides = rows == 0 ? 0 : vectors.count / rows
        // Without bounds checks the loops over columns become vector instructions.
        values.withUnsafeMutableBufferPointer { matrix in
            vectors.withUnsafeMutableBufferPointer { vectors in
                guard let matrix = matrix.baseAddress else { return }
                for k in 0..<columns {
                    let pivot = matrix + k * rows + k
                    let length = rows - k
                    let size = dot(pivot, pivot, length).squareRoot()
                    // Squares of smaller entries are no longer accurate, or vanish.
                    guard size > 1e-140 else { continue }
                    let diagonal = pivot[0] > 0 ? -size : size
                    pivot[0] -= diagonal
                    // ‖v‖² / 2
                    let half = -diagonal * pivot[0]
                    for j in (k + 1)..<max(columns, k + 1) {
                        let column = matrix + j * rows + k
                        add(-dot(pivot, column, length) / half, pivot, to: column, length)
                    }
                    if let vectors = vectors.baseAddress {
                        for side in 0..<sides {
                            let column = vectors + side * rows + k
                            add(-dot(pivot, column, length) / half, pivot, to: column, length)
                        }
                    }
                    pivot[0] = diagonal
                }
            }
        }
    }

    /// x with `Rx = b`, R the upper triangle; where the diagonal is zero to working precision, so is x.
    func backSubstituted(_ vector: ArraySlice<Double>) -> [Double] {
        var result = Array(vector.prefix(columnCount))
        let least = largestDiagonal * 1e-14
        for k in stride(from: columnCount - 1, through: 0, by: -1) {
            let diagonal = values[k * rowCount + k]
            result[k] = abs(diagonal) > least ? result[k] / diagonal : 0
            for i in 0..<k { result[i] -= result[k] * values[k * rowCount + i] }
        }
        return result
    }

    /// Least squares, all right sides at once.
    ///
    /// - Parameter vectors: right sides, each of as many entries as there are rows.
    consuming func leastSquares(_ vectors: [Double]) -> [[Double]] {
        var vectors = vectors
        triangularize(&vectors)
        return stride(from: 0, to: vectors.count, by: rowCount).map { backSubstituted(vectors[$0...]) }
    }

    /// A unit vector that the matrix shrinks most, by inverse iteration with its triangular factor.
    ///
    /// Where several are shrunk alike, some combination of them.
    consuming func smallestSingularVector() -> [Double] {
        var none: [Double] = []
        triangularize(&none)
        // Far below rounding errors, so that the vector is not disturbed; above zero, so that it can be divided by.
        let least = max(largestDiagonal, .leastNormalMagnitude / 0x1p-60) * 0x1p-60
        func diagonal(_ k: Int) -> Double {
            let value = values[k * rowCount + k]
            return abs(value) > least ? value : least
        }
        var vector = (0..<columnCount).map { 1 + 0.5 * Double(($0 * 7) % 5) }
        for _ in 0..<4 {
            for k in 0..<columnCount {
                var sum = vector[k]
                for i in 0..<k { sum -= values[k * rowCount + i] * vector[i] }
                vector[k] = sum / diagonal(k)
            }
            vector.normalize()
            for k in stride(from: columnCount - 1, through: 0, by: -1) {
                vector[k] /= diagonal(k)
                for i in 0..<k { vector[i] -= vector[k] * values[k * rowCount + i] }
            }
            vector.normalize()
        }
        return vector
    }

    private var largestDiagonal: Double {
        (0..<columnCount).reduce(0) { max($0, abs(values[$1 * rowCount + $1])) }
    }
}

/// Four sums at a time: one would wait for itself.
@inline(__always)
func dot(_ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, _ count: Int) -> Double {
    var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
    var i = 0
    while i + 3 < count {
        a += left[i] * right[i]
        b += left[i + 1] * right[i + 1]
        c += left[i + 2] * right[i + 2]
        d += left[i + 3] * right[i + 3]
        i += 4
    }
    while i < count {
        a += left[i] * right[i]
        i += 1
    }
    return (a + b) + (c + d)
}

@inline(__always)
func add(
    _ factor: Double, _ source: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, _ count: Int
) {
    var i = 0
    while i < count {
        target[i] += factor * source[i]
        i += 1
    }
}

extension [Double] {
    /// The Euclidean norm; the largest entry is divided out first, so nothing overflows or vanishes.
    var norm: Double {
        let largest = reduce(0) { Swift.max($0, abs($1)) }
        guard largest > 0, largest.isFinite else { return largest }
        return largest * reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
    }

    /// Divides by the norm, unless that is zero.
    mutating func normalize() {
        let largest = reduce(0) { Swift.max($0, abs($1)) }
        guard largest > 0, largest.isFinite else { return }
        for i in indices { self[i] /= largest }
        let size = norm
        for i in indices { self[i] /= size }
    }
}

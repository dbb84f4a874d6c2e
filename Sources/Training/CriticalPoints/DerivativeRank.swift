/// Whether the derivative J of w by the unknowns of a chart has full rank, proved.
///
/// For any matrix A, if all absolute row sums of `I − AJ` are less than 1, AJ is regular, so J has full rank. A is about the
/// pseudo-inverse of J.
enum DerivativeRank {
    /// - Parameter evaluator: at a box.
    /// - Complexity: n²K products for n unknowns.
    static func isFull(_ evaluator: GradientEvaluator<Disc>, _ chart: Chart) -> Bool {
        let columns = chart.free.map { evaluator.derivative(ofEntry: $0) }
        let count = columns.count
        let solver = LinearSolver(size: count)
        for i in 0..<count {
            for j in 0..<count {
                solver.matrix[i * count + j] = zip(columns[i], columns[j]).reduce(Complex.zero) {
                    $0 + $1.0.center.conjugate * $1.1.center
                }
            }
        }
        guard solver.factor() else { return false }
        // Column after column of A.
        let inverse = (0..<evaluator.structure.filterSize).map { place in
            var column = columns.map { $0[place].center.conjugate }
            solver.solve(&column)
            return column
        }
        return (0..<count).allSatisfy { i in
            var sum = 0.0
            for j in 0..<count {
                let product = inverse.indices.reduce(i == j ? Disc.zero - .one : .zero) {
                    $0 + Disc(inverse[$1][i]) * columns[j][$1]
                }
                sum = (sum + product.largestMagnitude) * (1 + 0x1p-50)
            }
            return sum < 1
        }
    }
}

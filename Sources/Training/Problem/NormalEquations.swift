/// The quadratic loss of data, `wᵀTw − 2bᵀw + ‖Y‖²`, summed over samples and outputs.
struct NormalEquations {
    /// T, row after row.
    var matrix: [Double]
    /// b.
    var vector: [Double]
    /// ‖Y‖².
    var constant = 0.0

    /// - Precondition: inputs have as many rows as outputs, of `size + (d_L − 1)·stride` numbers.
    /// - Complexity: N·d_L·size²/2 multiplications.
    init(inputs: DataMatrix, outputs: DataMatrix, size: Int, stride: Int) {
        precondition(
            inputs.rowCount == outputs.rowCount
                && inputs.columnCount == size + (outputs.columnCount - 1) * stride)
        matrix = [Double](repeating: 0, count: size * size)
        vector = [Double](repeating: 0, count: size)
        let (values, targets) = (inputs.values, outputs.values)
        for sample in 0..<inputs.rowCount {
            for m in 0..<outputs.columnCount {
                let target = targets[sample * outputs.columnCount + m]
                let start = sample * inputs.columnCount + stride * m
                constant += target * target
                for i in 0..<size {
                    let (value, row) = (values[start + i], i * size)
                    vector[i] += target * value
                    for j in 0...i { matrix[row + j] += value * values[start + j] }
                }
            }
        }
        for i in 0..<size {
            for j in 0..<i { matrix[j * size + i] = matrix[i * size + j] }
        }
    }

    /// Whether nothing has left the range of double precision.
    var isFinite: Bool {
        constant.isFinite && vector.allSatisfy(\.isFinite) && matrix.allSatisfy(\.isFinite)
    }
}

import ExactAlgebra
import Neurovariety

/// Training a network with the quadratic loss: `‖α_w(X) − Y‖² = wᵀTw − 2bᵀw + ‖Y‖²` for its end-to-end filter w.
///
/// `T_{ij} = Σ_{m<d_L} (XXᵀ)_{i+sm, j+sm}` is the map ψ of (4.5), with `s = s_1⋯s_L`, the last stride included, and
/// `b_j = Σ_{m<d_L} (YXᵀ)_{m, j+sm}`; (4.8) is the same with `Tu = b`. No inverse of XXᵀ is needed: T may be regular
/// where XXᵀ is not, as with few samples that are long, or one.
public struct TrainingProblem: Sendable {
    /// As given.
    public let architecture: Architecture
    /// T, K × K, row after row, rounded; beyond the range of numbers where the inputs are of size 10^±150.
    public let matrix: [Double]
    /// b.
    public let vector: [Double]
    /// ‖Y‖².
    public let constant: Double
    /// u with `Tu = b`: the best filter without any architecture.
    public let unconstrainedMinimum: [Double]
    /// T, b and ‖Y‖² enclosed, for data scaled by powers of two.
    let enclosure: LossEnclosure
    /// The data, and the stride of the whole network, where there are some.
    let data: (inputs: DataMatrix, outputs: DataMatrix, stride: Int)?

    /// The inputs, one sample a row; nil for a problem without data.
    public var inputs: DataMatrix? { data?.inputs }
    /// The outputs, one sample a row; nil for a problem without data.
    public var outputs: DataMatrix? { data?.outputs }

    /// The largest K: T has K² entries.
    public static let largestFilterSize = 2_000

    private static func checkSize(_ architecture: Architecture) throws(DataError) {
        guard architecture.endToEndFilterSize <= largestFilterSize else {
            throw .tooLarge(filterSize: architecture.endToEndFilterSize, limit: largestFilterSize)
        }
    }

    /// - Parameters:
    ///   - inputs: one sample of `d_0 = K + (d_L − 1)s` numbers a row.
    ///   - outputs: one sample of d_L numbers a row.
    ///   - lastStride: s_L, which the end-to-end filter does not depend on, but the network does.
    /// - Throws: ``DataError`` if the shapes do not fit, T is singular, or filters or losses are beyond the range of numbers.
    public init(
        _ architecture: Architecture, inputs: DataMatrix, outputs: DataMatrix, lastStride: Int = 1
    ) throws(DataError) {
        try Self.checkSize(architecture)
        let size = architecture.endToEndFilterSize
        let strideProduct = architecture.strideProducts.last ?? 1
        let stride = strideProduct * lastStride
        let hint = ShapeHint(
            inputs: inputs, outputs: outputs, filterSize: size, strideProduct: strideProduct,
            lastStride: lastStride)
        guard inputs.rowCount == outputs.rowCount else {
            throw .sampleCounts(inputs: inputs.rowCount, outputs: outputs.rowCount, hint: hint)
        }
        let expected = size + (outputs.columnCount - 1) * stride
        guard inputs.columnCount == expected else {
            throw .width(
                found: inputs.columnCount, expected: expected, filterSize: size,
                outputs: outputs.columnCount, stride: stride, hint: hint)
        }
        guard inputs.values.contains(where: { $0 != 0 }) else {
            throw Self.rankDeficient(
                [Double](repeating: 0, count: size * size), size, (inputs, outputs, stride))
        }
        guard let enclosure = LossEnclosure(inputs, outputs, size: size, stride: stride) else {
            throw .zeroFilter
        }
        try self.init(architecture, enclosure, data: (inputs, outputs, stride))
    }

    /// The nearest filters of the neurovariety: `‖w − u‖²`, T is the identity.
    public init(_ architecture: Architecture, nearest filter: [Double]) throws(DataError) {
        try Self.checkSize(architecture)
        let size = architecture.endToEndFilterSize
        guard filter.count == size else { throw .filterSize(found: filter.count, expected: size) }
        guard filter.contains(where: { $0 != 0 }) else { throw .zeroFilter }
        guard let enclosure = LossEnclosure(nearest: filter) else { throw .zeroFilter }
        try self.init(architecture, enclosure, data: nil)
    }

    private init(
        _ architecture: Architecture, _ enclosure: LossEnclosure,
        data: (inputs: DataMatrix, outputs: DataMatrix, stride: Int)?
    ) throws(DataError) {
        let (matrix, vector) = (
            enclosure.matrix.map(\.midpoint.high), enclosure.vector.map(\.midpoint.high)
        )
        guard let factors = Cholesky(matrix, size: vector.count) else {
            throw Self.rankDeficient(matrix, vector.count, data)
        }
        guard vector.contains(where: { $0 != 0 }) else { throw .zeroFilter }
        let minimum = factors.solve(vector)
        let units = DataUnits(enclosure, minimum: minimum)
        guard units.areRepresentable else { throw .unrepresentable(units) }
        let (filters, losses) = (enclosure.filterExponent, enclosure.lossExponent)
        self.architecture = architecture
        self.enclosure = enclosure
        self.matrix = matrix.map { $0.scaled(byPowerOfTwo: losses - 2 * filters) }
        self.vector = vector.map { $0.scaled(byPowerOfTwo: losses - filters) }
        constant = enclosure.constant.midpoint.high.scaled(byPowerOfTwo: losses)
        unconstrainedMinimum = minimum.map { $0.scaled(byPowerOfTwo: filters) }
        self.data = data
    }

    private static func rankDeficient(
        _ matrix: [Double], _ size: Int, _ data: (inputs: DataMatrix, outputs: DataMatrix, stride: Int)?
    ) -> DataError {
        .rankDeficient(
            NumericalRank(matrix, size: size), samples: data?.inputs.rowCount ?? 0,
            outputs: data?.outputs.columnCount ?? 0)
    }

    /// Random data: normal inputs and outputs, `2d_0` samples.
    public static func random(
        _ architecture: Architecture, outputWidth: Int, lastStride: Int = 1, samples: Int? = nil, seed: UInt64
    ) throws(DataError) -> TrainingProblem {
        try checkSize(architecture)
        var generator = SplitMix(seed: seed)
        let stride = (architecture.strideProducts.last ?? 1) * lastStride
        let width = architecture.endToEndFilterSize + (outputWidth - 1) * stride
        let count = samples ?? 2 * width
        func normal(_ rows: Int, _ columns: Int) -> DataMatrix {
            DataMatrix(
                rowCount: rows, columnCount: columns,
                values: (0..<(rows * columns)).map { _ in Complex.random(using: &generator).real })
        }
        return try TrainingProblem(
            architecture, inputs: normal(count, width), outputs: normal(count, outputWidth),
            lastStride: lastStride)
    }

    /// The loss of an end-to-end filter: from the data, where there are some, which does not cancel.
    public func loss(of filter: [Double]) -> Double {
        if let data {
            var sum = 0.0
            for sample in 0..<data.inputs.rowCount {
                for m in 0..<data.outputs.columnCount {
                    var value = -data.outputs[sample, m]
                    for (j, weight) in filter.enumerated() {
                        value += weight * data.inputs[sample, j + data.stride * m]
                    }
                    sum += value * value
                }
            }
            return sum
        }
        return quadraticLoss(of: filter)
    }

    /// The loss by T and b.
    func quadraticLoss(of filter: [Double]) -> Double {
        let size = filter.count
        var sum = constant
        for i in 0..<size {
            var row = 0.0
            for j in 0..<size { row += matrix[i * size + j] * filter[j] }
            sum += filter[i] * (row - 2 * vector[i])
        }
        return sum
    }
}

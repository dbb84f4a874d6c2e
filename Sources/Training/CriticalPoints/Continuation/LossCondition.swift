import PlatformBasics

/// How badly conditioned the matrix T of a loss is, by its units and without them: numerical.
public struct LossCondition: Sendable {
    /// The condition of T when its diagonal is brought to 1; infinite where that is singular to working precision.
    public let balanced: Double
    /// How far the units of columns of X differ: the square root of the ratio of the largest to the smallest entry of the diagonal.
    public let scaleRatio: Double
    /// The same with units: about the condition of T.
    public var total: Double { balanced * scaleRatio * scaleRatio }

    /// The roots of the diagonal.
    let scales: [Double]
    /// T with its diagonal brought to 1.
    let balancedMatrix: [Double]

    /// - Parameter loss: T is real and positive definite.
    /// - Complexity: size³/6 multiplications, and 40 size².
    init(_ loss: LossParameters) {
        let size = loss.vector.count
        let scales = (0..<size).map { loss.matrix[$0 * (size + 1)].real.squareRoot() }
        let matrix = (0..<(size * size)).map {
            loss.matrix[$0].real / (scales[$0 / size] * scales[$0 % size])
        }
        (self.scales, balancedMatrix) = (scales, matrix)
        scaleRatio = (scales.max() ?? 1) / (scales.min() ?? 1)
        guard let factors = Cholesky(matrix, size: size) else {
            balanced = .infinity
            return
        }
        /// The largest eigenvalue, by the power method from a vector that is not special.
        func largest(_ product: ([Double]) -> [Double]) -> Double {
            var (vector, length) = ((0..<size).map { 1 + Double($0 * $0 % 7) / 5 }, 1.0)
            for _ in 0..<20 {
                length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
                vector = product(vector.map { $0 / length })
            }
            return vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        }
        balanced =
            largest(factors.solve)
            * largest { vector in
                (0..<size).map { i in (0..<size).reduce(0) { $0 + matrix[i * size + $1] * vector[$1] } }
            }
    }
}

extension LossCondition: CustomStringConvertible {
    /// `10^12; the units of columns of X differ by 10^5`.
    public var description: String {
        func power(_ value: Double) -> String {
            value.isFinite ? "10^\(Int(log10(value).rounded()))" : "beyond 10^15"
        }
        return power(total)
            + (scaleRatio >= 100 ? "; the units of columns of X differ by \(power(scaleRatio))" : "")
    }
}

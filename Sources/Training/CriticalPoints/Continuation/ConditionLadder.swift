import PlatformBasics

/// Problems on the way from a well-conditioned one to the given one, each some ten times as badly conditioned as the one
/// before.
///
/// Where T is badly conditioned, critical points move with powers of its small eigenvalues and of the units of the columns: on
/// a single segment from a generic problem all of that happens in its last part. With D the roots of the diagonal of T and
/// `T = D·VΛVᵀ·D`, the problems are `T_τ = D^τ·VΛ^τVᵀ·D^τ` with the minimum `D^{−τ}·Du`, at equal distances of τ up to 1, which is
/// the problem itself.
enum ConditionLadder {
    /// One of the problems.
    struct Rung {
        let parameters: LossParameters
        /// The roots of the diagonal of T: w has entries of size one in these units.
        let scales: [Double]
        /// Of T, roughly.
        let condition: Double
    }

    /// A single segment is enough up to this condition.
    private static let harmless = 3e4
    /// By how much the condition grows from one problem to the next, where there are several.
    private static let growth = 10.0

    /// The problems in turn; the last is the given one, and often the only one.
    ///
    /// - Parameter target: T is real and positive definite.
    /// - Complexity: some 50·size³ multiplications where there are several, and size² for each in turn.
    static func problems(to target: LossParameters) -> [Rung] {
        let condition = LossCondition(target)
        let (size, scales) = (target.vector.count, condition.scales)
        let last = Rung(parameters: target, scales: scales, condition: condition.total)
        guard condition.total > harmless else { return [last] }
        let (values, vectors) = SymmetricEigenvalues.decomposition(of: condition.balancedMatrix, size: size)
        let floor = (values.max() ?? 1) * .ulpOfOne
        // Vᵀ·Du.
        let minimum = (0..<size).map { k in
            (0..<size).reduce(0) { $0 + vectors[$1 * size + k] * target.vector[$1].real / scales[$1] }
                / max(values[k], floor)
        }
        let count = Int((log(min(condition.total, 1e15)) / log(growth)).rounded(.up))
        return (1..<count).map { step in
            let exponent = Double(step) / Double(count)
            let own = scales.map { pow($0, exponent) }
            let powers = values.map { pow(max($0, floor), exponent) }
            func combination(_ row: Int, _ weights: (Int) -> Double) -> Complex {
                Complex(own[row] * (0..<size).reduce(0) { $0 + vectors[row * size + $1] * weights($1) })
            }
            return Rung(
                parameters: LossParameters(
                    matrix: (0..<(size * size)).map { place in
                        let column = place % size
                        return combination(place / size) { powers[$0] * vectors[column * size + $0] }
                            * own[column]
                    },
                    vector: (0..<size).map { combination($0) { powers[$0] * minimum[$0] } }),
                scales: own, condition: pow(condition.total, exponent))
        } + [last]
    }
}

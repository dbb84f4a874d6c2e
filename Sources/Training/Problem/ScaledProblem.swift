/// A problem scaled by powers of two, which is exact, so that T and its solutions are of size one.
struct ScaledProblem: Sendable {
    /// T, b and ‖Y‖² in these units, enclosed.
    let enclosure: LossEnclosure
    /// T and b rounded, for paths and for Newton's method.
    let parameters: LossParameters
    /// How many terms the loss has; nil where it is a distance.
    let termCount: Int?

    init(_ problem: TrainingProblem) {
        let size = problem.architecture.endToEndFilterSize
        let given = problem.enclosure
        let trace = (0..<size).reduce(0) { $0 + given.matrix[$1 * (size + 1)].midpoint.high }
        let largest = problem.unconstrainedMinimum.reduce(0) { max($0, abs($1)) }
        // Then they are between √½ and √2.
        func exponent(_ value: Double) -> Int { Int((value * 0x1.6a09ep0).exponent) }
        enclosure = given.scaled(
            matrix: exponent(trace / Double(size)),
            filters: largest > 0 ? exponent(largest) - given.filterExponent : 0)
        parameters = LossParameters(
            matrix: enclosure.matrix.map { Complex($0.midpoint.high) },
            vector: enclosure.vector.map { Complex($0.midpoint.high) })
        termCount = problem.data.map { $0.outputs.rowCount * $0.outputs.columnCount }
    }

    /// A filter, or a last layer, in the units of the data: exactly.
    func unscaled(_ values: [Double]) -> [Double] {
        values.map { $0.scaled(byPowerOfTwo: enclosure.filterExponent) }
    }
}

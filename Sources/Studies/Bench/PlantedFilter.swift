import ExactAlgebra
import Neurovariety

/// The end-to-end filter of two layers with stride 2 and random coefficients of 64 bits.
struct PlantedFilter {
    let architecture: Architecture
    let form: BinaryForm
    /// The degree of what the two forms of the 2-decomposition have in common.
    let commonDegree: Int
    /// A point of the field, to compare common factors at.
    let point: UInt64

    /// - Parameters:
    ///   - size: K.
    ///   - shares: whether the first layer has a quadratic factor in x² too, so that the layers can share its roots and
    ///     the common factor has a higher degree than the second layer.
    /// - Precondition: `size ≥ 8`.
    init(size: Int, shares: Bool, field: PrimeField, seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        func random(_ count: Int) -> [Integer] {
            (0..<count).map { _ in
                var value = 0
                while value == 0 { value = Int(truncatingIfNeeded: generator.next()) }
                return Integer(value)
            }
        }
        let second = size / 4 + 1
        let first = size - 2 * (second - 1)
        architecture = try Architecture(filterSizes: [first, second], strides: [2])
        commonDegree = second - 1 + (shares ? 1 : 0)
        let layer =
            shares
            ? BinaryForm(coefficients: random(first - 2)) * BinaryForm(coefficients: random(2)).spread(by: 2)
            : BinaryForm(coefficients: random(first))
        form = layer * BinaryForm(coefficients: random(second)).spread(by: 2)
        point = UInt64.random(in: 1..<field.modulus, using: &generator)
    }

    /// The longest coefficient.
    var bits: Int { form.coefficients.map(\.bitLength).max() ?? 0 }
}

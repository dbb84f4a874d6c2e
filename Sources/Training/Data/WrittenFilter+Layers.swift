import ExactAlgebra
import Neurovariety

extension WrittenFilter {
    /// The end-to-end filter of layers, multiplied exactly.
    ///
    /// - Throws: ``DataError/layerCount(found:expected:)``, ``DataError/layerSize(layer:found:expected:)``.
    public init(multiplying layers: [WrittenFilter], _ architecture: Architecture) throws(DataError) {
        guard layers.count == architecture.layerCount else {
            throw .layerCount(found: layers.count, expected: architecture.layerCount)
        }
        var product = BinaryForm.one
        var denominator = Integer.one
        for (index, layer) in layers.enumerated() {
            let expected = architecture.filterSizes[index]
            guard layer.coefficients.count == expected else {
                throw .layerSize(layer: index + 1, found: layer.coefficients.count, expected: expected)
            }
            let (form, own) = BinaryForm.clearingDenominators(of: layer.coefficients)
            product = product * form.spread(by: architecture.strideProducts[index])
            denominator *= own
        }
        // A product of exact numbers is one, however roughly they stand for others.
        self.init(product.coefficients.map { Rational($0, denominator) })
    }
}

import ExactAlgebra
import Neurovariety

/// A network with a given end-to-end filter.
public struct Network: Sendable {
    /// The filters of the reduced architecture, one for each block; the scale is in the first.
    public let blocks: [LayerFilter]
    /// Real layers of the architecture as given; nil if there are none. Where all of them are rational their product is the
    /// filter, exactly.
    public let layers: [LayerFilter]?
    /// How far the product of the layers, or else of the blocks, misses the filter, relative to its largest coefficient, in double
    /// precision; see ``isExact``.
    public let residual: Double

    /// Whether all numbers are in the range of double precision, where they are not exact; else there are no blocks and layers here.
    public let isRepresentable: Bool
    /// Whether real layers of the architecture as given make it.
    public let hasRealLayers: Bool

    /// Whether the layers, or else the blocks, are rational, and their product is the filter.
    public var isExact: Bool { isRepresentable && (layers ?? blocks).allSatisfy(\.isExact) }

    /// Whether the filters of the reduced architecture are real; exact.
    public let isReal: Bool

    /// - Parameters:
    ///   - blocks: up to constants, with the roots of each.
    ///   - target: what the product is scaled to.
    ///   - mayHaveLayers: false if it is known that a block has too few real roots; its roots are not needed then.
    init(
        _ blocks: [BlockRoots], _ architecture: Architecture, _ target: ScaledFilter,
        mayHaveLayers: Bool = true
    ) {
        let structure = architecture.blocks
        var filters = blocks.map(\.filter)
        isReal = filters.allSatisfy(\.isReal)
        let blockResidual = target.scale(&filters, steps: structure.map(\.step))
        var layers: [LayerFilter]? =
            mayHaveLayers && isReal ? architecture.filterSizes.map { _ in .one } : nil
        for (block, roots) in zip(structure, blocks) where !block.layers.isEmpty {
            let split = layers == nil ? nil : BlockSplitting.layers(roots, degrees: block.degrees)
            for (layer, filter) in zip(block.layers, split ?? []) { layers?[layer] = filter }
            if split == nil { layers = nil }
        }
        hasRealLayers = layers != nil
        var residual = blockResidual
        if var scaled = layers {
            residual = target.scale(&scaled, steps: architecture.strideProducts)
            layers = scaled
        }
        isRepresentable = (filters + (layers ?? [])).allSatisfy(\.isFinite) && residual.isFinite
        self.residual = residual
        self.blocks = isRepresentable ? filters : []
        self.layers = isRepresentable ? layers : nil
    }
}

extension LayerFilter {
    fileprivate var isFinite: Bool {
        if case .numerical(let values) = self { return values.allSatisfy(\.isFinite) }
        return true
    }
}

/// The filter that layers should multiply to.
struct ScaledFilter: Sendable {
    /// Times the common denominator.
    let form: BinaryForm
    private let denominator: Integer
    private let values: [Double]
    private let exponent: Int

    init(_ filter: [Rational]) {
        (form, denominator) = BinaryForm.clearingDenominators(of: filter)
        (values, exponent) = Rational.scaledApproximations(filter)
    }

    /// Multiplies the first filter by what makes the product the filter, or nearest to it.
    ///
    /// - Returns: the residual.
    func scale(_ filters: inout [LayerFilter], steps: [Int]) -> Double {
        var forms: [BinaryForm] = []
        for filter in filters {
            guard case .exact(let values) = filter else { return scaleNumerically(&filters, steps) }
            // Up to constants: the scale is what is looked for.
            forms.append(BinaryForm.clearingDenominators(of: values).form)
        }
        let product = zip(forms, steps).reduce(BinaryForm.one) { $0 * $1.0.spread(by: $1.1) }
        guard let place = form.coefficients.firstIndex(where: { $0.signum != 0 }) else { return 0 }
        let (top, bottom) = (form.coefficients[place], product.coefficients[place])
        precondition(
            zip(form.coefficients, product.coefficients).allSatisfy { $0 * bottom == $1 * top },
            "rational layers multiply to the filter")
        let scale = Rational(top, bottom * denominator)
        filters[0] = .exact(
            forms[0].coefficients.map { Rational($0 * scale.numerator, scale.denominator) })
        for index in filters.indices.dropFirst() { filters[index] = .form(forms[index]) }
        return 0
    }

    private func scaleNumerically(_ filters: inout [LayerFilter], _ steps: [Int]) -> Double {
        var product = [Complex.one]
        let normalized = filters.map(\.normalizedApproximations)
        for (layer, step) in zip(normalized.map(\.values), steps) {
            var next = [Complex](repeating: .zero, count: product.count + (layer.count - 1) * step)
            for (i, a) in layer.enumerated() {
                for (j, b) in product.enumerated() { next[j + i * step] += a * b }
            }
            product = next
        }
        // The constant nearest in the sense of least squares.
        var (top, bottom) = (Complex.zero, 0.0)
        for (a, b) in zip(product, values) {
            top += a.conjugate * Complex(b)
            bottom += a.squaredMagnitude
        }
        let scale = top * (1 / bottom)
        var (difference, size) = (0.0, 0.0)
        for (a, b) in zip(product, values) {
            difference = max(difference, (a * scale - Complex(b)).magnitude)
            size = max(size, abs(b))
        }
        // Powers of two come back at the end: values between would leave the range of floating-point numbers.
        let power = normalized.dropFirst().reduce(-exponent) { $0 + $1.exponent }
        let isReal = filters.allSatisfy(\.isReal)
        // Where that is far out of range all filters share it.
        let share = abs(power) > 512 ? power / filters.count : 0
        filters[0] = .numerical(
            normalized[0].values.map {
                ($0 * (isReal ? Complex(scale.real) : scale)).scaled(by: power - share * (filters.count - 1))
            })
        for index in filters.indices.dropFirst() where share != 0 {
            filters[index] = .numerical(
                normalized[index].values.map { $0.scaled(by: share - normalized[index].exponent) })
        }
        return difference / size
    }
}

extension LayerFilter {
    /// Times the power of two that makes the largest rational coefficient about 1.
    fileprivate var normalizedApproximations: (values: [Complex], exponent: Int) {
        switch self {
        case .exact(let values):
            let (approximations, exponent) = Rational.scaledApproximations(values)
            return (approximations.map { Complex($0) }, exponent)
        case .numerical(let values): return (values, 0)
        }
    }
}

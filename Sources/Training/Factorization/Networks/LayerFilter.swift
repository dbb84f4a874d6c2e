import ExactAlgebra

/// The filter of a layer, or of a block of layers.
public enum LayerFilter: Hashable, Sendable {
    /// Rational, exactly.
    case exact([Rational])
    /// In double precision; real numbers have imaginary part 0.
    case numerical([Complex])

    /// Whether the coefficients are rational and exact.
    public var isExact: Bool {
        if case .exact = self { return true }
        return false
    }

    /// Whether all coefficients are real; exact.
    public var isReal: Bool {
        switch self {
        case .exact: return true
        case .numerical(let values): return values.allSatisfy { $0.imaginary == 0 }
        }
    }

    /// In double precision.
    public var approximations: [Complex] {
        switch self {
        case .exact(let values): return values.map { Complex($0.approximation) }
        case .numerical(let values): return values
        }
    }

    static let one = LayerFilter.exact([Rational(1)])

    static func form(_ form: BinaryForm) -> LayerFilter {
        .exact(form.coefficients.map { Rational($0) })
    }
}

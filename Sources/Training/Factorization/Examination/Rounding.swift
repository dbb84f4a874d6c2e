/// Which rounding explains a small distance between a filter and the filters of networks.
public enum Rounding: String, CaseIterable, Sendable {
    /// No distance.
    case exact
    /// IEEE binary64, the `double` of C and `float64` of NumPy.
    case double
    /// IEEE binary32, `float32`.
    case single
    /// IEEE binary16, `float16`.
    case half
    /// No rounding that networks are computed with.
    case none

    /// The largest relative distance that it explains.
    ///
    /// Rounding every coefficient once moves a filter by at most the unit roundoff u, relative to its norm; multiplying layers
    /// in the same precision by some more: 16u are enough for networks of some layers. For `double` it is 128u, because the
    /// layers found here are rounded to the same precision.
    public var bound: Double {
        switch self {
        case .exact: return 0
        case .double: return 0x1p-46
        case .single: return 0x1p-20
        case .half: return 0x1p-7
        case .none: return .infinity
        }
    }

    /// The finest one that explains a distance.
    public init(explaining distance: Double) {
        self = Self.allCases.first { distance <= $0.bound } ?? .none
    }

    /// That with which numbers of a precision are rounded.
    init(_ precision: WrittenFilter.Precision) {
        switch precision {
        case .exact: self = .exact
        case .double: self = .double
        case .single: self = .single
        case .half: self = .half
        }
    }
}

import ExactAlgebra

/// A value in a transcript, as Macaulay2's `toString` prints it.
public indirect enum Value: Hashable, Sendable {
    case integer(Integer)
    case rational(Integer, Integer)
    case real(Double)
    case boolean(Bool)
    case null
    case string(String)
    case list([Value])
    case sequence([Value])

    /// An integer that fits in an `Int`.
    public var integer: Int? {
        guard case .integer(let value) = self else { return nil }
        return Int(exactly: value)
    }

    /// A number as seconds.
    public var number: Double? {
        switch self {
        case .integer(let value): return value.approximation
        case .rational(let numerator, let denominator):
            return numerator.approximation / denominator.approximation
        case .real(let value): return value
        default: return nil
        }
    }

    /// A truth value.
    public var boolean: Bool? {
        guard case .boolean(let value) = self else { return nil }
        return value
    }

    /// The content of a string.
    public var string: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    /// The elements of a list.
    public var list: [Value]? {
        guard case .list(let values) = self else { return nil }
        return values
    }
}

import ExactAlgebra
import PlatformBasics

/// A floating-point format to which filters are rounded.
public enum Rounding: String, CaseIterable, Sendable {
    /// IEEE binary64, the `double` of C and `float64` of NumPy.
    case double
    /// IEEE binary32, `float32`.
    case single
    /// IEEE binary16, `float16`.
    case half

    /// The largest relative distance that it explains.
    ///
    /// Rounding every coefficient once moves a filter by at most the unit roundoff u, relative to its norm; multiplying layers
    /// in the same precision by some more. By experience, not proved, 16u are enough for networks of some layers. For `double` it is 128u, because the
    /// layers found here are rounded to the same precision.
    public var bound: Double {
        switch self {
        case .double: return 0x1p-46
        case .single: return 0x1p-20
        case .half: return 0x1p-7
        }
    }

    /// That with which numbers of a precision are rounded; nil for exact ones.
    init?(_ precision: WrittenFilter.Precision) {
        switch precision {
        case .exact: return nil
        case .double: self = .double
        case .single: self = .single
        case .half: self = .half
        }
    }
}

extension WrittenFilter {
    /// The relative distance that rounding to the decimal digits that are written explains; nil if there are numbers without a
    /// decimal, no decimals but integers, or fewer digits than measured numbers have.
    var decimalRounding: Double? {
        var (digits, places) = (0, 0)
        for coefficient in coefficients {
            guard let decimal = coefficient.decimal else { return nil }
            digits = max(digits, decimal.digits.magnitude.description.utf8.count)
            places = max(places, -decimal.exponent)
        }
        let isMeasured = digits >= Self.leastDigits || (precision == .single && places >= Self.leastDigits)
        guard places > 0, isMeasured else { return nil }
        let norm = coefficients.reduce(0) { hypot($0, $1.approximation) }
        // Half a unit in the last of n digits is at most 5·10^-n of a number; of so many places behind the point, it is the same
        // for all. As much again for multiplying layers.
        let fixed = pow(10, -Double(places)) * Double(coefficients.count).squareRoot() / norm
        let distance = digits >= Self.leastDigits ? max(pow(10, 1 - Double(digits)), fixed) : fixed
        return distance.isFinite ? distance : nil
    }

    /// PyTorch prints four digits behind the point.
    private static let leastDigits = 4

    /// How far a filter may be from what a network makes and count as a rounded one: 0 for exact numbers.
    var tolerance: Double {
        guard let rounding = Rounding(precision) else { return 0 }
        return max(rounding.bound, min(decimalRounding ?? 0, Rounding.half.bound))
    }
}

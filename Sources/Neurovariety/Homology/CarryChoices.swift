import ExactAlgebra

/// The factor `binom(y+τ−1, y−1)·binom(d−1+τ, y+τ)` of ``LocalCohomology``, for τ = 0, 1, ….
struct CarryChoices {
    /// y, at least 1.
    private let surplus: Int
    /// d − 1.
    private let leastDegree: Int
    private var carry = 0
    private var value: Integer?

    /// From here on new binomials take less time than steps from one to the next.
    private static let longestWay = 16

    init(surplus: Int, leastDegree: Int) {
        (self.surplus, self.leastDegree) = (surplus, leastDegree)
    }

    /// - Precondition: τ does not decrease from call to call.
    mutating func count(of wanted: Int) -> Integer {
        guard var result = value, wanted - carry < Self.longestWay else {
            let result = direct(wanted)
            (carry, value) = (wanted, result)
            return result
        }
        while carry < wanted {
            // The numerator has both denominators as divisors.
            result.multiply(by: surplus + carry)
            result.multiply(by: leastDegree + carry + 1)
            result.divide(by: carry + 1)
            result.divide(by: surplus + carry + 1)
            carry += 1
        }
        value = result
        return result
    }

    private func direct(_ carry: Int) -> Integer {
        .binomial(surplus + carry - 1, surplus - 1) * .binomial(leastDegree + carry, surplus + carry)
    }
}

import ExactAlgebra

/// The values of the Hilbert function in degrees 0, 1, 2, …, by counting monomials whose support is a face of Δ.
///
/// Such a monomial is a sequence `0 ≤ j_1 ≤ … ≤ j_d ≤ K−1` whose n = d + 1 gaps can be filled by the steps of the
/// architecture. Write the gaps in the mixed radix of the strides, and let `R_ℓ` be the sum of their digits of place ℓ.
/// Steps of length `S_ℓ` that are left over are worth `1/s_ℓ` of the next longer ones, so the condition is that
/// the carries `C_ℓ = (C_{ℓ−1} + k_ℓ − 1 − R_ℓ)/s_ℓ` are nonnegative integers, and zero at the end. Counting
/// sequences with given digit sums is a product over ℓ: a small dynamic program over the carry for each degree.
///
/// Numbers of digits with a given sum, and the binomials of the last place, whose digits are unbounded, are those of
/// the degree before times `1 + x + … + x^{s−1}` or `1/(1 − x)`: a few additions in place, no product.
///
/// - Complexity: for each degree at most `Σ k_ℓ²/s_ℓ` products of integers; `k_1/s_1` for two layers.
struct HilbertFunctionCounts {
    private let steps: [Int]
    private let strides: [Int]
    /// For each layer but the last, the numbers of sequences of n digits below the stride with sum 0, 1, ….
    private var digits: [[Integer]]
    /// The numbers of sequences of n digits of any size with sum `k_L − 1`, `k_L`, ….
    private var lastDigits: [Integer]
    /// How many digits they are: of the degree that was counted last, plus 1.
    private var gapCount = 0

    /// - Parameter architecture: reduced.
    init(_ architecture: Architecture) {
        steps = architecture.filterSizes.map { $0 - 1 }
        strides = architecture.strides
        digits = []
        var largestCarry = 0
        for (length, stride) in zip(steps, strides) {
            let largestSum = largestCarry + length
            digits.append([.one] + [Integer](repeating: .zero, count: largestSum))
            largestCarry = largestSum / stride
        }
        let last = steps[steps.count - 1]
        lastDigits = (last...last + largestCarry).map { $0 == 0 ? .one : .zero }
    }

    /// The value in the next degree.
    mutating func next() -> Integer {
        gapCount += 1
        for layer in digits.indices { Self.append(digitBelow: strides[layer], to: &digits[layer]) }
        appendLastDigit()
        var byCarry: [Integer] = [.one]
        for layer in digits.indices {
            let (length, stride) = (steps[layer], strides[layer])
            var next = [Integer](repeating: .zero, count: (byCarry.count - 1 + length) / stride + 1)
            for (carry, ways) in byCarry.enumerated() where ways != .zero {
                for newCarry in 0...(carry + length) / stride {
                    next[newCarry].add(
                        productOf: ways, and: digits[layer][carry + length - stride * newCarry])
                }
            }
            byCarry = next
        }
        return zip(byCarry, lastDigits).reduce(into: Integer.zero) { $0.add(productOf: $1.0, and: $1.1) }
    }

    /// Times `(1 − x^s)/(1 − x)`.
    private static func append(digitBelow stride: Int, to counts: inout [Integer]) {
        guard counts.count > 1 else { return }
        for sum in (1..<counts.count).reversed() where sum >= stride { counts[sum] -= counts[sum - stride] }
        for sum in 1..<counts.count { counts[sum] += counts[sum - 1] }
    }

    /// Times `1/(1 − x)`, where the coefficients before those that are kept are known:
    /// `binom(b + n − 1, b)` for the first of them, b = k_L − 1.
    private mutating func appendLastDigit() {
        let b = steps[steps.count - 1]
        if gapCount == 1 {
            lastDigits[0] = .one
        } else {
            lastDigits[0].multiply(by: b + gapCount - 1)
            lastDigits[0].divide(by: gapCount - 1)
        }
        for place in lastDigits.indices.dropFirst() { lastDigits[place] += lastDigits[place - 1] }
    }
}

import ExactAlgebra

/// The Hilbert series of the homogeneous coordinate ring of the neurovariety, `Σ h_i z^i / (1−z)^D`.
///
/// It is that of the complex Δ, since the ideal of Δ is an initial ideal. A monomial whose support is a face
/// is a sequence `0 ≤ j_1 ≤ … ≤ j_d ≤ K−1` whose d + 1 gaps can be filled by the steps of the architecture.
/// Write the gaps in the mixed radix of the strides, and let `R_ℓ` be the sum of their digits of place ℓ.
/// Steps of length `S_ℓ` that are left over are worth `1/s_ℓ` of the next longer ones, so the condition is that
/// the carries `C_ℓ = (C_{ℓ−1} + k_ℓ − 1 − R_ℓ)/s_ℓ` are nonnegative integers, and zero at the end. Counting
/// sequences with given digit sums is a product over ℓ: a small dynamic program over the carry for each d.
///
/// - Complexity: D + 1 values of the Hilbert function, each by at most `Σ k_ℓ²/s_ℓ` products of integers.
public struct HilbertSeries: Sendable {
    /// `D = Σk_ℓ − (L−1)`, the Krull dimension.
    public let dimension: Int
    /// `h_0, …, h_r`, with `h_r ≠ 0`.
    public let numerator: [Integer]

    /// The largest dimension for which the series is computed.
    public static let largestDimension = 4_000

    /// - Throws: ``HilbertError/tooLarge(dimension:)``.
    public init(_ architecture: Architecture) throws(HilbertError) {
        dimension = architecture.dimension
        guard dimension <= Self.largestDimension else { throw .tooLarge(dimension: dimension) }
        var values = Self.values(architecture.reduced, count: dimension + 1)
        // Multiply by (1 − z)^D.
        for _ in 0..<dimension {
            for place in stride(from: values.count - 1, to: 0, by: -1) { values[place] -= values[place - 1] }
        }
        while values.count > 1, values[values.count - 1] == .zero { values.removeLast() }
        numerator = values
    }

    /// The degree of the projective neurovariety, `Σ h_i`.
    public var degree: Integer { numerator.reduce(.zero, +) }

    /// `f_i`: how many faces of Δ have i vertices, i = 0, …, D; the two vertices 0 and K − 1 belong to every
    /// facet.
    public var fVector: [Integer] {
        (0...dimension).map { i in
            numerator.indices.reduce(into: Integer.zero) { sum, j in
                if j <= i { sum += Integer.binomial(dimension - j, i - j) * numerator[j] }
            }
        }
    }

    /// The Hilbert function in degrees 0, …, d.
    public func function(upTo degree: Int) -> [Integer] {
        var values = (0...degree).map { $0 < numerator.count ? numerator[$0] : .zero }
        // Divide by (1 − z)^D.
        for _ in 0..<dimension {
            for place in 1..<max(1, values.count) { values[place] += values[place - 1] }
        }
        return values
    }

    /// The Hilbert function in degrees 0, …, count − 1, by counting.
    static func values(_ architecture: Architecture, count: Int) -> [Integer] {
        let steps = architecture.filterSizes.map { $0 - 1 }
        let strides = architecture.strides
        var largestSums: [Int] = []
        var largestCarry = 0
        for (length, stride) in zip(steps, strides) {
            largestSums.append(largestCarry + length)
            largestCarry = (largestCarry + length) / stride
        }
        // Number of sequences of n digits below the stride with a given sum; n grows with the degree.
        var digits = largestSums.map { [Integer.one] + [Integer](repeating: .zero, count: $0) }
        return (0..<count).map { degree in
            let gaps = degree + 1
            for layer in digits.indices {
                let old = digits[layer]
                for sum in old.indices.dropFirst() {
                    digits[layer][sum] += digits[layer][sum - 1]
                    if sum >= strides[layer] { digits[layer][sum] -= old[sum - strides[layer]] }
                }
            }
            var byCarry: [Integer] = [.one]
            for layer in digits.indices {
                let (length, stride) = (steps[layer], strides[layer])
                var next = [Integer](repeating: .zero, count: (byCarry.count - 1 + length) / stride + 1)
                for (carry, ways) in byCarry.enumerated() where ways != .zero {
                    for newCarry in 0...(carry + length) / stride {
                        next[newCarry] += ways * digits[layer][carry + length - stride * newCarry]
                    }
                }
                byCarry = next
            }
            // Gaps are unbounded in the last place.
            let last = steps[steps.count - 1]
            return byCarry.enumerated().reduce(into: Integer.zero) { sum, item in
                let rest = item.offset + last
                sum += item.element * Integer.binomial(rest + gaps - 1, rest)
            }
        }
    }
}

/// Why a Hilbert series was not computed.
public enum HilbertError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Beyond ``HilbertSeries/largestDimension``.
    case tooLarge(dimension: Int)

    /// One line.
    public var description: String {
        switch self {
        case .tooLarge(let dimension):
            return "the neurovariety has dimension \(dimension); Hilbert series are computed up to dimension "
                + "\(HilbertSeries.largestDimension)"
        }
    }
}

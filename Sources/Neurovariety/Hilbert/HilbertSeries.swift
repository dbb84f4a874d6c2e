import ExactAlgebra

/// The Hilbert series of the homogeneous coordinate ring of the neurovariety, `Σ h_i z^i / (1−z)^D`.
///
/// It is that of the complex Δ, since the ideal of Δ is an initial ideal. Values of the Hilbert function are counted one by
/// one (``HilbertFunctionCounts``), and D − k_L + 1 of them are enough. For in the count for n = d + 1 gaps all numbers of
/// digits with a given sum are polynomials in n, and those of the last place, `binom(b + n − 1, b)` with
/// `b ≥ k_L − 1`, vanish at n = 0, −1, …, −(k_L − 2). So every value is that of the Hilbert polynomial, which has the
/// zeros −1, …, −(k_L − 1), and the degree of the numerator is D − 1 less the number of zeros from −1 downward.
///
/// - Complexity: D − k_L + 1 counts, and `D·(D − k_L)` differences of integers.
public struct HilbertSeries: Sendable {
    /// `D = Σk_ℓ − (L−1)`, the Krull dimension.
    public let dimension: Int
    /// `h_0, …, h_r`, with `h_r ≠ 0`.
    public let numerator: [Integer]

    /// The largest dimension for which the series is computed.
    public static let largestDimension = 4_000

    /// - Throws: ``HilbertError/tooLarge(dimension:)``.
    public init(_ architecture: Architecture) throws(HilbertError) {
        try Self.checkDimension(architecture)
        self.init(architecture) { (_, _) throws(Never) in }
    }

    /// What is too large is refused before anything is computed.
    ///
    /// - Throws: ``HilbertError/tooLarge(dimension:)``.
    package static func checkDimension(_ architecture: Architecture) throws(HilbertError) {
        let dimension = architecture.dimension
        guard dimension <= Self.largestDimension else { throw .tooLarge(dimension: dimension) }
    }

    /// - Parameter step: called many times with the share that is done; what it throws ends the computation.
    init<Failure: Error>(_ architecture: Architecture, step: HilbertStep<Failure>) throws(Failure) {
        dimension = architecture.dimension
        let reduced = architecture.reduced
        let count = dimension - reduced.filterSizes[reduced.filterSizes.count - 1] + 1
        var values: [Integer] = []
        var counts = HilbertFunctionCounts(reduced)
        for degree in 0..<count {
            try step(.counting, Double(degree) / Double(count))
            values.append(counts.next())
        }
        // Multiply by (1 − z)^D.
        for factor in 0..<dimension {
            try step(.numerator, Double(factor) / Double(dimension))
            for place in (1..<values.count).reversed() { values[place] -= values[place - 1] }
        }
        while values.count > 1, values[values.count - 1] == .zero { values.removeLast() }
        numerator = values
    }

    /// The degree of the projective neurovariety, `Σ h_i`.
    public var degree: Integer { numerator.reduce(.zero, +) }

    /// `f_i`: how many faces of Δ have i vertices, i = 0, …, D; the two vertices 0 and K − 1 belong to every
    /// facet.
    ///
    /// - Complexity: `D²/2` sums of integers.
    public var fVector: [Integer] { fVector { (_, _) throws(Never) in } }

    /// The coefficients of `Σ h_j t^j (1 + t)^{D−j}`, by Horner's rule: times 1 + t by sums of neighbours.
    func fVector<Failure: Error>(step: HilbertStep<Failure>) throws(Failure) -> [Integer] {
        var result: [Integer] = []
        result.reserveCapacity(dimension + 1)
        for j in 0...dimension {
            try step(.fVector, Double(j) / Double(dimension + 1))
            result.append(j < numerator.count ? numerator[j] : .zero)
            for i in (1..<result.count).reversed() { result[i] += result[i - 1] }
        }
        return result
    }

    /// The Hilbert function in degrees 0, …, d.
    ///
    /// - Complexity: `D·d` sums of integers.
    public func function(upTo degree: Int) -> [Integer] {
        function(upTo: degree) { (_, _) throws(Never) in }
    }

    func function<Failure: Error>(
        upTo degree: Int, step: HilbertStep<Failure>
    ) throws(Failure) -> [Integer] {
        var values = (0...degree).map { $0 < numerator.count ? numerator[$0] : .zero }
        // Divide by (1 − z)^D.
        for factor in 0..<dimension {
            try step(.function, Double(factor) / Double(dimension))
            for place in 1..<max(1, values.count) { values[place] += values[place - 1] }
        }
        return values
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

import ExactAlgebra
import PlatformBasics

/// How many minimal generators the prime ideal of two layers has in each degree, by the thick ribbons: so many times
/// `binom(d + m − 1, d)` as the ribbons have fillings.
///
/// With many forms the numbers of fillings are found from those with few: as polynomials in the numbers r and l of forms they have at
/// most the degree d, for d different letters occur at most, so that finite differences determine them.
struct GeneratorCounts {
    private let ribbons: ThickRibbons

    init(_ ribbons: ThickRibbons) { self.ribbons = ribbons }

    /// The numbers of forms for which fillings are counted: r and l, or as many as letters that occur in one filling.
    private var samples: (top: Int, low: Int) {
        let most = ribbons.degree(columnCount: ribbons.columnCounts.upperBound)
        return (min(ribbons.topFormCount, most), min(ribbons.lowFormCount, most))
    }

    private func fillings(_ top: Int, _ low: Int) -> RibbonFillings {
        RibbonFillings(
            topFormCount: top, lowFormCount: low, hasSeparators: ribbons.separatorCount > 0,
            largestSurplus: ribbons.largestSurplus)
    }

    private var directWork: Double { fillings(ribbons.topFormCount, ribbons.lowFormCount).work }

    private var interpolationWork: Double {
        let (top, low) = samples
        guard top < ribbons.topFormCount || low < ribbons.lowFormCount else { return .infinity }
        // At most: most samples have fewer forms.
        return fillings(top, low).work * Double(ribbons.separatorCount > 0 ? (top + 1) * (low + 1) : top + 1)
    }

    /// About how long counting takes.
    var seconds: Double {
        // The binomial coefficients, by which the numbers of fillings are multiplied.
        let degree = Double(ribbons.degree(columnCount: ribbons.columnCounts.upperBound))
        let m = Double(ribbons.commonFactorDegree)
        let words = 1 + min(degree, m) * log2(2 + max(degree, m) / min(degree, m)) / 64
        let products =
            Double(ribbons.columnCounts.count) * words
            * (2 + fillings(samples.top, samples.low).words)
        return (min(directWork, interpolationWork) + products / 18) * RibbonFillings.secondsPerAddition
    }

    /// What takes longer is refused.
    static let largestSeconds = 60.0

    /// By degree; degrees without generators are missing.
    ///
    /// - Parameter interpolates: whether numbers for few forms are used; nil for what is faster.
    func byDegree(
        interpolates: Bool? = nil, progress: (Double) -> Void = { _ in }
    ) -> [Int: Integer] {
        let fillings =
            interpolates ?? (interpolationWork < directWork)
            ? interpolated(progress: progress)
            : fillings(ribbons.topFormCount, ribbons.lowFormCount).byColumnCount(progress: progress)
        var result: [Int: Integer] = [:]
        let first = ribbons.degree(columnCount: 1)
        let m = ribbons.commonFactorDegree
        var places = Integer.binomial(first + m - 1, first)
        for (t, count) in fillings.enumerated() {
            let degree = first + t
            if t > 0 {
                places *= Integer(degree + m - 1)
                places.divide(by: degree)
            }
            if count.signum != 0 { result[degree] = count * places }
        }
        return result
    }

    /// By Newton's formula in r and l.
    private func interpolated(progress: (Double) -> Void) -> [Integer] {
        let (top, low) = samples
        let weights = (Self.weights(ribbons.topFormCount, top), Self.weights(ribbons.lowFormCount, low))
        var result = [Integer](repeating: .zero, count: ribbons.largestSurplus + 1)
        for i in 0...top {
            progress(Double(i * i * i) / Double((top + 1) * (top + 1) * (top + 1)))
            for j in 0...low {
                let weight = weights.0[i] * weights.1[j]
                guard weight.signum != 0 else { continue }
                for (t, count) in fillings(i, j).byColumnCount().enumerated() {
                    result[t] += weight * count
                }
            }
        }
        return result
    }

    /// What f(0), …, f(last) are multiplied with to have f(n), for a polynomial f of degree at most `last`:
    /// `Σ_j (−1)^{j−i} binom(n, j) binom(j, i)` for f(i); 1 for f(n) alone if n is `last`.
    private static func weights(_ n: Int, _ last: Int) -> [Integer] {
        (0...last).map { i in
            (i...last).reduce(Integer.zero) { sum, j in
                let term = Integer.binomial(n, j) * Integer.binomial(j, i)
                return (j - i).isMultiple(of: 2) ? sum + term : sum - term
            }
        }
    }
}

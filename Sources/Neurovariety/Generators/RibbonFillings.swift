import ExactAlgebra
import PlatformBasics

/// How many semistandard fillings the thick ribbons of two layers have, by the number of columns.
///
/// The columns are added from the last to the first. Of a column only its two largest letters C < D matter for the one before it,
/// whose two smallest letters must be a ≤ C and b ≤ D; so for each pair C < D there is a polynomial that counts
/// fillings by the number of boxes beyond two in each column. Sums over all larger pairs are sums of neighbours.
struct RibbonFillings {
    /// r and l: numbers of forms of the two degrees.
    let topFormCount, lowFormCount: Int
    /// With separators there may be no forms of the lower degree.
    let hasSeparators: Bool
    /// See ``ThickRibbons/largestSurplus``.
    let largestSurplus: Int

    /// Separators are letters.
    private var letterCount: Int { topFormCount + lowFormCount + (hasSeparators ? 2 : 0) }

    private func isForm(_ letter: Int) -> Bool {
        !hasSeparators || letter < topFormCount || letter >= topFormCount + 2
    }

    /// About how many short integers could be added in the same time.
    var work: Double {
        let letters = Double(topFormCount) + Double(lowFormCount) + (hasSeparators ? 2 : 0)
        var coefficients = 0.0
        let growth = max(0, Double(topFormCount) + Double(lowFormCount) - 2)
        // The degrees of the polynomials grow with each column, and are cut off where there are too many boxes.
        let surplus = Double(largestSurplus)
        if growth > 0 {
            let turn = surplus / (growth + 1)
            coefficients = turn * turn * growth / 2 + (surplus - turn) * (surplus - turn) / 2
        }
        return 2 * letters * letters * (coefficients + surplus + 1) * (1 + words / 18)
    }

    /// About how long the numbers are: in each column so many bits more, or as many as there are subsets.
    var words: Double {
        let forms = Double(topFormCount) + Double(lowFormCount)
        return forms > 2 ? Double(largestSurplus) * min(forms / 2, 2 * log2(forms + 1)) / 64 : 1
    }

    /// From measurements on an AMD EPYC.
    static let secondsPerAddition = 25e-9

    /// For t + 1 columns, t = 0, 1, ….
    func byColumnCount(progress: (Double) -> Void = { _ in }) -> [Integer] {
        let count = letterCount
        var ends = lastColumns()
        var result: [Integer] = []
        for budget in stride(from: largestSurplus, through: 0, by: -1) {
            let left = Double(budget) / Double(max(1, largestSurplus))
            progress(1 - left * left)
            result.append(ends.reduce(.zero) { $0 + (budget < $1.count ? $1[budget] : .zero) })
            guard budget > 0 else { break }
            ends = columns(before: ends, budget: budget - 1, count: count)
        }
        return result
    }

    /// The last columns: for the pair C < D at `C·count + D` the polynomial.
    private func lastColumns() -> [[Integer]] {
        let count = letterCount
        let first = hasSeparators ? topFormCount : 0
        var ends = [[Integer]](repeating: [], count: count * count)
        for c in first..<max(first, count) {
            for d in stride(from: c + 1, to: count, by: 1) {
                if !hasSeparators {
                    ends[c * count + d] = Self.binomials(c, shift: 0, most: largestSurplus)
                } else if c == first {
                    // The two separators alone, or they would not both be there.
                    ends[c * count + d] = d == first + 1 ? [.one] : []
                } else {
                    ends[c * count + d] =
                        c == first + 1
                        ? Self.binomials(0, shift: 1, most: largestSurplus)
                        : Self.binomials(c - first - 2, shift: 2, most: largestSurplus)
                }
            }
        }
        return ends
    }

    private func columns(before ends: [[Integer]], budget: Int, count: Int) -> [[Integer]] {
        // Sums over C ≥ a, D ≥ b.
        var sums = ends
        for a in stride(from: count - 2, through: 0, by: -1) {
            for b in stride(from: count - 1, to: a, by: -1) {
                if b + 1 < count { Self.add(sums[a * count + b + 1], to: &sums[a * count + b], upTo: budget) }
            }
            for b in stride(from: a + 1, to: count, by: 1) {
                // Pairs greater than (a, b) with C > a; C = b is too small for D = b.
                let next = b > a + 1 ? b : b + 1
                if next < count {
                    Self.add(sums[(a + 1) * count + next], to: &sums[a * count + b], upTo: budget)
                }
            }
        }
        // Over the pairs a < b, by b.
        var smallest = [[Integer]](repeating: [], count: count)
        for b in 0..<count where isForm(b) {
            for a in 0..<b where isForm(a) { Self.add(sums[a * count + b], to: &smallest[b], upTo: budget) }
        }
        var result = [[Integer]](repeating: [], count: count * count)
        // Of columns a < b < … < C < D, by C.
        var long: [Integer] = []
        var previous: Int?
        for c in 0..<count where isForm(c) {
            if let previous {
                // A letter between b and C is there or not.
                let shifted = long
                Self.add(shifted, to: &long, shift: 1, upTo: budget)
                Self.add(smallest[previous], to: &long, shift: 2, upTo: budget)
            }
            previous = c
            var more = long
            // Of columns a < b = C < D.
            Self.add(smallest[c], to: &more, shift: 1, upTo: budget)
            for d in stride(from: c + 1, to: count, by: 1) where isForm(d) {
                let place = c * count + d
                swap(&result[place], &sums[place])
                let surplus = result[place].count - budget - 1
                if surplus > 0 { result[place].removeLast(surplus) }
                Self.add(more, to: &result[place], upTo: budget)
            }
        }
        return result
    }

    /// `x^shift·(1 + x)^n`, cut off.
    private static func binomials(_ n: Int, shift: Int, most: Int) -> [Integer] {
        guard shift <= most else { return [] }
        var result = [Integer](repeating: .zero, count: shift) + [.one]
        for i in stride(from: 1, through: min(n, most - shift), by: 1) {
            var next = result[result.count - 1]
            next.multiply(by: n - i + 1)
            next.divide(by: i)
            result.append(next)
        }
        return result
    }

    /// Adds `x^shift` times a polynomial, up to some degree.
    private static func add(
        _ polynomial: [Integer], to sum: inout [Integer], shift: Int = 0, upTo degree: Int
    ) {
        let count = min(polynomial.count, degree - shift + 1)
        guard count > 0 else { return }
        let missing = count + shift - sum.count
        if missing > 0 { sum.append(contentsOf: repeatElement(.zero, count: missing)) }
        for i in 0..<count where polynomial[i].signum != 0 { sum[i + shift] += polynomial[i] }
    }
}

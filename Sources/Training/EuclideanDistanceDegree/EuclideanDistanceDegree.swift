import ExactAlgebra

/// The generic Euclidean distance degree `C_k` of a product of projective spaces `P^{k_1−1} × … × P^{k_L−1}`:
/// the number of complex critical points of training a network with filter sizes k (Shahverdi, Theorem 4.1).
///
/// Formula (4.9) with `n_j = k_j − 1` in place of every k_j inside the sum; as printed it gives 13/2 for (2,2),
/// see ``PrintedFormula``. It is Holme's formula `Σ_t (−1)^t (2^{M+1−t} − 1) deg(c_t·h^{M−t})` for Chern
/// classes c_t and hyperplane class h, with `M = Σ n_j`.
public struct EuclideanDistanceDegree: Hashable, Sendable {
    /// In the order given; the degree does not depend on it.
    public let filterSizes: [Int]
    /// `deg(c_t·h^{M−t})` for t = 0, …, M.
    public let chernDegrees: [Integer]

    /// The most products of large integers that are computed.
    static let largestWork = 20_000_000

    /// - Throws: ``EuclideanDistanceDegreeError`` if a size is not positive or the work is too large.
    /// - Complexity: `Σ_j k_j·(k_1 + … + k_j)` products of large integers: one convolution a layer, no
    ///   enumeration of `(i_1, …, i_L)`.
    public init(filterSizes: [Int]) throws(EuclideanDistanceDegreeError) {
        guard !filterSizes.isEmpty else { throw .noLayers }
        for size in filterSizes where size < 1 { throw .filterSize(size) }
        let work = Self.work(filterSizes)
        guard work <= Double(Self.largestWork) else { throw .tooLarge(products: work) }
        self.filterSizes = filterSizes

        // c(P^n) = (1 + h_j)^{n+1}, and Π h_j^{n_j−i_j} is counted by a multinomial coefficient.
        var degrees = [Integer.one]
        for size in filterSizes {
            let dimension = size - 1
            let chern = (0...dimension).map { Integer.binomial(size, $0) }
            var next = [Integer](repeating: .zero, count: degrees.count + dimension)
            for (t, degree) in degrees.enumerated() {
                let rest = degrees.count - 1 - t
                // binom(rest + b, b), the ways to arrange b further hyperplanes among the others.
                var arrangements = Integer.one
                for b in 0...dimension {
                    if b > 0 { arrangements = arrangements * Integer(rest + b) / Integer(b) }
                    let i = dimension - b
                    next[t + i] += degree * chern[i] * arrangements
                }
            }
            degrees = next
        }
        chernDegrees = degrees
    }

    /// How many products of large integers it takes.
    static func work(_ filterSizes: [Int]) -> Double {
        var work = 0.0
        var total = 0.0
        for size in filterSizes {
            total += Double(size)
            work += Double(size) * total
        }
        return work
    }

    /// `M = Σ(k_j − 1)`, the dimension of the product.
    public var dimension: Int { chernDegrees.count - 1 }

    /// `C_k`.
    public var value: Integer {
        var power = Integer.one
        var sum = Integer.zero
        for t in stride(from: dimension, through: 0, by: -1) {
            power = power + power
            let term = (power - 1) * chernDegrees[t]
            sum += t.isMultiple(of: 2) ? term : -term
        }
        return sum
    }

    /// The degrees δ_0, …, δ_M of the polar classes, whose sum is ``value``:
    /// `δ_i = Σ_{j≥i} (−1)^{M−j} binom(j+1, i+1) deg(c_{M−j}·h^j)`.
    public var polarDegrees: [Integer] {
        (0...dimension).map { i in
            (i...dimension).reduce(Integer.zero) { sum, j in
                let term = Integer.binomial(j + 1, i + 1) * chernDegrees[dimension - j]
                return (dimension - j).isMultiple(of: 2) ? sum + term : sum - term
            }
        }
    }
}

/// Why a degree was not computed.
public enum EuclideanDistanceDegreeError: Error, Hashable, Sendable {
    /// There are no filter sizes.
    case noLayers
    /// A filter size is below 1.
    case filterSize(Int)
    /// It takes about so many products of large integers.
    case tooLarge(products: Double)
    /// Merging these layers leaves more different filter sizes than a ``MergeDiagram`` has.
    case tooManyMerges(limit: Int)
}

extension EuclideanDistanceDegreeError: CustomStringConvertible {
    /// One line.
    public var description: String {
        switch self {
        case .noLayers: return "no filter sizes given"
        case .filterSize(let size): return "a filter size is \(size); every filter size must be at least 1"
        case .tooLarge(let products):
            return "these filter sizes need about \(Int(min(products, 1e18))) products of large integers; "
                + "the limit is \(EuclideanDistanceDegree.largestWork)"
        case .tooManyMerges(let limit):
            return
                "merging these layers leaves more than \(limit) different sets of filter sizes, the limit: "
                + "take fewer layers, or equal ones"
        }
    }
}

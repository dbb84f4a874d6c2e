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

    /// The most products that are computed modulo each prime.
    static let largestWork = 20_000_000

    /// - Throws: ``EuclideanDistanceDegreeError`` if a size is not positive or the work is too large.
    /// - Complexity: `Σ_j k_j·(k_1 + … + k_j)` products modulo each of about `(M + L)·log₂(L + 1)/61` primes: one
    ///   convolution a layer, no enumeration of `(i_1, …, i_L)`, on all processors.
    public init(filterSizes: [Int]) throws(EuclideanDistanceDegreeError) {
        guard !filterSizes.isEmpty else { throw .noLayers }
        for size in filterSizes where size < 1 { throw .filterSize(size) }
        let work = Self.work(filterSizes)
        guard work <= Double(Self.largestWork) else { throw .tooLarge(products: work) }
        self.filterSizes = filterSizes

        let dimensions = filterSizes.map { $0 - 1 }
        let dimension = dimensions.reduce(0, +)
        // The products of binomials alone have the sum binom(M + L, t), and there are at most L^(M−t) arrangements.
        let layers = filterSizes.count
        let bound = (0..<dimension + layers).reduce(Integer.one) { power, _ in power * Integer(layers + 1) }
        chernDegrees = ResidueSystem.integers(upTo: bound) { field in
            let product = ChernProduct(dimensions, modulo: field)
            return product.coefficients.enumerated().map { t, coefficient in
                field.multiply(coefficient, product.factorial(dimension - t))
            }
        }
    }

    /// How many products it takes modulo each prime.
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
    ///
    /// - Complexity: `M²/2` sums of integers.
    public var polarDegrees: [Integer] {
        // The coefficients of Σ_j a_j (1 + x)^{j+1}, by Horner's rule, but for the constant one.
        var result: [Integer] = [.zero]
        for (t, degree) in chernDegrees.enumerated() {
            result[0] += t.isMultiple(of: 2) ? degree : -degree
            result.append(.zero)
            for i in (1..<result.count).reversed() { result[i] += result[i - 1] }
        }
        return Array(result.dropFirst())
    }
}

/// Why a degree was not computed.
public enum EuclideanDistanceDegreeError: Error, Hashable, Sendable {
    /// There are no filter sizes.
    case noLayers
    /// A filter size is below 1.
    case filterSize(Int)
    /// It takes about so many products modulo each of many primes.
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
            return
                "these filter sizes need about \(Int(min(products, 1e18))) products for each of many primes; "
                + "the limit is \(EuclideanDistanceDegree.largestWork)"
        case .tooManyMerges(let limit):
            return
                "merging these layers leaves more than \(limit) different sets of filter sizes, the limit: "
                + "take fewer layers, or equal ones"
        }
    }
}

import ExactAlgebra

/// The minimal generators of the prime ideal of two layers, in characteristic 0, as a representation of
/// `GL_r × GL_l × SL_2`, which acts on the r forms of the higher degree, the l = s − r of the lower one, and on the two variables of
/// all.
///
/// In degree d they are `Λ^d(S_{d+m−2})` times a representation that does not depend on m, both written as sums of irreducible
/// ones: `S_λ(ℂ^r) ⊗ S_μ(ℂ^l) ⊗ V_k`, with `V_k = S_k` the binary forms of degree k. It is made of the
/// skew Schur functors of thick ribbons (``ThickRibbons``) and found by Littlewood and Richardson's rule, without nonfaces.
public struct GeneratorRepresentation: Sendable {
    /// `S_λ(ℂ^r) ⊗ S_μ(ℂ^l) ⊗ V_k`.
    public struct Summand: Sendable {
        /// λ.
        public let top: Partition
        /// μ; empty if l = 0.
        public let low: Partition
        /// k.
        public let highestWeight: Int
        /// How often it occurs.
        public let multiplicity: Integer
    }

    /// The generators of one degree.
    public struct Degree: Sendable {
        /// d.
        public let degree: Int
        /// Of each thick ribbon.
        public let columnCount: Int
        /// By decreasing λ, then μ, then k.
        public let summands: [Summand]
        /// The `V_k` of which `Λ^d(S_{d+m−2})` consists.
        public let exteriorPower: [(highestWeight: Int, multiplicity: Integer)]
        /// The dimension of `Λ^d(S_{d+m−2})`.
        public let exteriorDimension: Integer
    }

    /// As given.
    public let architecture: Architecture
    /// The shapes that it is made of.
    public let ribbons: ThickRibbons
    /// Without those that have no generators.
    public let degrees: [Degree]

    /// The most irreducible representations of SL₂ in the exterior powers.
    static let largestExteriorCount = 10_000
    /// What takes longer is refused.
    static let largestSeconds = 20.0

    /// Nil unless the reduced architecture has two layers.
    ///
    /// - Throws: ``IdealError/tooManySummands(_:)``, ``IdealError/exteriorPowersTooLarge(_:)``.
    public init?(_ architecture: Architecture) throws(IdealError) {
        guard let ribbons = architecture.thickRibbons else { return nil }
        try Self.checkTime(architecture, ribbons)
        self.architecture = architecture
        self.ribbons = ribbons
        let m = ribbons.commonFactorDegree
        let sums = Self.weights(ribbons).enumerated().compactMap { t, weights in
            let summands = weights.flatMap { Self.summands(top: $0.top, low: $0.low, $1) }
            return summands.isEmpty ? nil : (t: t, summands: summands)
        }
        try Self.checkExteriorPowers(architecture, sums.map { ribbons.degree(columnCount: $0.t + 1) }, m)
        degrees = sums.map { t, summands in
            let degree = ribbons.degree(columnCount: t + 1)
            return Degree(
                degree: degree, columnCount: t + 1, summands: summands.sorted(by: Self.precedes),
                // For any m, however large.
                exteriorPower: degree == 1
                    ? [(m - 1, .one)] : GaussianBinomial(rows: degree, columns: m - 1).modules,
                exteriorDimension: .binomial(degree + m - 1, degree))
        }
    }

    /// How many of the generators belong to a summand.
    public func dimension(_ summand: Summand, of degree: Degree) -> Integer {
        summand.multiplicity * Integer(summand.highestWeight + 1)
            * summand.top.dimension(ofRank: ribbons.topFormCount)
            * summand.low.dimension(ofRank: ribbons.lowFormCount) * degree.exteriorDimension
    }

    /// How many generators there are.
    public func dimension(of degree: Degree) -> Integer {
        degree.summands.reduce(.zero) { $0 + dimension($1, of: degree) }
    }

    struct Pair: Hashable {
        let top, low: Partition
    }

    /// For each number of columns, from 1, and each pair of partitions: how many dominant fillings have which weight.
    private static func weights(_ ribbons: ThickRibbons) -> [[Pair: [Int: Integer]]] {
        let fillings = DominantFillings(ribbons: ribbons)
        var counts: [DominantFillings.State: Integer] = [:]
        for state in fillings.lastColumns(2...(ribbons.largestSurplus + 2)) {
            counts[state, default: .zero] += .one
        }
        return ribbons.columnCounts.map { columnCount in
            if columnCount > 1 {
                var next: [DominantFillings.State: Integer] = [:]
                let most = ribbons.degree(columnCount: columnCount)
                for (state, count) in counts {
                    let free = most - state.top.size - state.low.size
                    guard free >= 2 else { continue }
                    fillings.columns(before: state, place: columnCount - 1, 2...free) {
                        next[$0, default: .zero] += count
                    }
                }
                counts = next
            }
            var result: [Pair: [Int: Integer]] = [:]
            for (state, count) in counts
            where state.top.size + state.low.size == ribbons.degree(columnCount: columnCount) {
                result[Pair(top: state.top, low: state.low), default: [:]][
                    fillings.weight(state, columnCount: columnCount), default: .zero] += count
            }
            return result
        }
    }

    private static func summands(top: Partition, low: Partition, _ weights: [Int: Integer]) -> [Summand] {
        weights.compactMap { weight, count in
            let multiplicity = count - weights[weight + 2, default: .zero]
            guard weight >= 0, multiplicity.signum != 0 else { return nil }
            precondition(
                multiplicity.signum > 0 && weights[-weight] == count, "\(weights) is no character of SL_2")
            return Summand(top: top, low: low, highestWeight: weight, multiplicity: multiplicity)
        }
    }

    private static func precedes(_ a: Summand, _ b: Summand) -> Bool {
        for (x, y) in [(a.top.parts, b.top.parts), (a.low.parts, b.low.parts)] where x != y {
            return y.lexicographicallyPrecedes(x)
        }
        return a.highestWeight > b.highestWeight
    }

    /// About how long it takes to find the summands, from measurements on an AMD EPYC; zero where it is refused.
    public static func seconds(_ architecture: Architecture) -> Double {
        let seconds = architecture.thickRibbons.map(seconds) ?? 0
        return seconds > largestSeconds ? 0 : seconds
    }

    /// Pairs of partitions with not too many rows, and not more columns than the ribbons, are counted, each with its weights of
    /// SL₂ and so often as there are columns.
    private static func seconds(_ ribbons: ThickRibbons) -> Double {
        // Even if each had one summand.
        guard ribbons.largestSurplus < 10_000 else { return .infinity }
        var seconds = 0.0
        for columnCount in ribbons.columnCounts {
            let degree = ribbons.degree(columnCount: columnCount)
            let tops = boxPartitions(ribbons.topFormCount, columnCount, upTo: degree)
            let lows = boxPartitions(ribbons.lowFormCount, columnCount, upTo: degree)
            let pairs = (0...degree).reduce(0) { $0 + tops[$1] * lows[degree - $1] }
            let t = Double(columnCount - 1)
            seconds += pairs * (1 + t * (Double(ribbons.largestSurplus) - t) / 2) * (t + 1) * 2.5e-6
            if seconds > largestSeconds { break }
        }
        return seconds
    }

    static func checkTime(_ architecture: Architecture, _ ribbons: ThickRibbons) throws(IdealError) {
        guard seconds(ribbons) <= largestSeconds else { throw .tooManySummands(architecture) }
    }

    private static func checkExteriorPowers(
        _ architecture: Architecture, _ degrees: [Int], _ m: Int
    ) throws(IdealError) {
        // The first is V_{m−1} alone.
        let modules = degrees.reduce(0.0) { $0 + ($1 == 1 ? 1 : Double($1) * Double(m - 1) / 2) }
        guard modules <= Double(largestExteriorCount) else { throw .exteriorPowersTooLarge(architecture) }
    }

    /// Numbers of partitions of 0, 1, …, with at most so many rows and columns.
    private static func boxPartitions(_ rows: Int, _ columns: Int, upTo size: Int) -> [Double] {
        let (short, long) = (min(rows, columns), max(rows, columns))
        var counts = [Double](repeating: 0, count: size + 1)
        counts[0] = 1
        for i in stride(from: 1, through: min(short, size), by: 1) {
            for n in stride(from: size, through: long + i, by: -1) { counts[n] -= counts[n - long - i] }
            for n in stride(from: i, through: size, by: 1) { counts[n] += counts[n - i] }
        }
        return counts
    }
}

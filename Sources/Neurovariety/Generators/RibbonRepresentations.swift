import ExactAlgebra

/// The thick ribbons of ``GeneratorRepresentation`` one by one, each with its skew Schur functor as a sum of irreducible
/// representations of `GL_r × GL_l` with a weight of SL₂.
public struct RibbonRepresentations: Sendable {
    /// So many times `S_λ(ℂ^r) ⊗ S_μ(ℂ^l)`, of that weight of SL₂.
    public struct Summand: Sendable {
        /// λ and μ.
        public let top, low: Partition
        /// The same for the whole summand; all ribbons together are a representation of SL₂.
        public let weight: Int
        /// How often it occurs.
        public let multiplicity: Integer
    }

    /// One thick ribbon.
    public struct Row: Sendable {
        /// Of the generators that it belongs to.
        public let degree: Int
        /// The shape.
        public let ribbon: ThickRibbon
        /// By decreasing λ, then μ; none if the ribbon has no fillings.
        public let summands: [Summand]
    }

    /// As given.
    public let architecture: Architecture
    /// What they have in common.
    public let ribbons: ThickRibbons
    /// By degree, then in lexicographic order.
    public let rows: [Row]

    /// The most ribbons.
    public static let largestCount = 4096

    /// Nil unless the reduced architecture has two layers.
    ///
    /// - Throws: ``IdealError/tooManyRibbons(_:exponent:)``, ``IdealError/tooManySummands(_:)``.
    public init?(_ architecture: Architecture) throws(IdealError) {
        guard let ribbons = architecture.thickRibbons else { return nil }
        // The sum of the binomial coefficients is 2 to this power.
        guard 1 << min(ribbons.largestSurplus, 62) <= Self.largestCount else {
            throw .tooManyRibbons(architecture, exponent: ribbons.largestSurplus)
        }
        try GeneratorRepresentation.checkTime(architecture, ribbons)
        self.architecture = architecture
        self.ribbons = ribbons
        rows = ribbons.columnCounts.flatMap { columnCount in
            ribbons.ribbons(columnCount: columnCount).map {
                Row(
                    degree: ribbons.degree(columnCount: columnCount), ribbon: $0,
                    summands: Self.summands(ribbons, $0))
            }
        }
    }

    private static func summands(_ ribbons: ThickRibbons, _ ribbon: ThickRibbon) -> [Summand] {
        let fillings = DominantFillings(ribbons: ribbons)
        var counts: [DominantFillings.State: Integer] = [:]
        for (place, length) in ribbon.columns.reversed().enumerated() {
            var next: [DominantFillings.State: Integer] = [:]
            if place == 0 {
                for state in fillings.lastColumns(length...length) { next[state, default: .zero] += .one }
            }
            for (state, count) in counts {
                fillings.columns(before: state, place: place, length...length) {
                    next[$0, default: .zero] += count
                }
            }
            counts = next
        }
        var sums: [GeneratorRepresentation.Pair: Summand] = [:]
        for (state, count) in counts {
            let pair = GeneratorRepresentation.Pair(top: state.top, low: state.low)
            // The weight is the same for all: the columns are given.
            sums[pair] = Summand(
                top: state.top, low: state.low,
                weight: fillings.weight(state, columnCount: ribbon.columns.count),
                multiplicity: count + (sums[pair]?.multiplicity ?? .zero))
        }
        return sums.values.sorted {
            $0.top != $1.top
                ? $1.top.parts.lexicographicallyPrecedes($0.top.parts)
                : $1.low.parts.lexicographicallyPrecedes($0.low.parts)
        }
    }
}

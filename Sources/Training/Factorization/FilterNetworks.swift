import ExactAlgebra
import Neurovariety

/// The networks with a given end-to-end filter.
public struct FilterNetworks: Sendable {
    /// Why no real layers of the architecture as given make the filter.
    public enum Obstruction: Sendable {
        /// No choice of the blocks' filters is real.
        case noRealBlocks
        /// These layers, from 0, need more real roots between them than their merged filter has; there is no other.
        case tooFewRealRoots(layers: [Int], needed: Int, found: Int, filter: LayerFilter)
        /// There are several choices of real filters for the blocks, and each has a block with too few real roots.
        case noneSplits
    }

    /// Exact; nil if there are too many combinations of degrees to count.
    public let counts: NetworkCounts?
    /// Those with real layers first, then those with real blocks.
    public let listed: [Network]
    /// Nil if the filter is reached by real layers.
    public let obstruction: Obstruction?

    /// Whether real layers of the architecture as given make the filter; nil if that was not decided.
    public let isReached: Bool?

    /// - Parameter forms: the only filters for the blocks, up to constants.
    init(unique forms: [BinaryForm], _ architecture: Architecture, _ target: ScaledFilter) {
        let blocks = architecture.blocks
        var obstruction: Obstruction?
        for (form, block) in zip(forms, blocks) where block.neededRealRoots > 1 {
            let found = form.realRootCount
            guard found < block.neededRealRoots else { continue }
            obstruction = .tooFewRealRoots(
                layers: block.layers, needed: block.neededRealRoots, found: found,
                filter: .form(form.primitive))
            break
        }
        let isReached = obstruction == nil
        let roots = zip(forms, blocks).map { form, block in
            isReached && block.layers.count > 1 ? BlockRoots(form) : BlockRoots(whole: form)
        }
        counts = NetworkCounts(complex: 1, real: 1, split: isReached ? 1 : 0)
        listed = [Network(roots, architecture, target, mayHaveLayers: isReached)]
        self.obstruction = obstruction
        self.isReached = isReached
    }

    /// - Parameters:
    ///   - commonFactors: of which some have a higher degree than their blocks take.
    ///   - quotient: of the filter, by the common factor of the second block.
    init(
        sharing commonFactors: [BinaryForm], quotient: BinaryForm, _ architecture: Architecture,
        _ target: ScaledFilter, mostListed: Int
    ) {
        let blocks = architecture.blocks
        let forest = RootForest(target.form, blocks, commonFactors: commonFactors)
        let realRootCount = blocks[0].neededRealRoots > 1 ? target.form.realRootCount : 0
        let counts = NetworkCounts(forest, RealForest(forest), realRootCount: realRootCount)
        let listing = NetworkListing(forest, quotient: quotient, realRootCount: realRootCount)
        // Where they could not be counted, one that is found decides.
        let found = listing.first(counts == nil ? max(1, mostListed) : mostListed, counts).map {
            Network($0, architecture, target)
        }
        self.counts = counts
        listed = Array(found.prefix(mostListed))
        isReached =
            counts.map { $0.split.signum > 0 } ?? (found.contains(where: \.hasRealLayers) ? true : nil)
        if let counts, counts.split.signum == 0 {
            obstruction =
                counts.real.signum == 0
                ? .noRealBlocks
                : counts.real == 1
                    ? listing.first(1, counts).first.flatMap { Self.obstruction($0, blocks) } ?? .noneSplits
                    : .noneSplits
        } else {
            obstruction = nil
        }
    }

    private static func obstruction(_ network: [BlockRoots], _ blocks: [LayerBlock]) -> Obstruction? {
        for (roots, block) in zip(network, blocks) {
            let found = roots.roots.count(where: \.isReal)
            if found < block.neededRealRoots {
                return .tooFewRealRoots(
                    layers: block.layers, needed: block.neededRealRoots, found: found, filter: roots.filter)
            }
        }
        return nil
    }
}

extension BinaryForm {
    /// With multiplicity, on the projective line; exact.
    var realRootCount: Int {
        let squarefree = SquarefreeDecomposition(self)
        return squarefree.parts.reduce(
            squarefree.multiplicityAtZero + squarefree.multiplicityAtInfinity
        ) { sum, part in
            let (negative, positive) = RealRoots.count(part.form)
            return sum + (negative + positive) * part.multiplicity
        }
    }
}

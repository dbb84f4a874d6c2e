import PlatformBasics
import Neurovariety

/// Whether the layers of an architecture as given make a real filter.
public struct Attainment: Sendable {
    /// Whether they do.
    public let isAttained: Bool
    /// Whether that is proved; otherwise it is numerical.
    public let isProved: Bool
    /// Layers of the architecture as given that make the filter, all of the same norm, but for those of one entry, which are 1; nil
    /// where there are none, or where they were not found. Numerical.
    public let layers: [[Double]]?
}

/// Decides it from the factors of the filter: a block splits iff it has enough real roots (Kohn, Merkh, Montúfar and Trager,
/// arXiv 2108.01538).
struct AttainmentTest {
    private let stratum: RootStratum
    private let blocks: [LayerBlock]

    init(_ stratum: RootStratum) {
        self.stratum = stratum
        blocks = stratum.architecture.blocks
    }

    private struct Factor {
        let form: [Disc]
        let power: Int
        let roots: IsolatedRoots
    }

    /// The factors of each block.
    private func factors(_ region: CertifiedRegion) -> [[Factor]] {
        let structure = stratum.structure
        var result = blocks.map { _ in [Factor]() }
        for (index, factor) in stratum.factors.enumerated() {
            guard let block = factor.block else { continue }
            let start = structure.offsets[index]
            let form = Array(region.entries[start..<(start + structure.sizes[index])])
            result[block].append(Factor(form: form, power: factor.power, roots: IsolatedRoots(form)))
        }
        return result
    }

    /// Bounds of the numbers of real roots of the blocks, with multiplicity: proved.
    func realRoots(_ region: CertifiedRegion) -> [ClosedRange<Int>] { factors(region).map(Self.realRoots) }

    private static func realRoots(_ factors: [Factor]) -> ClosedRange<Int> {
        factors.reduce(0) {
            $0 + $1.power * $1.roots.leastReal
        }...factors.reduce(0) {
            $0 + $1.power * $1.roots.mostReal
        }
    }

    /// - Parameters:
    ///   - region: of a real point.
    ///   - filter: w, in the units of the data.
    func attainment(_ region: CertifiedRegion, filter: [Double]) -> Attainment {
        let factors = factors(region)
        let bounds = factors.map(Self.realRoots)
        let needed = blocks.map { $0.neededRealRoots > 1 ? $0.neededRealRoots : 0 }
        if zip(bounds, needed).contains(where: { $0.upperBound < $1 }) {
            // Other blocks with the same product could split where this one does not.
            return Attainment(isAttained: false, isProved: areBlocksUnique(factors), layers: nil)
        }
        let isProved = zip(bounds, needed).allSatisfy { $0.lowerBound >= $1 }
        // Where roots are hardly apart they are not accurate enough for layers, or wrongly found not to be real.
        let layers = layers(factors, filter) ?? recovered(filter)
        return Attainment(isAttained: isProved || layers != nil, isProved: isProved, layers: layers)
    }

    /// Whether the filter is proved to have one factorization into blocks only.
    func areBlocksUnique(_ region: CertifiedRegion) -> Bool { areBlocksUnique(factors(region)) }

    /// The same.
    ///
    /// It has others only where a block has a factor in powers of the next step, which can move there; then the whole orbit of a root
    /// under the roots of unity consists of roots.
    private func areBlocksUnique(_ factors: [[Factor]]) -> Bool {
        for (index, own) in factors.dropLast().enumerated() {
            let order = blocks[index + 1].step / blocks[index].step
            let others = (1..<order).map {
                Complex.unit(angle: 2 * .pi * Double($0) / Double(order))
            }
            for point in own.flatMap(\.roots.points) {
                let leaves = others.contains { turn in
                    // A root of unity in double precision, within 2u.
                    let u = point.u * Disc(turn, radius: 0x1p-51)
                    return own.allSatisfy { Self.value($0.form, u, point.v).excludesZero }
                }
                guard leaves else { return false }
            }
        }
        return true
    }

    private static func value(_ form: [Disc], _ u: Disc, _ v: Disc) -> Disc {
        var (sum, power) = (Disc.zero, Disc.one)
        for (index, coefficient) in form.enumerated() {
            sum = sum * u + coefficient * power
            if index < form.count - 1 { power = power * v }
        }
        return sum
    }

    /// Layers found by descent.
    private func recovered(_ filter: [Double]) -> [[Double]]? {
        guard NetworkRecovery.isWithinReach(stratum.architecture) else { return nil }
        let exponent = filter.reduce(0) { max($0, abs($1)) }.exponent
        let found = NetworkRecovery.nearest(
            to: filter.map { $0.scaled(byPowerOfTwo: -Int(exponent)) }, stratum.architecture,
            tolerance: Self.resolution / 10)
        guard found.distance <= Self.resolution else { return nil }
        return Self.scaled(found.layers, stratum.architecture, to: filter)
    }

    /// A filter counts as made by layers within this, relative to its norm.
    private static let resolution = 1e-9

    private func layers(_ factors: [[Factor]], _ filter: [Double]) -> [[Double]]? {
        let architecture = stratum.architecture
        var layers = architecture.filterSizes.map { [Double](repeating: 1, count: $0) }
        for (block, own) in zip(blocks, factors) where !block.layers.isEmpty {
            guard let forms = Self.split(own, block.degrees) else { return nil }
            for (place, form) in zip(block.layers, forms) { layers[place] = form }
        }
        return Self.scaled(layers, architecture, to: filter)
    }

    /// Forms of these degrees, copies of a multiple real root in different ones.
    private static func split(_ factors: [Factor], _ degrees: [Int]) -> [[Double]]? {
        let forms = factors.map { $0.form.map(\.center.real) }
        if degrees.count == 1, forms.count == 1 { return forms }
        var (real, pairs): ([RealFormRoots.RealPoint], [Complex]) = ([], [])
        for (form, factor) in zip(forms, factors).sorted(by: { $0.1.power > $1.1.power }) {
            let roots = RealFormRoots(of: form)
            for root in roots.real { real += [RealFormRoots.RealPoint](repeating: root, count: factor.power) }
            for pair in roots.pairs { pairs += [Complex](repeating: pair, count: factor.power) }
        }
        guard real.count >= degrees.count(where: { !$0.isMultiple(of: 2) }) else { return nil }
        return RealSplitting.distribute(over: degrees, real: real.map(\.form), pairs: pairs)
    }

    /// The same layers with the right scale and equal norms; nil if they do not make the filter.
    private static func scaled(_ layers: [[Double]], _ architecture: Architecture, to filter: [Double])
        -> [[Double]]?
    {
        let chain = LayerChain(sizes: architecture.filterSizes, steps: architecture.strideProducts)
        let largest = filter.reduce(0) { max($0, abs($1)) }
        guard largest > 0, largest.isFinite else { return nil }
        let exponent = Int(largest.exponent)
        let target = filter.map { $0.scaled(byPowerOfTwo: -exponent) }
        let place = layers.lastIndex { $0.count > 1 } ?? layers.count - 1
        var result = layers.enumerated().map { index, layer in
            let lead = layer.max { abs($0) < abs($1) } ?? 1
            let norm = layer.norm * (index != place && lead < 0 ? -1 : 1)
            return layer.count > 1 ? layer.map { $0 / norm } : layer
        }
        let product = chain.filter(of: result.flatMap(\.self))
        let scale = zip(product, target).reduce(0) { $0 + $1.0 * $1.1 } / product.reduce(0) { $0 + $1 * $1 }
        result[place] = result[place].map { $0 * scale }
        let distance = chain.distance(at: result.flatMap(\.self), to: target)
        guard distance <= resolution else { return nil }
        // |w| = |scale|·2^exponent in equal parts, the sign where it is.
        let wide = result.indices.filter { result[$0].count > 1 }
        let share = 1 / Double(max(1, wide.count))
        let common = pow(abs(scale), share) * pow(2, Double(exponent) * share)
        if wide.isEmpty {
            result[place] = result[place].map { $0.scaled(byPowerOfTwo: exponent) }
            return result
        }
        for index in wide {
            let norm = result[index].norm
            result[index] = result[index].map { $0 / norm * common }
        }
        return result
    }
}

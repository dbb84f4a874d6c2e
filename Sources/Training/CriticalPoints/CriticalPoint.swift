/// A complex critical point of the loss on the neurovariety, with the radii within which it is certified.
public struct CriticalPoint: Sendable {
    /// The filters of the reduced architecture; in every one but the last, the entry of largest absolute value is 1.
    public let layers: [[Complex]]
    /// Each entry of the exact filters is that near to the number given, in both parts together; empty where that is not certified.
    public let layerRadii: [[Double]]
    /// w.
    public let filter: [Complex]
    /// The same for w.
    public let filterRadii: [Double]
    /// Whether it is certified: in the region that the radii describe is exactly one critical point, and w is not 0 there and
    /// not that of another point that is certified. Otherwise it is numerical.
    public let isCertified: Bool
    /// Whether w is certified to be real; nil if neither that nor the contrary is proved.
    public let isReal: Bool?

    init(_ structure: FilterStructure, _ problem: ScaledProblem, _ region: CertifiedRegion) {
        self.init(
            structure, problem, entries: region.entries, filter: region.filter, isCertified: true,
            isReal: region.isReal)
    }

    /// A point that was found and not certified.
    init(_ structure: FilterStructure, _ problem: ScaledProblem, approximately point: [Complex]) {
        let chart = Chart(structure, point)
        self.init(
            structure, problem, entries: chart.point.map { Disc($0) },
            filter: structure.filter(of: point).map { Disc($0) }, isCertified: false, isReal: nil)
    }

    private init(
        _ structure: FilterStructure, _ problem: ScaledProblem, entries: [Disc], filter: [Disc],
        isCertified: Bool, isReal: Bool?
    ) {
        let exponent = problem.enclosure.filterExponent
        // Times a power of two: exact for the centers, unless they underflow, which the radii then include.
        func unscaled(_ disc: Disc) -> Disc {
            Disc(
                Complex(
                    disc.center.real.scaled(byPowerOfTwo: exponent),
                    disc.center.imaginary.scaled(byPowerOfTwo: exponent)),
                radius: disc.radius == 0
                    ? 0 : disc.radius.scaled(byPowerOfTwo: exponent) + 4 * Double.leastNonzeroMagnitude)
        }
        let last = structure.layerCount - 1
        let discs = structure.sizes.indices.map { layer in
            let own = entries[structure.offsets[layer]..<(structure.offsets[layer] + structure.sizes[layer])]
            return layer == last ? own.map(unscaled) : Array(own)
        }
        let whole = filter.map(unscaled)
        layers = discs.map { $0.map(\.center) }
        layerRadii = isCertified ? discs.map { $0.map(\.radius) } : []
        self.filter = whole.map(\.center)
        filterRadii = isCertified ? whole.map(\.radius) : []
        self.isCertified = isCertified
        self.isReal = isReal
    }
}

/// A region, proved to contain exactly one critical point of the loss on the layers.
struct CertifiedRegion: Sendable {
    /// Discs around the entries of the filters, in the chart of the point.
    var entries: [Disc]
    /// Discs around the entries of the end-to-end filter.
    var filter: [Disc]
    /// Whether the end-to-end filter is proved to be real; nil if neither that nor the contrary is proved.
    var isReal: Bool?
    /// The loss at a real point.
    var loss: RealInterval?
    /// How many eigenvalues of the Hessian at a real point are negative, where that is proved.
    var morseIndex: Int?

    /// Whether the end-to-end filter is proved not to be 0: C_k bounds only the number of such points.
    var excludesZero: Bool { filter.contains(where: \.excludesZero) }

    /// Regions among these whose end-to-end filters are proved to differ pairwise.
    ///
    /// Of two that are not told apart the one with the larger first coordinate is kept, so that layers that make
    /// the same filter in two ways count once.
    static func disjoint(_ regions: [CertifiedRegion]) -> [CertifiedRegion] {
        // By the real part of one coordinate: only neighbors can meet.
        let order = regions.sorted { $0.lowerEnd < $1.lowerEnd }
        return order.indices.filter { place in
            let region = order[place]
            for other in order[(place + 1)...] {
                if other.lowerEnd > region.upperEnd { break }
                if !zip(region.filter, other.filter).contains(where: { $0.isDisjoint(from: $1) }) {
                    return false
                }
            }
            return true
        }.map { order[$0] }
    }

    private var lowerEnd: Double { (filter[0].center.real - filter[0].radius).nextDown }
    private var upperEnd: Double { (filter[0].center.real + filter[0].radius).nextUp }
}

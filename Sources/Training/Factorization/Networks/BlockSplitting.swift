import ExactAlgebra

/// The real filter of a block as a product of real filters of its layers.
///
/// A real form of degree `Σ n_ℓ` is a product of real forms of degrees n_ℓ if and only if it has as many real roots, with
/// multiplicity, as there are odd n_ℓ: each of these takes one, and what remains pairs up. Which roots go to which layer is a
/// choice; one is made, with rational layers if the rational factors that are known allow it.
enum BlockSplitting {
    /// So many ways to share rational factors are tried.
    private static let mostTrials = 100_000

    /// - Parameters:
    ///   - block: closed under conjugation, of degree `Σ n_ℓ`.
    ///   - degrees: `n_ℓ`, each at least 1.
    /// - Returns: nil if the block has too few real roots.
    static func layers(_ block: BlockRoots, degrees: [Int]) -> [LayerFilter]? {
        if degrees.count == 1 { return [block.filter] }
        let roots = block.roots
        guard roots.count(where: \.isReal) >= degrees.count(where: { $0 % 2 == 1 }) else { return nil }
        return rational(block, degrees) ?? numerical(roots, degrees)
    }

    private static func rational(_ block: BlockRoots, _ degrees: [Int]) -> [LayerFilter]? {
        var factors: [BinaryForm] = []
        for group in block.groups {
            guard let form = group.form else { return nil }
            factors += [BinaryForm](repeating: form, count: group.multiplicity)
        }
        factors.sort { $0.degree > $1.degree }
        var room = degrees
        var layers = degrees.map { _ in BinaryForm.one }
        var trials = 0
        func place(_ index: Int) -> Bool {
            guard index < factors.count else { return true }
            trials += 1
            guard trials < mostTrials else { return false }
            var tried: Set<Int> = []
            for layer in room.indices where room[layer] >= factors[index].degree {
                // Layers with as much room left are alike.
                guard tried.insert(room[layer]).inserted else { continue }
                room[layer] -= factors[index].degree
                if place(index + 1) {
                    layers[layer] = layers[layer] * factors[index]
                    return true
                }
                room[layer] += factors[index].degree
            }
            return false
        }
        return place(0) ? layers.map(LayerFilter.form) : nil
    }

    private static func numerical(_ roots: [ProjectiveRoot], _ degrees: [Int]) -> [LayerFilter] {
        // Neighbors go to different layers: products over roots that lie together are badly conditioned.
        let real = roots.filter(\.isReal)
        let pairs = roots.filter { $0.isInUpperHalfPlane }
        var own = degrees.map { _ in [ProjectiveRoot]() }
        var pieces = pairs.map { [$0, $0.conjugate] }
        var rest = real[...]
        for layer in degrees.indices where degrees[layer] % 2 == 1 {
            own[layer] += rest.popFirst().map { [$0] } ?? []
        }
        // An even number of real roots is left, each with one from the other half.
        let half = rest.count / 2
        pieces += zip(rest.prefix(half), rest.suffix(half)).map { [$0, $1] }
        var next = 0
        for piece in pieces {
            while own[next].count + 2 > degrees[next] { next = (next + 1) % degrees.count }
            own[next] += piece
            next = (next + 1) % degrees.count
        }
        return own.map { .numerical(ProjectiveRoot.product($0).map { Complex($0.real) }) }
    }
}

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
        var real = roots.filter(\.isReal)
        var pairs = roots.filter { !$0.isReal && $0.x.imaginary > 0 }
        return degrees.map { degree in
            var own: [ProjectiveRoot] = []
            if degree % 2 == 1 { own.append(real.removeLast()) }
            // Odd layers that come later keep a root each: what pairs up are the others.
            while own.count < degree {
                if let root = pairs.popLast() {
                    own += [root, root.conjugate]
                } else {
                    own += [real.removeFirst(), real.removeFirst()]
                }
            }
            return .numerical(ProjectiveRoot.product(own).map { Complex($0.real) })
        }
    }
}

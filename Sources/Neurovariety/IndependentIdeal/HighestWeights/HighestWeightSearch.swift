import ExactAlgebra

/// Degree after degree: the highest-weight vectors of the ideal found until now.
struct HighestWeightSearch {
    private let parametrization: Parametrization
    private let forms: [Int]
    /// By multidegree, up to exchange of forms of equal degree: vectors with the sum of their places.
    private var found: [[Int]: [Vector]] = [:]
    private var generator = SplitMix(seed: 2026)

    struct Vector: Sendable {
        let sum: Int
        let entries: [(monomial: PackedVariables, value: UInt32)]

        /// One entry for each monomial of the space in which the vector lies.
        func row(_ space: WeightSpaces.Space) -> [UInt32] {
            var row = [UInt32](repeating: 0, count: space.monomials.count)
            for entry in entries {
                if let index = space.index[entry.monomial] { row[index] = entry.value }
            }
            return row
        }
    }

    /// Nil unless there are two layers without variables that vanish on the variety, and few enough variables.
    ///
    /// - Parameter architecture: reduced.
    init?(_ architecture: Architecture) {
        guard architecture.layerCount == 2, let piece = architecture.pieces.first,
            piece.vanishingVariables.isEmpty,
            architecture.endToEndFilterSize <= PackedVariables.mostVariables
        else { return nil }
        parametrization = Parametrization(architecture)
        forms = (0..<piece.formCount).map { piece.degree(ofForm: $0) }
    }

    /// - Parameter isLast: whether the vectors of this degree are not needed.
    mutating func next(_ degree: Int, isLast: Bool) -> HighestWeightIdeal.DegreeResult {
        var dimension = Integer.zero
        var generators = Integer.zero
        var made: [[Int]: [Vector]] = [:]
        for multidegree in multidegrees(degree) where canonical(multidegree).sizes == multidegree {
            let spaces = WeightSpaces(multidegree: multidegree, forms: forms)
            let (work, seed) = (self, generator.next())
            let levels = concurrentMap(count: spaces.spaces.count) { level in
                HighestWeightSpace(
                    work, spaces, level: level, multidegree: multidegree, seed: seed &+ UInt64(level),
                    isLast: isLast)
            }
            let orbit = Integer(exchanges(of: multidegree).count)
            for result in levels {
                let size = Integer(spaces.firstWeight + 2 * result.level + 1) * orbit
                dimension += Integer(result.multiplicity) * size
                generators += Integer(result.multiplicity - result.reachedMultiplicity) * size
            }
            let vectors = levels.flatMap(\.vectors)
            if !vectors.isEmpty { made[multidegree] = vectors }
        }
        found = made
        return .init(degree: degree, dimension: dimension, minimalGenerators: generators)
    }

    /// The leading monomials of I_d, and the elements of the reduced Gröbner basis of this degree.
    ///
    /// f is injective on positive weights, so that lowering the highest-weight vectors of the last degree gives bases of
    /// the blocks of the multigrading with weight at least 0, and x ↔ y and exchanges of forms give the other blocks.
    /// Only the blocks with new elements need them.
    ///
    /// - Parameter isReducible: whether a leading monomial of degree d − 1 divides a monomial.
    func groebnerBasis(
        where isReducible: @Sendable (Monomial) -> Bool
    ) -> (leading: [Monomial], elements: [BlockElement]) {
        let multidegrees = found.keys.sorted { $0.lexicographicallyPrecedes($1) }
        let results = concurrentMap(count: multidegrees.count) { index in
            groebnerBasis(multidegrees[index], isReducible)
        }
        return (results.flatMap(\.leading), results.flatMap(\.elements))
    }

    /// In one multidegree and those that exchanging forms makes of it.
    private func groebnerBasis(
        _ multidegree: [Int], _ isReducible: (Monomial) -> Bool
    ) -> (leading: [Monomial], elements: [BlockElement]) {
        let spaces = WeightSpaces(multidegree: multidegree, forms: forms)
        let vectors = Dictionary(grouping: found[multidegree] ?? []) { $0.sum - spaces.firstSum }
        var leading: [Monomial] = []
        var elements: [BlockElement] = []
        // A basis of I at a level, made when it is needed: the rows of the level above are lowered.
        var rows: [[UInt32]] = []
        var rowsLevel = spaces.spaces.count
        var dimension = 0
        for level in spaces.spaces.indices.reversed() {
            dimension += vectors[level]?.count ?? 0
            guard dimension > 0 else { continue }
            for block in blocks(spaces, level: level, multidegree, dimension, isReducible) {
                leading += block.reducible
                guard block.hasNewElements else { continue }
                while rowsLevel > level {
                    rowsLevel -= 1
                    rows = rows.map { spaces.lowered($0, to: rowsLevel) }
                    rows += (vectors[rowsLevel] ?? []).map { $0.row(spaces.spaces[rowsLevel]) }
                }
                let new = block.newElements(rows)
                leading += new.map { $0.monomials[0] }
                elements += new
            }
        }
        return (leading, elements)
    }

    /// The blocks that x ↔ y and exchanges of forms make of one weight space; all have their monomials in the same order.
    private func blocks(
        _ spaces: WeightSpaces, level: Int, _ multidegree: [Int], _ dimension: Int,
        _ isReducible: (Monomial) -> Bool
    ) -> [SpannedBlock] {
        let stride = forms.count
        let isMiddle = spaces.firstWeight + 2 * level == 0
        return exchanges(of: multidegree).flatMap { actual in
            let places = canonical(actual).places
            return (isMiddle ? [false] : [false, true]).map { isReversed in
                let monomials = spaces.spaces[level].monomials.map { monomial in
                    Monomial(
                        monomial.variables.map { variable in
                            let (form, j) = (variable % stride, variable / stride)
                            return places[form] + stride * (isReversed ? forms[form] - j : j)
                        })
                }
                return SpannedBlock(monomials, dimension: dimension, isReducible: isReducible)
            }
        }
    }

    /// The vectors of I_{d−1} in a multidegree, with the forms in their places.
    func vectors(_ multidegree: [Int]) -> [Vector] {
        let (sizes, places) = canonical(multidegree)
        guard let vectors = found[sizes] else { return [] }
        guard places != Array(forms.indices) else { return vectors }
        let stride = forms.count
        return vectors.map { vector in
            Vector(
                sum: vector.sum,
                entries: vector.entries.map { entry in
                    let moved = entry.monomial.variables.reduce(PackedVariables()) {
                        $0.times(places[$1 % stride] + stride * ($1 / stride))
                    }
                    return (moved, entry.value)
                })
        }
    }

    /// Random points of the variety, as coordinates.
    func points(_ count: Int, seed: UInt64) -> [[UInt64]] {
        var generator = SplitMix(seed: seed)
        return (0..<count).map { _ in
            parametrization.randomPoint(in: EliminationField.field, using: &generator)
        }
    }

    var formDegrees: [Int] { forms }

    private func multidegrees(_ degree: Int) -> [[Int]] {
        var lists: [[Int]] = [[]]
        for form in forms.indices {
            lists = lists.flatMap { list in
                let rest = degree - list.reduce(0, +)
                return (form == forms.count - 1 ? rest...rest : 0...rest).map { list + [$0] }
            }
        }
        return lists
    }

    /// Sorted within forms of equal degree; and to which form each of the sorted ones belongs.
    private func canonical(_ multidegree: [Int]) -> (sizes: [Int], places: [Int]) {
        let order = forms.indices.sorted {
            forms[$0] != forms[$1]
                ? $0 < $1 : multidegree[$0] != multidegree[$1] ? multidegree[$0] > multidegree[$1] : $0 < $1
        }
        return (order.map { multidegree[$0] }, order)
    }

    /// All multidegrees that exchanging forms of equal degree makes of one.
    private func exchanges(of multidegree: [Int]) -> [[Int]] {
        let sizes = canonical(multidegree).sizes
        return multidegrees(multidegree.reduce(0, +)).filter { canonical($0).sizes == sizes }
    }
}

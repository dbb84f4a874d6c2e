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

    /// Bases of all of I_d, block by block of the multigrading, from the highest-weight vectors of the last degree:
    /// f is injective on positive weights, and x ↔ y and exchanges of forms give the other blocks.
    func blocks() -> [SpannedBlock] {
        let stride = forms.count
        return found.flatMap { multidegree, vectors -> [SpannedBlock] in
            let spaces = WeightSpaces(multidegree: multidegree, forms: forms)
            var rows: [[UInt32]] = []
            var result: [SpannedBlock] = []
            for level in spaces.spaces.indices.reversed() {
                rows = rows.map { spaces.lowered($0, to: level) }
                let space = spaces.spaces[level]
                for vector in vectors where vector.sum == spaces.firstSum + level {
                    var row = [UInt32](repeating: 0, count: space.monomials.count)
                    for entry in vector.entries {
                        if let index = space.index[entry.monomial] { row[index] = entry.value }
                    }
                    rows.append(row)
                }
                guard !rows.isEmpty else { continue }
                for actual in exchanges(of: multidegree) {
                    let places = canonical(actual).places
                    let isMiddle = spaces.firstWeight + 2 * level == 0
                    for isReversed in isMiddle ? [false] : [false, true] {
                        let monomials = space.monomials.map { monomial in
                            Monomial(
                                monomial.variables.map { variable in
                                    let (form, j) = (variable % stride, variable / stride)
                                    return places[form] + stride * (isReversed ? forms[form] - j : j)
                                })
                        }
                        result.append(SpannedBlock(monomials: monomials, rows: rows))
                    }
                }
            }
            return result
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

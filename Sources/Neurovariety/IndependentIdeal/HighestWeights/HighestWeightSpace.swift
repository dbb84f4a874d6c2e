import ExactAlgebra

/// One multidegree and one weight: how often the module with this highest weight occurs in I_d and in `R_1·I_{d−1}`.
struct HighestWeightSpace: Sendable {
    typealias Lanes = HighestWeightProjector.Lanes

    let level: Int
    /// In I_d.
    let multiplicity: Int
    /// In `R_1·I_{d−1}`.
    let reachedMultiplicity: Int
    /// The highest-weight vectors of I_d, unless they are not needed.
    let vectors: [HighestWeightSearch.Vector]

    init(
        _ work: HighestWeightSearch, _ spaces: WeightSpaces, level: Int, multidegree: [Int], seed: UInt64,
        isLast: Bool
    ) {
        self.level = level
        let count = spaces.highestWeightCount(atLevel: level)
        guard count > 0 else {
            (multiplicity, reachedMultiplicity, vectors) = (0, 0, [])
            return
        }
        let space = spaces.spaces[level]
        let projector = HighestWeightProjector(spaces, level: level)
        var generator = SplitMix(seed: seed)
        // As many independent ones as there are, from random vectors.
        var basis: [[Lanes]] = []
        for _ in 0..<((count + WeightSpaces.lanes - 1) / WeightSpaces.lanes) {
            let random = space.monomials.map { _ in
                var lanes = Lanes()
                for lane in 0..<WeightSpaces.lanes {
                    lanes[lane] = generator.next() % EliminationField.modulus
                }
                return lanes
            }
            basis.append(projector.project(random))
        }
        let points = work.points(count + 8, seed: seed ^ 0xA5A5)
        let values = Self.values(space.monomials, points)
        let table = Self.products(basis, values, width: points.count)
        // Rows are points: the kernel has the combinations that vanish at all of them.
        var echelon = EchelonForm(columnCount: count)
        echelon.insert(
            dense: points.indices.map { point in (0..<count).map { table[$0][point] } })
        let free = (0..<count).filter { !echelon.isPivot($0) }
        multiplicity = free.count
        guard !free.isEmpty else {
            (reachedMultiplicity, vectors) = (0, [])
            return
        }
        reachedMultiplicity = Self.reached(
            work, spaces, level: level, multidegree: multidegree, limit: free.count, projector, &generator)
        guard !isLast else {
            vectors = []
            return
        }
        vectors = free.map { column in
            let weights = echelon.kernelVector(column)
            var sums = [UInt64](repeating: 0, count: space.monomials.count)
            for (index, weight) in weights.enumerated() where weight != 0 {
                let source = basis[index / WeightSpaces.lanes]
                let lane = index % WeightSpaces.lanes
                for place in sums.indices {
                    sums[place] =
                        (sums[place] + UInt64(weight) * source[place][lane]) % EliminationField.modulus
                }
            }
            return HighestWeightSearch.Vector(
                sum: spaces.firstSum + level,
                entries: zip(space.monomials, sums).filter { $1 != 0 }.map { ($0, UInt32($1)) })
        }
    }

    /// The rank of the projections of all `c_j·v`, up to a limit that it cannot exceed.
    private static func reached(
        _ work: HighestWeightSearch, _ spaces: WeightSpaces, level: Int, multidegree: [Int], limit: Int,
        _ projector: HighestWeightProjector, _ generator: inout SplitMix
    ) -> Int {
        let space = spaces.spaces[level]
        let stride = work.formDegrees.count
        let width = limit + 8
        // Random linear forms tell vectors of so small a space apart.
        let forms = (0..<(space.monomials.count * width)).map { _ in
            UInt32(truncatingIfNeeded: generator.next() % EliminationField.modulus)
        }
        var echelon = EchelonForm(columnCount: width)
        var batch = [Lanes](repeating: Lanes(repeating: 0), count: space.monomials.count)
        var filled = 0
        func flush() {
            guard filled > 0 else { return }
            let projected = projector.project(batch)
            echelon.insert(dense: Array(products([projected], forms, width: width).prefix(filled)))
            for place in batch.indices { batch[place] = Lanes(repeating: 0) }
            filled = 0
        }
        for form in work.formDegrees.indices where multidegree[form] > 0 {
            var smaller = multidegree
            smaller[form] -= 1
            for vector in work.vectors(smaller) {
                let j = spaces.firstSum + level - vector.sum
                guard (0...work.formDegrees[form]).contains(j) else { continue }
                for entry in vector.entries {
                    guard let index = space.index[entry.monomial.times(form + stride * j)] else { continue }
                    batch[index][filled] = UInt64(entry.value)
                }
                filled += 1
                if filled == WeightSpaces.lanes { flush() }
                if echelon.rank == limit { return limit }
            }
        }
        flush()
        return echelon.rank
    }

    /// Values of monomials at points, those of one monomial together.
    private static func values(_ monomials: [PackedVariables], _ points: [[UInt64]]) -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(monomials.count * points.count)
        for monomial in monomials {
            let variables = monomial.variables
            for point in points {
                var value: UInt64 = 1
                for variable in variables { value = value * point[variable] % EliminationField.modulus }
                result.append(UInt32(value))
            }
        }
        return result
    }

    /// The product of each vector with a matrix of `width` columns, one row a monomial.
    private static func products(_ groups: [[Lanes]], _ matrix: [UInt32], width: Int) -> [[UInt32]] {
        groups.flatMap { group -> [[UInt32]] in
            var sums = [Lanes](repeating: Lanes(repeating: 0), count: width)
            sums.withUnsafeMutableBufferPointer { sums in
                matrix.withUnsafeBufferPointer { matrix in
                    for (row, lanes) in group.enumerated() {
                        for column in 0..<width {
                            sums[column] &+= lanes &* Lanes(repeating: UInt64(matrix[row * width + column]))
                        }
                        if row % EliminationField.productsPerReduction
                            == EliminationField.productsPerReduction - 1
                        {
                            for column in 0..<width {
                                sums[column] = EliminationField.reduce(sums[column])
                            }
                        }
                    }
                }
            }
            return (0..<WeightSpaces.lanes).map { lane in
                sums.map { UInt32($0[lane] % EliminationField.modulus) }
            }
        }
    }
}

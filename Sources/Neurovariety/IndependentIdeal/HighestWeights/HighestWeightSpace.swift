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
        let inverseNorms = spaces.inverseNorms(atLevel: level)
        var generator = SplitMix(seed: seed)
        let sketch = HighestWeightSketch(
            monomialCount: space.monomials.count, width: count + Self.spare, using: &generator)
        // Rows are points, as vectors: the kernel has the combinations of the coordinates that vanish at all of them.
        var rows: [[UInt32]] = []
        let points = work.points(count + Self.spare, seed: seed ^ 0xA5A5)
        for start in stride(from: 0, to: points.count, by: WeightSpaces.lanes) {
            let group = points[start..<min(start + WeightSpaces.lanes, points.count)]
            let vectors = Self.vectors(space.monomials, inverseNorms, Array(group))
            rows += sketch.coordinates(of: projector.project(vectors), count: group.count)
        }
        var echelon = EchelonForm(columnCount: sketch.width)
        echelon.insert(dense: rows)
        multiplicity = max(0, count - echelon.rank)
        guard multiplicity > 0 else {
            (reachedMultiplicity, vectors) = (0, [])
            return
        }
        reachedMultiplicity = Self.reached(
            work, spaces, level: level, multidegree: multidegree, limit: multiplicity, projector, &generator)
        guard !isLast else {
            vectors = []
            return
        }
        // The kernel has some more vectors, whose projections depend on those of the others: as many random
        // combinations as are needed.
        let kernel = (0..<sketch.width).filter { !echelon.isPivot($0) }.map { echelon.kernelVector($0) }
        let forms = (0..<multiplicity).map { _ in
            sketch.combination(
                Self.randomCombination(of: kernel, using: &generator),
                monomialCount: space.monomials.count)
        }
        vectors = Self.highestWeightVectors(forms, inverseNorms, projector).map { values in
            HighestWeightSearch.Vector(
                sum: spaces.firstSum + level,
                entries: zip(space.monomials, values).filter { $1 != 0 }.map { ($0, $1) })
        }
    }

    /// More coordinates and points than there are independent vectors.
    private static let spare = 8

    /// The projections of the vectors whose products with vectors are linear forms, given by their coefficients.
    private static func highestWeightVectors(
        _ forms: [[UInt32]], _ inverseNorms: [UInt32], _ projector: HighestWeightProjector
    ) -> [[UInt32]] {
        var result: [[UInt32]] = []
        for start in stride(from: 0, to: forms.count, by: WeightSpaces.lanes) {
            let group = Array(forms[start..<min(start + WeightSpaces.lanes, forms.count)])
            let lanes = inverseNorms.indices.map { place in
                var lanes = Lanes(repeating: 0)
                for (lane, form) in group.enumerated() { lanes[lane] = form[place] }
                return EliminationField.reduceProducts(
                    EliminationField.products(lanes, inverseNorms[place]))
            }
            let projected = projector.project(lanes)
            result += group.indices.map { lane in projected.map { $0[lane] } }
        }
        return result
    }

    private static func randomCombination(of rows: [[UInt32]], using generator: inout SplitMix) -> [UInt32] {
        var sum = [UInt64](repeating: 0, count: rows.first?.count ?? 0)
        for row in rows {
            let factor = generator.next() % EliminationField.modulus
            for place in sum.indices {
                sum[place] = (sum[place] + factor * UInt64(row[place])) % EliminationField.modulus
            }
        }
        return sum.map { UInt32($0) }
    }

    /// The rank of the projections of all `c_j·v`, up to a limit that it cannot exceed.
    private static func reached(
        _ work: HighestWeightSearch, _ spaces: WeightSpaces, level: Int, multidegree: [Int], limit: Int,
        _ projector: HighestWeightProjector, _ generator: inout SplitMix
    ) -> Int {
        let space = spaces.spaces[level]
        let stride = work.formDegrees.count
        let sketch = HighestWeightSketch(
            monomialCount: space.monomials.count, width: limit + spare, using: &generator)
        var echelon = EchelonForm(columnCount: sketch.width)
        var batch = [Lanes](repeating: Lanes(repeating: 0), count: space.monomials.count)
        var filled = 0
        func flush() {
            guard filled > 0 else { return }
            echelon.insert(dense: sketch.coordinates(of: projector.project(batch), count: filled))
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
                    batch[index][filled] = entry.value
                }
                filled += 1
                if filled == WeightSpaces.lanes { flush() }
                if echelon.rank == limit { return limit }
            }
        }
        flush()
        return echelon.rank
    }

    /// For each point the vector whose product with a vector is the value of that at the point: the values of the
    /// monomials over their norms. At most ``WeightSpaces/lanes`` points.
    private static func vectors(
        _ monomials: [PackedVariables], _ inverseNorms: [UInt32], _ points: [[UInt64]]
    ) -> [Lanes] {
        let variables = points[0].indices.map { variable in
            var lanes = Lanes(repeating: 0)
            for (lane, point) in points.enumerated() { lanes[lane] = UInt32(point[variable]) }
            return lanes
        }
        return zip(monomials, inverseNorms).map { monomial, inverseNorm in
            var value = Lanes(repeating: inverseNorm)
            var rest = monomial.word
            while rest != 0 {
                value = EliminationField.reduceProducts(
                    EliminationField.products(value, variables[Int(rest & 0xFF) - 1]))
                rest >>= 8
            }
            return value
        }
    }
}

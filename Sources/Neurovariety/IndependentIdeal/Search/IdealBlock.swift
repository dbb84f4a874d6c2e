import ExactAlgebra

/// The monomials of one block of a grading in one degree.
struct IdealBlock: Sendable {
    /// Divisible by the leading monomial of an element of lower degree.
    var reducible: [Monomial] = []
    /// The others; they span the block modulo the ideal.
    var free: [Monomial] = []
    /// The multiples of elements of lower degree that lie in the block.
    var shifts: [(element: Int, monomial: Monomial)] = []

    private static let batchSize = 24
    /// How many points must add nothing before the rank is believed.
    static let sparePoints = 2

    struct Solution: Sendable {
        var elements: [BlockElement] = []
        var minimalCount = 0
    }

    /// - Parameter points: more than there are free monomials.
    func solve(_ degree: Int, _ points: [[UInt64]], basis: [BlockElement], seed: UInt64) -> Solution {
        guard !free.isEmpty else { return Solution() }
        // The smallest monomial first: a column without pivot depends on smaller monomials.
        let columns = free.sorted()
        var echelon = EchelonForm(columnCount: columns.count)
        // In batches, until a batch leaves points over: then the rank is that of all points.
        var used = 0
        while used < points.count, echelon.rank + Self.sparePoints > used {
            let batch = points[used..<min(used + Self.batchSize, points.count)]
            echelon.insert(
                dense: batch.map { point in columns.map { EliminationField.value(of: $0, at: point) } })
            used += batch.count
        }
        var solution = Solution()
        for column in columns.indices where !echelon.isPivot(column) {
            let vector = echelon.kernelVector(column)
            var element = BlockElement(monomials: [], coefficients: [])
            for place in stride(from: column, through: 0, by: -1) where vector[place] != 0 {
                element.monomials.append(columns[place])
                element.coefficients.append(vector[place])
            }
            solution.elements.append(element)
        }
        if !solution.elements.isEmpty {
            solution.minimalCount = minimalCount(solution.elements, basis: basis, seed: seed)
        }
        return solution
    }

    /// How many of the new elements are no combinations of multiples of old ones.
    ///
    /// For each reducible monomial one multiple of an old element leads with it: together they are independent.
    /// Random combinations of all multiples show whether there are more.
    private func minimalCount(_ elements: [BlockElement], basis: [BlockElement], seed: UInt64) -> Int {
        guard !shifts.isEmpty else { return elements.count }
        let field = EliminationField.field
        let all = (reducible + free).sorted(by: >)
        var places: [Monomial: Int] = [:]
        for (place, monomial) in all.enumerated() { places[monomial] = place }
        var echelon = EchelonForm(columnCount: all.count)
        func row(_ shift: (element: Int, monomial: Monomial)) -> [(column: Int, value: Int)] {
            let element = basis[shift.element]
            return zip(element.monomials, element.coefficients).map { monomial, coefficient in
                (places[monomial * shift.monomial, default: 0], Int(coefficient))
            }
        }
        // From the smallest leading monomial up, so that nothing has to be eliminated from a new row.
        var leading: [Int: (element: Int, monomial: Monomial)] = [:]
        for shift in shifts {
            let product = basis[shift.element].monomials[0] * shift.monomial
            leading[places[product, default: 0]] = shift
        }
        for place in leading.keys.sorted(by: >) {
            if let shift = leading[place] { _ = echelon.insert(row(shift)) }
        }
        var random = SplitMix(seed: seed)
        var failures = 0
        let limit = leading.count + elements.count
        while failures < 2, echelon.rank < limit {
            var sum = [UInt64](repeating: 0, count: all.count)
            for shift in shifts {
                let factor = random.next() % field.modulus
                for (column, value) in row(shift) {
                    sum[column] = (sum[column] + factor * UInt64(value)) % field.modulus
                }
            }
            let rank = echelon.rank
            echelon.insert(dense: [sum.map { UInt32($0) }])
            if echelon.rank == rank { failures += 1 }
        }
        return limit - echelon.rank
    }
}

import ExactAlgebra

/// An element of the ideal modulo the prime of ``EchelonForm``: the leading monomial, with coefficient 1, first.
struct BlockElement: Sendable {
    var monomials: [[UInt16]]
    var coefficients: [UInt32]

    /// The primitive integer polynomial with these coefficients up to a factor; nil if they are no fractions
    /// with small numerator and denominator.
    func lifted() -> Polynomial? {
        var fractions: [(numerator: Int, denominator: Int)] = []
        var denominator = 1
        for coefficient in coefficients {
            guard let fraction = EchelonForm.field.rational(UInt64(coefficient)) else { return nil }
            fractions.append(fraction)
            let common = denominator / Self.gcd(denominator, fraction.denominator)
            let (product, overflow) = common.multipliedReportingOverflow(by: fraction.denominator)
            guard !overflow, product < 1 << 31 else { return nil }
            denominator = product
        }
        let terms = zip(monomials, fractions).map { monomial, fraction in
            (variables: monomial, coefficient: fraction.numerator * (denominator / fraction.denominator))
        }
        return try? Polynomial(terms: terms)
    }

    private static func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
}

/// The monomials of one multidegree.
struct LinearAlgebraBlock: Sendable {
    /// Divisible by the leading monomial of an element of lower degree.
    var reducible: [[UInt16]] = []
    /// The others; they span the block modulo the ideal.
    var free: [[UInt16]] = []
    /// The multiples of elements of lower degree that lie in the block.
    var shifts: [(element: Int, monomial: [UInt16])] = []

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
        let columns = free.sorted { $1.lexicographicallyPrecedes($0) }
        var echelon = EchelonForm(columnCount: columns.count)
        // In batches, until a batch leaves points over: then the rank is that of all points.
        var used = 0
        while used < points.count, echelon.rank + Self.sparePoints > used {
            let batch = points[used..<min(used + Self.batchSize, points.count)]
            echelon.insert(dense: batch.map { point in columns.map { EchelonForm.value(of: $0, at: point) } })
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
        let field = EchelonForm.field
        let all = (reducible + free).sorted { $0.lexicographicallyPrecedes($1) }
        var places: [[UInt16]: Int] = [:]
        for (place, monomial) in all.enumerated() { places[monomial] = place }
        var echelon = EchelonForm(columnCount: all.count)
        func row(_ shift: (element: Int, monomial: [UInt16])) -> [(column: Int, value: Int)] {
            let element = basis[shift.element]
            return zip(element.monomials, element.coefficients).map { monomial, coefficient in
                (places[(monomial + shift.monomial).sorted(by: >), default: 0], Int(coefficient))
            }
        }
        // From the smallest leading monomial up, so that nothing has to be eliminated from a new row.
        var leading: [Int: (element: Int, monomial: [UInt16])] = [:]
        for shift in shifts {
            let product = (basis[shift.element].monomials[0] + shift.monomial).sorted(by: >)
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

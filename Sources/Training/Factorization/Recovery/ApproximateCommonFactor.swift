import ExactAlgebra

/// A factor `g(x^S, y^S)` of a filter that is one only nearly, and what remains: nearest in no sense, but a good guess.
///
/// The forms of the s-decomposition are `q_i ≈ g·h_i`, so the h are nearly a null vector of `q_i h_j − q_j h_i = 0`.
struct ApproximateCommonFactor {
    /// g, of norm 1.
    let factor: [Double]
    /// The filter divided by g.
    let rest: [Double]
    /// How far the product misses the filter, relative to it.
    let misfit: Double

    /// Beyond as many unknowns, random combinations of the forms stand for all of them.
    private static let mostUnknowns = 120

    /// - Parameters:
    ///   - degree: of g, at least 1; K − S·degree ≥ 1.
    ///   - attempt: another one, other random combinations.
    init(of filter: [Double], step: Int, degree: Int, attempt: Int = 0) {
        let restSize = filter.count - step * degree
        precondition(restSize >= 1)
        // Where the rest has no places, the form should vanish.
        var forms = (0..<min(step, restSize)).map { residue in
            stride(from: residue, to: filter.count, by: step).map { filter[$0] }
        }
        if forms.count > 3, restSize > Self.mostUnknowns || attempt > 0 {
            forms = Self.combinations(of: forms, attempt: attempt)
        }
        self.init(dividing: filter, by: Self.factor(of: forms, degree: degree), step: step)
    }

    /// The best quotient by a given factor.
    init(dividing filter: [Double], by given: [Double], step: Int) {
        var factor = given
        factor.normalize()
        let restSize = filter.count - step * (factor.count - 1)
        var rest = [Double](repeating: 0, count: restSize)
        // Forms of the same degree have the same matrix.
        for lengths in Dictionary(grouping: 0..<min(step, restSize), by: { (restSize - 1 - $0) / step + 1 }) {
            let (length, residues) = (lengths.key, lengths.value)
            let matrix = ColumnMatrix(multiplicationBy: factor, length: length)
            let sides = residues.flatMap { residue in
                stride(from: residue, to: filter.count, by: step).map { filter[$0] }
            }
            for (residue, quotient) in zip(residues, matrix.leastSquares(sides)) {
                for (index, value) in quotient.enumerated() { rest[residue + index * step] = value }
            }
        }
        self.factor = factor
        self.rest = rest
        let product = LayerChain.product(rest, factor, step: step)
        misfit = zip(filter, product).map { $0 - $1 }.norm / filter.norm
    }

    /// Three random combinations that have, but for bad luck, no more in common than the forms have.
    private static func combinations(of forms: [[Double]], attempt: Int) -> [[Double]] {
        var generator = SplitMix(seed: UInt64(attempt) &+ 0xFAC7)
        let length = forms[0].count
        return (0..<3).map { _ in
            var sum = [Double](repeating: 0, count: length)
            for form in forms {
                // A form of lower degree is multiplied by a linear one.
                for shift in 0...(length - form.count) {
                    let factor = Complex.random(using: &generator).real
                    for (place, value) in form.enumerated() { sum[place + shift] += factor * value }
                }
            }
            return sum
        }
    }

    private static func factor(of forms: [[Double]], degree: Int) -> [Double] {
        let forms = forms.filter { $0.count > degree }
        let lengths = forms.map { $0.count - degree }
        let norms = forms.map(\.norm)
        guard let reference = norms.indices.max(by: { norms[$0] < norms[$1] }), norms[reference] > 0 else {
            return [1] + [Double](repeating: 0, count: degree)
        }
        if lengths[reference] == 1, forms.count == 1 { return forms[reference] }
        var offsets: [Int] = []
        var unknowns = 0
        for length in lengths {
            offsets.append(unknowns)
            unknowns += length
        }
        let others = forms.indices.filter { $0 != reference }
        let rows = others.reduce(0) { $0 + forms[reference].count + lengths[$1] - 1 }
        var matrix = ColumnMatrix(rowCount: max(rows, unknowns), columnCount: unknowns)
        var top = 0
        for other in others {
            matrix.place(forms[reference], row: top, column: offsets[other], copies: lengths[other], sign: 1)
            matrix.place(
                forms[other], row: top, column: offsets[reference], copies: lengths[reference], sign: -1)
            top += forms[reference].count + lengths[other] - 1
        }
        let cofactors = matrix.smallestSingularVector()
        // q ≈ g h for all forms at once.
        var system = ColumnMatrix(
            rowCount: forms.reduce(0) { $0 + $1.count }, columnCount: degree + 1)
        top = 0
        for (index, form) in forms.enumerated() {
            let cofactor = Array(cofactors[offsets[index]..<(offsets[index] + lengths[index])])
            system.place(cofactor, row: top, column: 0, copies: degree + 1, sign: 1)
            top += form.count
        }
        return system.leastSquares(forms.flatMap(\.self)).first ?? []
    }
}

extension ColumnMatrix {
    /// Multiplication of forms with so many coefficients by a given one.
    fileprivate init(multiplicationBy form: [Double], length: Int) {
        self.init(rowCount: form.count + length - 1, columnCount: length)
        place(form, row: 0, column: 0, copies: length, sign: 1)
    }

    /// Writes a form into consecutive columns, each time a row lower.
    fileprivate mutating func place(_ form: [Double], row: Int, column: Int, copies: Int, sign: Double) {
        for copy in 0..<copies {
            let start = (column + copy) * rowCount + row + copy
            for (index, value) in form.enumerated() { values[start + index] = sign * value }
        }
    }
}

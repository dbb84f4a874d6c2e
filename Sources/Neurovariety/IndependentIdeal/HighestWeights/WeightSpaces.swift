import ExactAlgebra

/// The weight spaces of one multidegree in the coordinate ring, and the action of SL₂ on the upper half of them.
///
/// SL₂ acts on the two variables of all forms `q_i` at once. On the coefficients c_0, …, c_n of a form, the raising operator is
/// the derivation `e(c_j) = (j+1)c_{j+1}`, the lowering one `f(c_j) = (n−j+1)c_{j−1}`, and c_j has weight 2j − n.
struct WeightSpaces: Sendable {
    /// Monomials with a given sum of the places j, and where the operators lead from them.
    struct Space: Sendable {
        let monomials: [PackedVariables]
        let index: [PackedVariables: Int]
        /// As lists of sources for each monomial: e from the space below, f from the space above.
        var raise = Gather()
        var lower = Gather()
    }

    /// A sparse matrix with small non-negative entries, row by row.
    struct Gather: Sendable {
        var starts: [Int32] = [0]
        var sources: [Int32] = []
        var factors: [UInt32] = []

        mutating func endRow() { starts.append(Int32(sources.count)) }
    }

    /// By the sum of places, from ``firstSum`` up.
    let spaces: [Space]
    /// The smallest sum with weight at least 0.
    let firstSum: Int
    /// The weight of the first space.
    let firstWeight: Int
    /// Vectors are moved in groups of so many.
    static let lanes = 8
    private let forms: [Int]

    /// - Parameters:
    ///   - multidegree: how many variables from each form.
    ///   - forms: the degrees of the forms; variable `i + s·j` is coefficient j of form i.
    init(multidegree: [Int], forms: [Int]) {
        self.forms = forms
        let stride = forms.count
        let total = zip(multidegree, forms).reduce(0) { $0 + $1.0 * $1.1 }
        let firstSum = (total + 1) / 2
        self.firstSum = firstSum
        firstWeight = 2 * firstSum - total
        var partial: [(word: PackedVariables, sum: Int, last: Int)] = [(PackedVariables(), 0, 0)]
        for (form, count) in multidegree.enumerated() {
            partial = partial.map { ($0.word, $0.sum, 0) }
            for _ in 0..<count {
                partial = partial.flatMap { one in
                    (one.last...forms[form]).map { (one.word.times(form + stride * $0), one.sum + $0, $0) }
                }
            }
        }
        var monomials = [[PackedVariables]](repeating: [], count: total - firstSum + 1)
        for one in partial where one.sum >= firstSum { monomials[one.sum - firstSum].append(one.word) }
        let bare = concurrentMap(count: monomials.count) { [monomials] level in
            Space(
                monomials: monomials[level],
                index: Dictionary(
                    uniqueKeysWithValues: monomials[level].enumerated().map { ($1, $0) }))
        }
        spaces = concurrentMap(count: bare.count) { Self.connected(bare, level: $0, forms: forms) }
    }

    /// The space of a level with the matrices that lead to it.
    private static func connected(_ spaces: [Space], level: Int, forms: [Int]) -> Space {
        var space = spaces[level]
        let stride = forms.count
        for monomial in space.monomials {
            let variables = monomial.variables
            for (place, variable) in variables.enumerated() {
                // Equal variables once; their number is in the factor.
                if place > 0, variables[place - 1] == variable { continue }
                let (form, j) = (variable % stride, variable / stride)
                let rest = monomial.removing(at: place)
                if level > 0, j > 0 {
                    // From c_{j−1}: e multiplies by j and by how often c_{j−1} occurs there.
                    let source = rest.times(variable - stride)
                    let multiplicity = variables.count { $0 == variable - stride } + 1
                    if let index = spaces[level - 1].index[source] {
                        space.raise.sources.append(Int32(index))
                        space.raise.factors.append(UInt32(j * multiplicity))
                    }
                }
                if level + 1 < spaces.count, j < forms[form] {
                    // From c_{j+1}: f multiplies by n − j and by how often c_{j+1} occurs there.
                    let source = rest.times(variable + stride)
                    let multiplicity = variables.count { $0 == variable + stride } + 1
                    if let index = spaces[level + 1].index[source] {
                        space.lower.sources.append(Int32(index))
                        space.lower.factors.append(UInt32((forms[form] - j) * multiplicity))
                    }
                }
            }
            space.raise.endRow()
            space.lower.endRow()
        }
        return space
    }

    /// `f v` for a vector of the space above a level.
    func lowered(_ vector: [UInt32], to level: Int) -> [UInt32] {
        let matrix = spaces[level].lower
        return spaces[level].monomials.indices.map { row in
            var sum: UInt64 = 0
            for place in Int(matrix.starts[row])..<Int(matrix.starts[row + 1]) {
                sum += UInt64(vector[Int(matrix.sources[place])]) * UInt64(matrix.factors[place])
            }
            return UInt32(sum % EliminationField.modulus)
        }
    }

    /// The inverses of `(m, m)` for the monomials m of a space, in ``EliminationField``: of the products of `e_v!·binom(n, j)^e_v`
    /// over its variables v = c_j with exponents e_v.
    ///
    /// Monomials are orthogonal for this product, and e and f are adjoint: `(e u, v) = (u, f v)`. So the projector onto
    /// highest-weight vectors is its own adjoint.
    func inverseNorms(atLevel level: Int) -> [UInt32] {
        let field = EliminationField.field
        let stride = forms.count
        let inverses = (0...PackedVariables.mostVariables).map { $0 == 0 ? 0 : field.inverse(UInt64($0)) }
        // By variable: 1 / binom(n, j) = 1 / binom(n, j − 1) · j / (n − j + 1).
        var ofVariable = [UInt64](repeating: 1, count: stride * ((forms.max() ?? 0) + 1))
        for (form, degree) in forms.enumerated() {
            for j in 1..<max(1, degree + 1) {
                let ratio = field.multiply(UInt64(j), inverses[degree - j + 1])
                ofVariable[form + stride * j] = field.multiply(
                    ofVariable[form + stride * (j - 1)], ratio)
            }
        }
        return spaces[level].monomials.map { monomial in
            var (value, rest): (UInt64, UInt64) = (1, monomial.word)
            var (last, exponent): (UInt64, Int) = (0, 0)
            while rest != 0 {
                let byte = rest & 0xFF
                exponent = byte == last ? exponent + 1 : 1
                value = field.multiply(value, ofVariable[Int(byte) - 1])
                if exponent > 1 { value = field.multiply(value, inverses[exponent]) }
                (last, rest) = (byte, rest >> 8)
            }
            return UInt32(value)
        }
    }

    /// How many highest-weight vectors there are at a level: `dim W_λ − dim W_{λ+2}`.
    func highestWeightCount(atLevel level: Int) -> Int {
        let above = level + 1 < spaces.count ? spaces[level + 1].monomials.count : 0
        return spaces[level].monomials.count - above
    }
}

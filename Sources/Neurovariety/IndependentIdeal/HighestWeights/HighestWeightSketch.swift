import ExactAlgebra

/// A random sparse linear map from a weight space to few coordinates: every monomial goes to four of them, with random
/// coefficients, and every coordinate gets equally many monomials but for one.
///
/// Vectors of a subspace keep their rank where there are some more coordinates than its dimension, and it costs four
/// products a monomial, where dense random linear forms cost as many as there are coordinates. The rank can only become
/// smaller.
struct HighestWeightSketch {
    /// Coordinate by coordinate: monomials and their coefficients.
    private let rows: WeightSpaces.Gather
    /// How many coordinates.
    let width: Int
    private static let copies = 4
    private static let productsPerReduction = EliminationField.productsPerReduction

    typealias Lanes = EliminationField.Lanes

    /// - Parameter monomialCount: the dimension of the weight space.
    init(monomialCount: Int, width: Int, using generator: inout SplitMix) {
        self.width = width
        var lists = [[Int32]](repeating: [], count: width)
        var place = 0
        for _ in 0..<Self.copies {
            for monomial in (0..<monomialCount).shuffled(using: &generator) {
                lists[place].append(Int32(monomial))
                place = (place + 1) % width
            }
        }
        var rows = WeightSpaces.Gather()
        for list in lists {
            rows.sources += list
            for _ in list { rows.factors.append(UInt32(generator.next() % EliminationField.modulus)) }
            rows.endRow()
        }
        self.rows = rows
    }

    /// The coordinates of vectors, those of one monomial together; the first `count` of them.
    func coordinates(of vectors: [Lanes], count: Int) -> [[UInt32]] {
        var result = [[UInt32]](repeating: [UInt32](repeating: 0, count: width), count: count)
        for coordinate in 0..<width {
            var sum = EliminationField.WideLanes(repeating: 0)
            var products = 0
            for place in Int(rows.starts[coordinate])..<Int(rows.starts[coordinate + 1]) {
                sum &+= EliminationField.products(vectors[Int(rows.sources[place])], rows.factors[place])
                products += 1
                if products == Self.productsPerReduction {
                    sum = EliminationField.WideLanes(truncatingIfNeeded: EliminationField.reduce(sum))
                    products = 0
                }
            }
            let reduced = EliminationField.reduce(sum)
            for lane in 0..<count { result[lane][coordinate] = reduced[lane] }
        }
        return result
    }

    /// The combination of the coordinates as linear forms: for each monomial, its coefficient in it.
    func combination(_ weights: [UInt32], monomialCount: Int) -> [UInt32] {
        let field = EliminationField.field
        var sums = [UInt64](repeating: 0, count: monomialCount)
        for coordinate in 0..<width where weights[coordinate] != 0 {
            let weight = UInt64(weights[coordinate])
            for place in Int(rows.starts[coordinate])..<Int(rows.starts[coordinate + 1]) {
                let monomial = Int(rows.sources[place])
                sums[monomial] = (sums[monomial] + weight * UInt64(rows.factors[place])) % field.modulus
            }
        }
        return sums.map { UInt32($0) }
    }
}

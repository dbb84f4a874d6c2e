import ExactAlgebra

/// A multigrading of the ring for which the prime ideal is homogeneous, found from the exponents of the
/// parametrization alone, with degrees in ℤ/(2^61 − 1).
///
/// Weights of the parameters for which all monomials of each coordinate have the same weight form a linear
/// space; a random element of it, modulo a prime, gives every variable a degree. Any such grading is one for
/// which the ideal is homogeneous; a random one separates what all of them together separate, but for a
/// coincidence, and a coincidence only makes blocks larger.
struct RandomMultigrading: Grading {
    let degreeOfVariable: [UInt64]
    private static let field = PrimeField.mersenne61

    init(coordinates: [Polynomial], parameterCount: Int, using generator: inout SplitMix) {
        let field = Self.field
        // Equations: each monomial of a coordinate weighs as much as its first. In echelon form.
        var equations: [(pivot: Int, row: [UInt64])] = []
        for coordinate in coordinates where coordinate.termCount > 1 {
            for term in 1..<coordinate.termCount {
                var row = [UInt64](repeating: 0, count: parameterCount)
                for variable in coordinate.monomial(0).variables {
                    row[variable] = field.add(row[variable], 1)
                }
                for variable in coordinate.monomial(term).variables {
                    row[variable] = field.subtract(row[variable], 1)
                }
                for (pivot, equation) in equations where row[pivot] != 0 {
                    let factor = row[pivot]
                    for place in row.indices {
                        row[place] = field.subtract(row[place], field.multiply(factor, equation[place]))
                    }
                }
                guard let pivot = row.firstIndex(where: { $0 != 0 }) else { continue }
                let scale = field.inverse(row[pivot])
                equations.append((pivot, row.map { field.multiply($0, scale) }))
            }
        }
        var weights = field.randomPoint(count: parameterCount, using: &generator)
        // A later equation does not contain earlier pivots, but an earlier one can contain later pivots.
        for (pivot, row) in equations.reversed() {
            var sum: UInt64 = 0
            for place in row.indices where place != pivot {
                sum = field.add(sum, field.multiply(row[place], weights[place]))
            }
            weights[pivot] = field.subtract(0, sum)
        }
        degreeOfVariable = coordinates.map { coordinate in
            coordinate.isZero
                ? 0 : coordinate.monomial(0).variables.reduce(0) { field.add($0, weights[$1]) }
        }
    }

    func degree(of monomial: Monomial) -> UInt64 {
        (0..<monomial.degree).reduce(0) { Self.field.add($0, degreeOfVariable[monomial[$1]]) }
    }
}

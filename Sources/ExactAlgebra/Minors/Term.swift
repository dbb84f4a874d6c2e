/// One term inside the minor engine.
///
/// Coefficients need no check for overflow: a minor of size t of a matrix of variables is a sum of t!
/// signed monomials, and `t ≤ 20` gives `t! < 2^63`.
struct Term<Monomial: PackedMonomial>: BitwiseCopyable {
    var monomial: Monomial
    var coefficient: Int
}

/// Merges two lists sorted by monomial into `target`, adding coefficients and dropping zeros, and returns
/// the number of terms written.
///
/// The loop has no branch that depends on the data: such branches are mispredicted every other time.
@inline(__always)
func merge<Monomial: PackedMonomial>(
    _ a: UnsafePointer<Term<Monomial>>, _ aCount: Int,
    _ b: UnsafePointer<Term<Monomial>>, _ bCount: Int,
    into target: UnsafeMutablePointer<Term<Monomial>>
) -> Int {
    var (i, j, written) = (0, 0, 0)
    while i < aCount && j < bCount {
        let (x, y) = (a[i], b[j])
        let takesX = !(y.monomial < x.monomial)
        let takesY = !(x.monomial < y.monomial)
        let sum = (takesX ? x.coefficient : 0) &+ (takesY ? y.coefficient : 0)
        target[written] = Term(monomial: takesX ? x.monomial : y.monomial, coefficient: sum)
        written &+= sum != 0 ? 1 : 0
        i &+= takesX ? 1 : 0
        j &+= takesY ? 1 : 0
    }
    if i < aCount {
        (target + written).update(from: a + i, count: aCount - i)
        written += aCount - i
    } else if j < bCount {
        (target + written).update(from: b + j, count: bCount - j)
        written += bCount - j
    }
    return written
}

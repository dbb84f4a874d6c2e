/// One more row for a level of minors: the minors of the next size, each by Laplace expansion along that row.
///
/// A view of memory that others own, valid while they keep it; plain pointers, so that a minor of a few terms
/// costs little more than its terms.
struct RowExpansion<Monomial: PackedMonomial>: ~Copyable {
    /// Of the minors that it computes.
    let size: Int
    let sourceTerms: UnsafePointer<Term<Monomial>>
    let sourceEnds: UnsafePointer<Int>
    /// As in ``SubsetTable``, of the subsets of this size.
    let columns: UnsafePointer<Int32>
    let facetRanks: UnsafePointer<Int32>
    /// The entries of the row; nil for zero.
    let multipliers: UnsafeBufferPointer<Monomial.Multiplier?>
    /// Both have room for `size` times the largest minor of the source.
    let products: UnsafeMutablePointer<Term<Monomial>>
    let merged: UnsafeMutablePointer<Term<Monomial>>

    /// Where one sorted run of products ends, after each nonzero entry; the first is 0.
    private typealias Ends = InlineArray<21, Int>

    /// The minor on a set of columns. Its terms stay valid until the next call.
    @inline(__always)
    func minor(_ subset: Int) -> (start: UnsafePointer<Term<Monomial>>, count: Int) {
        var ends = Ends(repeating: 0)
        var runs = 0
        var end = 0
        let start = subset * size
        for place in 0..<size {
            guard let multiplier = multipliers[Int(columns[start + place])] else { continue }
            let rank = Int(facetRanks[start + place])
            let (from, to) = (sourceEnds[rank], sourceEnds[rank + 1])
            guard from < to else { continue }
            let isNegative = (size - 1 + place) & 1 == 1
            for index in from..<to {
                let term = sourceTerms[index]
                products[end] = Term(
                    monomial: term.monomial.multiplied(by: multiplier),
                    coefficient: isNegative ? 0 &- term.coefficient : term.coefficient)
                end &+= 1
            }
            runs += 1
            ends[runs] = end
        }
        return runs < 2 ? (UnsafePointer(products), end) : merge(runs, &ends)
    }

    /// Merges neighbouring runs until one is left, going back and forth between the two buffers.
    private func merge(_ count: Int, _ ends: inout Ends) -> (UnsafePointer<Term<Monomial>>, Int) {
        var runs = count
        var (read, write) = (products, merged)
        while runs > 1 {
            var (written, run, next) = (0, 0, 0)
            while run < runs {
                let (from, middle) = (ends[run], ends[run + 1])
                if run + 1 < runs {
                    written += ExactAlgebra.merge(
                        read + from, middle - from, read + middle, ends[run + 2] - middle,
                        into: write + written)
                } else {
                    (write + written).update(from: read + from, count: middle - from)
                    written += middle - from
                }
                next += 1
                // Behind what is still to be read: a merged run replaces two.
                ends[next] = written
                run += 2
            }
            runs = next
            swap(&read, &write)
        }
        return (UnsafePointer(read), ends[1])
    }
}

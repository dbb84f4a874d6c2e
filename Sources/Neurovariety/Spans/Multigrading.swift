import ExactAlgebra

/// A grading for which the prime ideal of an architecture is homogeneous: how many variables of a monomial lie in
/// each residue class modulo the first stride, and the sum of their indices.
///
/// Scaling the part of the first layer in one residue class scales the coordinates in that class, and
/// `x ↦ t·x` in all layers scales `w_j` by a power of t linear in j.
struct Multigrading: Grading {
    private let stride: Int

    struct Degree: Hashable {
        /// Per residue class, then the weight.
        fileprivate var entries: [Int]
    }

    init(_ architecture: Architecture) {
        stride = architecture.reduced.strides.first ?? 1
    }

    func degree(of monomial: Monomial) -> Degree {
        var entries = [Int](repeating: 0, count: stride + 1)
        for place in 0..<monomial.degree {
            let variable = monomial[place]
            entries[variable % stride] += 1
            entries[stride] += variable
        }
        return Degree(entries: entries)
    }
}

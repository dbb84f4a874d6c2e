/// A grading of the ring for which the prime ideal of an architecture is homogeneous: how many variables of a
/// monomial lie in each residue class modulo the first stride, and the sum of their indices.
///
/// Scaling the part of the first layer in one residue class scales the coordinates in that class, and
/// `x ↦ t·x` in all layers scales `w_j` by a power of t linear in j.
struct Multigrading {
    let stride: Int

    struct Degree: Hashable, Comparable {
        /// Per residue class, then the weight.
        var entries: [Int]

        static func < (left: Degree, right: Degree) -> Bool {
            left.entries.lexicographicallyPrecedes(right.entries)
        }
    }

    init(_ architecture: Architecture) {
        stride = architecture.reduced.strides.first ?? 1
    }

    func degree(of monomial: some Sequence<UInt16>) -> Degree {
        var entries = [Int](repeating: 0, count: stride + 1)
        for variable in monomial {
            entries[Int(variable) % stride] += 1
            entries[stride] += Int(variable)
        }
        return Degree(entries: entries)
    }
}

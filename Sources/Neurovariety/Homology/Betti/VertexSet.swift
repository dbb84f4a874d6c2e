import ExactAlgebra

/// Some of the vertices of Δ, as bits.
typealias VertexSet = UInt32

extension FixedWidthInteger where Self: UnsignedInteger {
    /// The places of the bits that are set, increasing.
    var vertices: [Int] {
        var result: [Int] = []
        var rest = self
        while rest != 0 {
            result.append(rest.trailingZeroBitCount)
            rest &= rest &- 1
        }
        return result
    }
}

extension VertexSet {
    init(vertex: Int) { self = 1 << VertexSet(vertex) }

    func contains(_ vertex: Int) -> Bool { self >> VertexSet(vertex) & 1 == 1 }

    /// How many smaller vertices there are.
    func rank(of vertex: Int) -> Int { (self & (VertexSet(vertex: vertex) &- 1)).nonzeroBitCount }

    /// The product of its variables.
    var monomial: Monomial { Monomial(vertices) }
}

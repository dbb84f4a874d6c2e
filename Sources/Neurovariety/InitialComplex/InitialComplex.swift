import ExactAlgebra

/// The initial complex Δ of an architecture: the simplicial complex on the vertices 0, …, K−1 whose ideal is the
/// initial ideal of the prime ideal I, in graded reverse lexicographic order with `w_0 > w_1 > …`.
///
/// The facets are the sets of partial sums, 0 and K−1 included, of all sequences of `k_ℓ − 1` steps of length `S_ℓ`.
/// For two layers, `N = {j_1 < … < j_t}` is a nonface iff the residues modulo s of `0, j_1, …, j_t, K−1` have at
/// least `e + 1` strict descents, `e = ⌊(k_1−1)/s⌋`: the gaps must be filled by steps of length 1 and s, a gap d takes
/// `d mod s` steps of length 1, and a descent costs s of them. For more layers a set is a nonface iff it is one for
/// some two-layer piece, since `S_ℓ` divides `S_{ℓ+1}`.
///
/// Source: `PrimeIdeal` in this documentation.
public struct InitialComplex: Sendable, Hashable {
    /// As given; only its reduced form matters.
    public let architecture: Architecture
    /// The pieces of the reduced architecture, in the order of Algorithm 1.
    let pieces: [TwoLayerPiece]
    /// Those that have nonfaces.
    private let bindingPieces: [TwoLayerPiece]

    /// Takes no time.
    public init(_ architecture: Architecture) {
        self.architecture = architecture
        pieces = architecture.reduced.pieces
        bindingPieces = pieces.filter { $0.commonFactorDegree > 0 }
    }

    /// K.
    public var vertexCount: Int { architecture.endToEndFilterSize }

    /// How many vertices each facet has: the dimension of the neurovariety.
    public var facetSize: Int { architecture.dimension }

    /// How many facets there are: the degree of the neurovariety.
    public var facetCount: Integer { architecture.degree }

    /// Whether this increasing list of vertices is not a face.
    ///
    /// - Complexity: the number of vertices, for each piece.
    public func isNonface(_ vertices: [Int]) -> Bool {
        bindingPieces.contains { $0.isNonface(vertices) }
    }

    /// Whether a monomial lies in the ideal of Δ, the initial ideal of I: its support is a nonface.
    public func idealContains(_ monomial: Monomial) -> Bool { isNonface(monomial.support) }

    /// A minimal nonface inside an increasing list of vertices; nil if that is a face.
    public func minimalNonface(in vertices: [Int]) -> [Int]? {
        guard isNonface(vertices) else { return nil }
        var nonface = vertices
        var place = 0
        while place < nonface.count {
            let vertex = nonface.remove(at: place)
            if !isNonface(nonface) {
                nonface.insert(vertex, at: place)
                place += 1
            }
        }
        return nonface
    }

    /// Calls `body` with each minimal nonface, in increasing order of its vertices, and the place of the
    /// first two-layer piece it belongs to.
    ///
    /// - Complexity: proportional to the size of what is found, with a factor for the pieces: no dead end is
    ///   entered twice.
    public func visitMinimalNonfaces(_ body: (_ nonface: [Int], _ piece: Int) throws -> Void) rethrows {
        for (index, piece) in pieces.enumerated() where piece.commonFactorDegree > 0 {
            var search = NonfaceSearch(piece)
            try search.visit { nonface in
                let isMinimalForAll = pieces.indices.allSatisfy { other in
                    other == index || isMinimal(nonface, against: pieces[other], isEarlier: other < index)
                }
                if isMinimalForAll { try body(nonface, index) }
            }
        }
    }

    /// Whether no proper subset of `nonface` is a nonface of the other piece, and, for an earlier piece, not
    /// the set itself either: then it has been reported there.
    private func isMinimal(_ nonface: [Int], against piece: TwoLayerPiece, isEarlier: Bool) -> Bool {
        guard piece.commonFactorDegree > 0, piece.isNonface(nonface) else { return true }
        guard !isEarlier else { return false }
        return nonface.indices.allSatisfy { place in
            var smaller = nonface
            smaller.remove(at: place)
            return !piece.isNonface(smaller)
        }
    }

    /// Calls `body` with each facet, increasing, in lexicographic order of the vertices, until it returns false.
    ///
    /// - Complexity: ``facetCount`` times ``facetSize``.
    public func visitFacets(_ body: (_ facet: [Int]) throws -> Bool) rethrows {
        let reduced = architecture.reduced
        var rest = reduced.filterSizes.map { $0 - 1 }
        var facet = [0]
        func extend() throws -> Bool {
            var isWhole = true
            // Steps are increasing, so the next vertices are too.
            for layer in rest.indices where rest[layer] > 0 {
                isWhole = false
                rest[layer] -= 1
                facet.append(facet[facet.count - 1] + reduced.strideProducts[layer])
                defer {
                    rest[layer] += 1
                    facet.removeLast()
                }
                guard try extend() else { return false }
            }
            return isWhole ? try body(facet) : true
        }
        _ = try extend()
    }
}

extension Architecture {
    /// The initial complex Δ.
    public var initialComplex: InitialComplex { InitialComplex(self) }
}

extension TwoLayerPiece {
    /// `e = ⌊(k_1 − 1)/s⌋`: the most descents that a face has.
    var mostDescents: Int { (firstFilterSize - 1) / stride }

    /// Whether this increasing list of vertices is not a face of Δ.
    func isNonface(_ vertices: [Int]) -> Bool {
        var descents = 0
        var residue = 0
        for vertex in vertices {
            if residue > vertex % stride { descents += 1 }
            residue = vertex % stride
        }
        if residue > (endToEndFilterSize - 1) % stride { descents += 1 }
        return descents > mostDescents
    }
}

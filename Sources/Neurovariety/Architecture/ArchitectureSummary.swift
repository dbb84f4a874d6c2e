import ExactAlgebra

/// The invariants of an architecture and the sizes of the ideal J, found without expanding anything.
public struct ArchitectureSummary: Sendable {
    /// One two-layer piece of Algorithm 1, with the parts of J that come from it.
    public struct Piece: Sendable {
        /// The piece.
        public let layers: TwoLayerPiece
        /// J₀, J₁ and J₂, as far as they are not empty, and the smaller part that can stand for J₂.
        public let parts: [IdealPart]
    }

    /// As given.
    public let architecture: Architecture
    /// The degree of its neurovariety.
    public let degree: Integer
    /// In the order of ``Architecture/pieces``.
    public let pieces: [Piece]

    /// - Throws: ``IdealError/tooManyVariables(_:)`` for end-to-end filters too large to be written down.
    /// - Complexity: counts only; proportional to the number of forms and parts.
    public init(_ architecture: Architecture) throws(IdealError) {
        let paper = try IdealGenerators(architecture, .paper)
        let lean = try IdealGenerators(architecture, .lean)
        let parts = paper.parts + lean.parts.filter { $0.name == .leanMinors }
        self.architecture = architecture
        degree = architecture.degree
        pieces = architecture.pieces.enumerated().map { index, piece in
            Piece(layers: piece, parts: parts.filter { $0.pieceIndex == index })
        }
    }
}

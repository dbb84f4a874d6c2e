import ExactAlgebra
import Neurovariety

/// What the paper states about an architecture, as data.
public struct PaperStatement: Sendable {
    /// `Example 3.8`.
    public let name: String
    /// Of the example.
    public let architecture: Architecture
    /// The generators it prints for the prime ideal.
    public let generators: [Polynomial]
    /// How many minors of `R_{l_1}` it counts, piece by piece.
    public let minorCounts: [Int]?
    /// Variables whose common zeros also lie in V(J₁).
    public let alsoInFirstIdeal: [Int]?

    /// Makes a statement.
    public init(
        name: String, architecture: Architecture, generators: [Polynomial], minorCounts: [Int]?,
        alsoInFirstIdeal: [Int]?
    ) {
        self.name = name
        self.architecture = architecture
        self.generators = generators
        self.minorCounts = minorCounts
        self.alsoInFirstIdeal = alsoInFirstIdeal
    }
}

import ChildProcesses
import ExactAlgebra
import Neurovariety

/// The generators of J, of lean J and of the minors of all levels, each matrix of minors expanded once, with its time.
struct ExpandedIdeals {
    private struct Expansion {
        let polynomials: [Polynomial]
        let seconds: Double
    }

    /// Parts of different ideals that are minors of the same matrix are the same work.
    private struct Key: Hashable {
        let piece: TwoLayerPiece?
        let content: IdealPart.Content
    }

    private var expansions: [Key: Expansion] = [:]
    private let architecture: Architecture

    init(_ architecture: Architecture) {
        self.architecture = architecture
    }

    /// The nonzero generators of each part in order, and the time to expand them.
    ///
    /// - Throws: ``IdealError``.
    mutating func parts(
        _ set: GeneratorSet
    ) throws(IdealError) -> [(part: IdealPart, polynomials: [Polynomial], seconds: Double)] {
        var result: [(part: IdealPart, polynomials: [Polynomial], seconds: Double)] = []
        for part in try IdealGenerators(architecture, set).parts {
            let key = Key(piece: part.piece, content: part.content)
            let expansion: Expansion
            if let known = expansions[key] {
                expansion = known
            } else {
                let start = ContinuousClock.now
                let polynomials = try part.polynomials()
                expansion = Expansion(
                    polynomials: polynomials, seconds: (ContinuousClock.now - start).inSeconds)
                expansions[key] = expansion
            }
            result.append((part, expansion.polynomials, expansion.seconds))
        }
        return result
    }
}

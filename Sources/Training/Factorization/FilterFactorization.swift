import ExactAlgebra
import Neurovariety

/// Whether an end-to-end filter comes from a network, and from which layers (Shahverdi, Propositions 2.3 and 3.2; Kohn, Merkh,
/// Montúfar and Trager for layers with stride 1).
///
/// All decisions are exact, for rational filters. Over ℂ: for every block the largest form in powers of its step that divides
/// the filter, its common factor, must have the degree of this and all later blocks together. Over ℝ: the filters of the
/// blocks must be real, and products of real filters of their layers. Where a common factor has a higher degree, blocks can
/// share its roots in several ways, and each is a network.
public struct FilterFactorization: Sendable {
    /// What was found.
    public enum Answer: Sendable {
        /// The zero filter: one layer is zero, the others are arbitrary.
        case zero
        /// The decomposition for these layers, from 0, lacks a common factor.
        case outside(layers: [Int], commonDegree: Int, neededDegree: Int)
        /// There are complex layers.
        case inside(FilterNetworks)
    }

    /// As given.
    public let architecture: Architecture
    /// As given: K coefficients.
    public let filter: [Rational]
    /// Exact, but for numerical layers where they are not rational.
    public let answer: Answer

    /// Whether there are complex layers.
    public var isInNeurovariety: Bool {
        if case .outside = answer { return false }
        return true
    }

    /// Whether there are real layers of the architecture as given; nil if there are too many networks to tell.
    public var isInNeuromanifold: Bool? {
        switch answer {
        case .zero: return true
        case .inside(let networks): return networks.isReached
        case .outside: return false
        }
    }

    /// - Parameters:
    ///   - filter: K coefficients.
    ///   - mostListed: the most networks that are written down; all are counted.
    /// - Throws: ``DataError/filterSize(found:expected:)``.
    /// - Complexity: the square of K for each 61 bits of the coefficients; more where there are several networks, or where
    ///   real roots must be counted.
    public init(_ filter: [Rational], _ architecture: Architecture, mostListed: Int = 20) throws(DataError) {
        guard filter.count == architecture.endToEndFilterSize else {
            throw .filterSize(found: filter.count, expected: architecture.endToEndFilterSize)
        }
        self.architecture = architecture
        self.filter = filter
        let target = ScaledFilter(filter)
        guard !target.form.isZero else {
            answer = .zero
            return
        }
        let blocks = architecture.blocks
        var commonFactors = [target.form]
        var quotients: [BinaryForm] = []
        var isUnique = true
        for place in blocks.indices.dropFirst() {
            let step = blocks[place].step
            let common = CommonFactor(
                of: commonFactors[place - 1].decomposition(step: step / blocks[place - 1].step))
            let needed = blocks.commonDegree(from: place)
            guard common.factor.degree >= needed else {
                answer = .outside(
                    layers: blocks[place].layers, commonDegree: common.factor.degree, neededDegree: needed)
                return
            }
            isUnique = isUnique && common.factor.degree == needed
            commonFactors.append(common.factor)
            quotients.append(BinaryForm(decomposition: common.cofactors))
        }
        if isUnique {
            // Every block is the common factor without that of the next.
            answer = .inside(
                FilterNetworks(unique: quotients + [commonFactors[blocks.count - 1]], architecture, target))
        } else {
            answer = .inside(
                FilterNetworks(
                    sharing: commonFactors, quotient: quotients[0], architecture, target,
                    mostListed: mostListed))
        }
    }
}

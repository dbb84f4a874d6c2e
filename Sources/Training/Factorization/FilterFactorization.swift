import ExactAlgebra
import Neurovariety

/// Whether an end-to-end filter comes from a network, and from which layers (Shahverdi, Propositions 2.3 and 3.2).
///
/// Membership is exact for rational filters: for every two-layer piece of Algorithm 1 the s-decomposition must have a common
/// factor of degree at least m. Peeling off the last layer as that common factor gives the layers; where the factor has a
/// higher degree, every choice of its roots is a different network with the same filter.
public struct FilterFactorization: Sendable {
    /// What was found.
    public enum Answer: Sendable {
        /// The zero filter: one layer is zero, the others are arbitrary.
        case zero
        /// One network up to scaling layers, with rational coefficients, so it is real.
        case unique(layers: [[Rational]])
        /// Several networks, found from numerical roots of exact common factors.
        case ambiguous([NumericalFactorization])
        /// The s-decomposition of this layer (the last of the two-layer piece) lacks a common factor.
        case outside(layer: Int, commonDegree: Int, neededDegree: Int)
    }

    /// The reduced architecture.
    public let architecture: Architecture
    /// As given: K coefficients.
    public let filter: [Rational]
    /// Exact, but for numerical layers where they are ambiguous.
    public let answer: Answer

    /// How far a numerical factorization may miss the filter, relative to it.
    public static let tolerance = 1e-8
    /// The most factorizations that are listed.
    public static let mostListed = 200

    /// Whether there are complex layers; exact.
    public var isInNeurovariety: Bool {
        if case .outside = answer { return false }
        return true
    }

    /// Whether there are real layers; in the ambiguous case decided numerically.
    public var isInNeuromanifold: Bool {
        switch answer {
        case .zero, .unique: return true
        case .ambiguous(let list): return list.contains(where: \.isReal)
        case .outside: return false
        }
    }

    /// - Parameter filter: K coefficients.
    /// - Throws: ``DataError/filterSize(found:expected:)``.
    public init(_ filter: [Rational], _ architecture: Architecture) throws(DataError) {
        guard filter.count == architecture.endToEndFilterSize else {
            throw .filterSize(found: filter.count, expected: architecture.endToEndFilterSize)
        }
        let reduced = architecture.reduced
        self.architecture = reduced
        self.filter = filter
        let denominator = filter.reduce(Integer.one) { Integer.leastCommonMultiple($0, $1.denominator) }
        let integral = filter.map { $0.numerator * (denominator / $0.denominator) }
        let form = BinaryForm(coefficients: integral)
        guard !form.isZero else {
            answer = .zero
            return
        }
        for layer in 1..<max(1, reduced.layerCount) {
            // Degrees in x^{S_ℓ} of all later layers together.
            let step = reduced.strideProducts[layer]
            let needed = (layer..<reduced.layerCount).reduce(0) {
                $0 + (reduced.filterSizes[$1] - 1) * (reduced.strideProducts[$1] / step)
            }
            let common = form.commonFactor(step: step)
            guard common.degree >= needed else {
                answer = .outside(layer: layer + 1, commonDegree: common.degree, neededDegree: needed)
                return
            }
        }
        // Layers from the last; the scale goes to the first.
        var rest = form
        var layers: [[Rational]] = []
        for layer in stride(from: reduced.layerCount - 1, through: 1, by: -1) {
            let step = reduced.strideProducts[layer]
            let common = rest.commonFactor(step: step)
            guard common.degree == reduced.filterSizes[layer] - 1 else {
                answer = .ambiguous(
                    NumericalFactorization.all(of: form, reduced, scale: denominator.approximation))
                return
            }
            layers.insert(common.coefficients.map { Rational($0) }, at: 0)
            rest = rest.divided(by: common.spread(by: step))
        }
        layers.insert(rest.coefficients.map { Rational($0, denominator) }, at: 0)
        answer = .unique(layers: layers)
    }
}

extension BinaryForm {
    /// The forms of the s-decomposition that are not zero: coefficients by residue modulo the step.
    func decomposition(step: Int) -> [BinaryForm] {
        (0..<min(step, coefficients.count)).map { residue in
            BinaryForm(
                coefficients: stride(from: residue, to: coefficients.count, by: step).map { coefficients[$0] }
            )
        }.filter { !$0.isZero }
    }

    /// The greatest common divisor of the s-decomposition.
    ///
    /// - Precondition: the form is not zero.
    func commonFactor(step: Int) -> BinaryForm {
        let forms = decomposition(step: step)
        return forms.dropFirst().reduce(forms[0].primitive) { Self.greatestCommonDivisor($0, $1) }
    }
}

import CrossValidation
import ExactAlgebra

extension Answer: CustomStringConvertible {
    /// `yes`, `80 polynomials`, `80 of degree 3, 35 of degree 4`.
    public var description: String {
        switch self {
        case .truth(let truth): return truth ? "yes" : "no"
        case .count(let count): return "\(count)"
        case .polynomials(let count): return "\(count) polynomials"
        case .monomials(let count): return "\(count) monomials"
        case .degrees(let degrees):
            guard !degrees.isEmpty else { return "none" }
            return degrees.sorted { $0.key < $1.key }.map { "\($0.value) of degree \($0.key)" }
                .joined(separator: ", ")
        case .numbers(let numbers): return numbers.map(\.description).joined(separator: ", ")
        case .lacksPolynomial(.native): return "a polynomial missing natively"
        case .lacksPolynomial(.macaulay2): return "a polynomial missing there"
        }
    }
}

extension Side {
    /// `natively`, `in Macaulay2`.
    var adverb: String {
        switch self {
        case .native: return "natively"
        case .macaulay2: return "in Macaulay2"
        }
    }
}

extension Verdict.Disagreement: CustomStringConvertible {
    /// `natively: no, where yes is required`.
    public var description: String {
        switch self {
        case .contradicts(let side, let answer, let required):
            return "\(side.adverb): \(answer), where \(required) is required"
        case .differs(let native, let macaulay2): return "natively: \(native); in Macaulay2: \(macaulay2)"
        case .printedValues(let equal, let printed): return "\(equal) of \(printed) printed values are equal"
        }
    }
}

extension Verdict.Obstacle: CustomStringConvertible {
    /// `in Macaulay2: …`.
    public var description: String { side.map { "\($0.adverb): \(reason)" } ?? reason }
}

extension Verdict {
    /// Why it is not agreement.
    var reason: String? {
        switch self {
        case .agrees: return nil
        case .disagrees(let disagreement, _): return disagreement.description
        case .undecided(let obstacle): return obstacle.description
        }
    }

    /// The polynomial that shows a disagreement.
    var witness: Polynomial? {
        guard case .disagrees(_, let witness) = self else { return nil }
        return witness
    }

    /// `; witness: w_0*w_3`, with the words that stand before it; empty where there is none.
    func witnessText(_ words: String) -> String { witness.map { "; \(words) \($0)" } ?? "" }
}

extension Work: CustomStringConvertible {
    /// As it stands in tables and JSON.
    public var description: String {
        switch self {
        case .vanishingVariables: return "J0"
        case .firstMinors: return "J1"
        case .secondMinors: return "J2"
        case .ideal: return "J"
        case .leanIdeal: return "lean J"
        case .allLevels: return "𝔓, all levels"
        case .minimalNonfaces: return "𝔓, minimal nonfaces"
        case .gradedKernel: return "kernel, graded"
        }
    }
}

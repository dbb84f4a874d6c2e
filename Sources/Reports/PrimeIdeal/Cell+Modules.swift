import ExactAlgebra

extension Cell {
    /// `2 V₄ + V₀`, and weights and multiplicities.
    static func modules(_ modules: [(highestWeight: Int, multiplicity: Integer)]) -> Cell {
        Cell(
            modules.map { ($1 == .one ? "" : "\($1) ") + moduleName($0) }.joined(separator: " + "),
            [list(modules.map(\.highestWeight)), list(modules.map(\.multiplicity))])
    }

    /// `V₄`.
    static func moduleName(_ highestWeight: Int) -> String {
        "V" + digits(highestWeight, "₀₁₂₃₄₅₆₇₈₉")
    }

    /// `Λ³(S₅)`.
    static func exteriorPower(_ power: Int, ofDegree degree: Int) -> String {
        "Λ" + digits(power, "⁰¹²³⁴⁵⁶⁷⁸⁹") + "(S" + digits(degree, "₀₁₂₃₄₅₆₇₈₉") + ")"
    }

    /// `S(2,1)`; `S(0)` for the trivial representation.
    static func schurFunctor(_ partition: Partition) -> String {
        "S\(partition == .empty ? "(0)" : partition.description)"
    }

    private static func digits(_ number: Int, _ names: String) -> String {
        let names = Array(names)
        return String(String(number).compactMap { $0.wholeNumberValue.map { names[$0] } })
    }
}

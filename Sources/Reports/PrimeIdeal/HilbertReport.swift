import ExactAlgebra
import Exports
import Neurovariety

/// A Hilbert series and what follows from it, written down; what was not reached is named.
package struct HilbertReport: Report {
    package let invariants: HilbertInvariants

    /// Nil if it was not asked for; none in it if the computation was stopped.
    private let betti: BettiTable??

    package init(_ invariants: HilbertInvariants, betti: BettiTable?? = nil) {
        self.invariants = invariants
        self.betti = betti
    }

    /// Whether nothing that was asked for is missing.
    package var isComplete: Bool {
        guard let betti else { return invariants.isComplete }
        return invariants.isComplete && betti != nil
    }

    private var isBettiMissing: Bool {
        if case .some(.none) = betti { return true }
        return false
    }

    package func text(width: Int?) -> String {
        let dimension = invariants.architecture.dimension
        func list(_ values: [Integer]) -> String { values.map(\.description).joined(separator: ", ") }
        let rows: [(name: String, value: String?)] = [
            ("dimension", "\(dimension)"),
            ("degree", invariants.degree.description),
            ("f-vector", invariants.fVector.map(list)),
            ("h-numerator", invariants.series.map { list($0.numerator) }),
            ("Hilbert series", "Σ h_i z^i / (1 - z)^\(dimension)"),
            ("Hilbert polynomial", invariants.polynomial?.description),
            ("Hilbert function", invariants.function.map(list)),
            ("depth", invariants.homology.map(Self.depth)),
            ("regularity", invariants.homology.map(Self.regularity)),
            (
                "extremal Betti",
                invariants.homology.map { homology in
                    homology.extremalBettiNumbers.map {
                        "β_{\($0.homologicalDegree),\($0.degree)} = \($0.value)"
                    }.joined(separator: ", ")
                }
            ),
            ("sectional genus", invariants.series.map { _ in Self.genera(invariants.genera) }),
        ]
        var text = ""
        func add(_ name: String, _ value: String) {
            text += name + String(repeating: " ", count: 20 - name.count) + value + "\n"
        }
        for row in rows { if let value = row.value { add(row.name, value) } }
        if case .some(.some(let table)) = betti { text += "Betti table\n" + table.text }
        let missing =
            rows.filter { $0.value == nil }.map(\.name)
            + (isBettiMissing ? ["Betti table"] : [])
        if !missing.isEmpty {
            add("not computed", missing.joined(separator: ", ") + ": the computation was stopped")
        }
        return text
    }

    private static func depth(_ homology: HomologicalInvariants) -> String {
        "\(homology.depth), projective dimension \(homology.projectiveDimension): "
            + (homology.isCohenMacaulay ? "Cohen–Macaulay" : "not Cohen–Macaulay")
    }

    private static func regularity(_ homology: HomologicalInvariants) -> String {
        let isZero = homology.projectiveDimension == 0
        return "\(homology.regularity) of the coordinate ring"
            + (isZero ? "" : ", \(homology.regularity + 1) of its ideal")
    }

    private static func genera(_ genera: SectionalGenera?) -> String {
        genera.map { "arithmetic \($0.arithmetic), geometric \($0.geometric)" } ?? "none: no curve section"
    }

    package var json: JSONValue {
        func list(_ values: [Integer]?) -> JSONValue { values.map { .integers($0) } ?? .null }
        return .about(
            invariants.architecture,
            [
                ("dimension", .integer(invariants.architecture.dimension)),
                ("degree", .integer(invariants.degree)),
                ("fVector", list(invariants.fVector)),
                ("hNumerator", list(invariants.series?.numerator)),
                (
                    "hilbertPolynomial",
                    invariants.polynomial.map { .strings($0.coefficientTexts) } ?? .null
                ),
                ("hilbertFunction", list(invariants.function)),
            ] + (invariants.homology?.jsonMembers ?? HomologicalInvariants.missingJSONMembers) + [
                ("sectionalGenera", invariants.genera?.json ?? .null)
            ] + (betti.map { [("bettiTable", $0.map { .bettiNumbers($0.numbers) } ?? .null)] } ?? []))
    }
}

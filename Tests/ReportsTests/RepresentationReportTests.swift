import Exports
import Neurovariety
import Testing

@testable import Reports

@Suite struct RepresentationReportTests {
    @Test func equalDegrees() throws {
        let architecture = try Architecture(filterSizes: [9, 5], strides: [3])
        let report = RepresentationReport(try #require(try GeneratorRepresentation(architecture)))
        #expect(
            report.text.hasPrefix(
                """
                Generators of the prime ideal of (9,5;3) as a representation of GL_3 × SL_2

                degree  generators  factor                                           thick ribbons
                ──────────────────────────────────────────────────────────────────────────────────────────────
                5       336         Λ⁵(S₇) = V₁₅ + V₁₁ + V₉ + V₇ + V₅ + V₃           2 of 5 boxes in 2 columns
                6       840         Λ⁶(S₈) = V₁₈ + V₁₄ + V₁₂ + V₁₀ + V₈ + 2 V₆ + V₂  1 of 6 boxes in 3 columns

                The other factor

                degree  summand        multiplicity  generators
                ───────────────────────────────────────────────
                5       S(2,2,1) ⊗ V₁  1             336
                6       S(3,3) ⊗ V₀    1             840

                """))
        #expect(report.json.count("representation") == 2 && report.json["lowForms"] == "0")
    }

    @Test func formsThatVanish() throws {
        let architecture = try Architecture(filterSizes: [3, 3], strides: [4])
        let report = RepresentationReport(try #require(try GeneratorRepresentation(architecture)))
        #expect(report.text.contains("1       S(0) ⊗ S(1) ⊗ V₀    1             2\n"))
        #expect(
            report.text.contains("GL_3 acts on the 3 forms q_i of degree 2, GL_1 on the form that vanishes."))
    }

    @Test func ribbons() throws {
        let architecture = try Architecture(filterSizes: [8, 2], strides: [3])
        let report = RibbonsReport(try #require(try RibbonRepresentations(architecture)))
        #expect(
            report.text.contains(
                "5       2,2,3    (3,3,3)/(2)      S(2,2) ⊗ S(1) [2] + S(2,1) ⊗ S(2) [1] + S(2) ⊗ S(3) [0]\n")
        )
        #expect(report.json.count("ribbons") == 8)
        #expect(report.csv.contains("\n5,2 2 3,3 3 3,2,2 2; 2 1; 2,1; 2; 3,2; 1; 0,1; 1; 1\n"))
    }
}

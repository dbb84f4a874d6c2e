import ExactAlgebra
import Exports
import Neurovariety

/// The generators of the prime ideal of two layers as a representation of `GL_r × GL_l × SL_2`, written down.
package struct RepresentationReport: Report {
    package static let formats: [ReportFormat] = [.text, .csv, .json]

    package let representation: GeneratorRepresentation

    package init(_ representation: GeneratorRepresentation) {
        self.representation = representation
    }

    private var ribbons: ThickRibbons { representation.ribbons }

    package var tables: [Table] {
        var degrees = Table(
            caption: "Generators of the prime ideal of \(representation.architecture) "
                + "as a representation of \(ribbons.group) × SL_2"
                + representation.architecture.remarkOfTwoLayers,
            name: "degrees",
            header: [
                "degree", "generators", Heading("factor", "highest_weights", "multiplicities"),
                Heading("thick ribbons", "ribbons", "columns", "boxes"),
            ], rows: [], alignsRight: false)
        var summands = Table(
            caption: "The other factor", name: "summands",
            header: [
                "degree", Heading("summand", "top", "low", "highest_weight"), "multiplicity", "generators",
            ], rows: [], alignsRight: false)
        for degree in representation.degrees {
            let d = degree.degree
            let boxes = d + ribbons.separatorCount
            let count = ribbons.ribbonCount(columnCount: degree.columnCount)
            let factor = Cell.modules(degree.exteriorPower)
            degrees.rows.append(
                Table.Row(
                    "\(d)",
                    [
                        .count(representation.dimension(of: degree)),
                        Cell(
                            Cell.exteriorPower(d, ofDegree: d + ribbons.commonFactorDegree - 2) + " = "
                                + factor.text, factor.fields),
                        Cell(
                            "\(Quantity.count(count.description)) of \(boxes) boxes in \(degree.columnCount) "
                                + "column\(degree.columnCount == 1 ? "" : "s")",
                            [count.description, "\(degree.columnCount)", "\(boxes)"]),
                    ]))
            for summand in degree.summands {
                summands.rows.append(
                    Table.Row(
                        "\(d)",
                        [
                            Cell(
                                ribbons.name(top: summand.top, low: summand.low) + " ⊗ "
                                    + Cell.moduleName(summand.highestWeight),
                                [
                                    Cell.list(summand.top.parts), Cell.list(summand.low.parts),
                                    "\(summand.highestWeight)",
                                ]),
                            .count(summand.multiplicity),
                            .count(representation.dimension(summand, of: degree)),
                        ]))
            }
        }
        summands.notes = [
            ribbons.explanation,
            "V_k = S_k: binary forms of degree k. The generators of degree d are the sum of all summands, times the "
                + "factor. Proved in characteristic 0.",
        ]
        return [degrees, summands]
    }

    package var json: JSONValue {
        .about(
            representation.architecture,
            [
                ("topForms", .integer(Integer(ribbons.topFormCount))),
                ("lowForms", .integer(Integer(ribbons.lowFormCount))),
                ("representation", .array(representation.degrees.map(json))),
            ])
    }

    private func json(_ degree: GeneratorRepresentation.Degree) -> JSONValue {
        .object([
            ("degree", .integer(Integer(degree.degree))),
            ("generators", .integer(representation.dimension(of: degree))),
            (
                "factor",
                .object([
                    ("highestWeights", .integers(degree.exteriorPower.map(\.highestWeight))),
                    ("multiplicities", .array(degree.exteriorPower.map { .integer($0.multiplicity) })),
                ])
            ),
            (
                "ribbons",
                .object([
                    ("count", .integer(ribbons.ribbonCount(columnCount: degree.columnCount))),
                    ("columns", .integer(Integer(degree.columnCount))),
                    ("boxes", .integer(Integer(degree.degree + ribbons.separatorCount))),
                ])
            ),
            (
                "summands",
                .array(
                    degree.summands.map { summand in
                        .object([
                            ("top", .integers(summand.top.parts)), ("low", .integers(summand.low.parts)),
                            ("highestWeight", .integer(Integer(summand.highestWeight))),
                            ("multiplicity", .integer(summand.multiplicity)),
                            ("generators", .integer(representation.dimension(summand, of: degree))),
                        ])
                    })
            ),
        ])
    }
}

extension Architecture {
    /// Which two layers r, l and m belong to, if it is not written as these.
    var remarkOfTwoLayers: String { reduced == self ? "" : ", as \(reduced)" }
}

extension ThickRibbons {
    /// `GL_2 × GL_1`.
    var group: String { "GL_\(topFormCount)" + (lowFormCount > 0 ? " × GL_\(lowFormCount)" : "") }

    /// `S(1,1) ⊗ S(1)`.
    func name(top: Partition, low: Partition) -> String {
        Cell.schurFunctor(top) + (lowFormCount > 0 ? " ⊗ " + Cell.schurFunctor(low) : "")
    }

    /// What the groups act on.
    var explanation: String {
        func forms(_ count: Int) -> String { count == 1 ? "the form" : "the \(count) forms" }
        let degree = commonFactorDegree + excess
        guard lowFormCount > 0 else {
            return
                "S(λ) = S_λ(ℂ^\(topFormCount)): GL_\(topFormCount) acts on \(forms(topFormCount)) q_i, of degree "
                + "\(degree)."
        }
        let vanishes = lowFormCount == 1 ? "vanishes" : "vanish"
        return "S(λ) ⊗ S(μ) = S_λ(ℂ^\(topFormCount)) ⊗ S_μ(ℂ^\(lowFormCount)): GL_\(topFormCount) acts on "
            + "\(forms(topFormCount)) q_i of degree \(degree + 1), GL_\(lowFormCount) on \(forms(lowFormCount)) "
            + (excess < 0 ? "that \(vanishes)." : "of degree \(degree).")
    }
}

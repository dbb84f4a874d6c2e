import ExactAlgebra
import Exports
import Neurovariety

/// What linear algebra on highest-weight vectors found in each degree.
package struct HighestWeightReport: Report {
    package static let formats: [ReportFormat] = [.text, .csv, .json]

    private let ideal: HighestWeightIdeal

    package init(_ ideal: HighestWeightIdeal) {
        self.ideal = ideal
    }

    package var tables: [Table] {
        var table = Table(
            caption:
                "The vanishing ideal of \(ideal.architecture) by linear algebra on highest-weight vectors",
            header: ["degree", "dimension of I", "minimal generators"],
            rows: ideal.degrees.map { degree in
                Table.Row(
                    "\(degree.degree)",
                    [
                        .count(degree.dimension),
                        .count(degree.minimalGenerators),
                    ])
            },
            notes: [
                "Ranks modulo \(EliminationField.name) at random points of the variety, one for each module of SL_2."
            ])
        for degree in ideal.missingDegrees {
            table.rows.append(Table.Row("\(degree)", [.nothing(), .nothing()]))
        }
        if let first = ideal.missingDegrees.first {
            table.notes.append("Stopped before degree \(first) was done.")
        }
        return [table]
    }

    package var json: JSONValue {
        func counts(_ number: (HighestWeightIdeal.DegreeResult) -> Integer) -> JSONValue {
            .object(
                ideal.degrees.map { ("\($0.degree)", .integer(number($0))) }
                    + ideal.missingDegrees.map { ("\($0)", .null) })
        }
        return .about(
            ideal.architecture,
            [
                ("degrees", counts(\.minimalGenerators)),
                ("dimensions", counts(\.dimension)),
            ])
    }
}

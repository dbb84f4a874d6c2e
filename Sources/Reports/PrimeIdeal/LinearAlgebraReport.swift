import ExactAlgebra
import Exports
import Neurovariety

/// What linear algebra found in each degree, as numbers.
package struct LinearAlgebraReport: Report {
    package static let formats: [ReportFormat] = [.text, .csv, .json]

    package let ideal: LinearAlgebraIdeal

    package init(_ ideal: LinearAlgebraIdeal) {
        self.ideal = ideal
    }

    package var tables: [Table] {
        var table = Table(
            caption: "The vanishing ideal of \(ideal.architecture) by linear algebra",
            header: ["degree", "dimension of I", "new in the reduced basis", "minimal generators"], rows: [])
        for degree in ideal.degrees {
            table.rows.append(
                Table.Row(
                    "\(degree.degree)",
                    [
                        .count(degree.dimension), .count(degree.leadingMonomials.count),
                        .count(degree.minimalGenerators),
                    ]))
        }
        table.notes = ["Ranks modulo \(EliminationField.name) at random points of the variety."]
        for degree in ideal.missingDegrees {
            table.rows.append(Table.Row("\(degree)", [.nothing(), .nothing(), .nothing()]))
        }
        if let first = ideal.missingDegrees.first {
            table.notes.append("Stopped before degree \(first) was done.")
        }
        return [table]
    }

    package var json: JSONValue {
        func counts(_ number: (LinearAlgebraIdeal.DegreeResult) -> Int) -> JSONValue {
            .object(
                ideal.degrees.map { ("\($0.degree)", .integer(Integer(number($0)))) }
                    + ideal.missingDegrees.map { ("\($0)", .null) })
        }
        return .about(
            ideal.architecture,
            [
                ("degrees", counts(\.minimalGenerators)),
                ("reducedBasis", counts { $0.leadingMonomials.count }),
                ("dimensions", counts(\.dimension)),
            ])
    }
}

import ExactAlgebra
import Exports
import Neurovariety

/// How many generators the Gröbner basis of minors has in each degree.
package struct GeneratorDegrees: Report {
    package let architecture: Architecture
    package let byDegree: [Int: Integer]

    package init(_ architecture: Architecture, byDegree: [Int: Integer]) {
        self.architecture = architecture
        self.byDegree = byDegree
    }

    package var tables: [Table] {
        var table = Table(
            caption: "Generators of the prime ideal of \(architecture)", header: ["degree", "generators"],
            rows: [])
        for (degree, count) in byDegree.sorted(by: { $0.key < $1.key }) {
            table.rows.append(Table.Row("\(degree)", [Quantity.count(count.description)]))
        }
        table.rows.append(
            Table.Row("total", [Quantity.count(byDegree.values.reduce(.zero, +).description)]))
        return [table]
    }

    package var json: JSONValue {
        .about(
            architecture,
            [
                (
                    "degrees",
                    .object(byDegree.sorted { $0.key < $1.key }.map { ("\($0.key)", .integer($0.value)) })
                ),
                ("total", .integer(byDegree.values.reduce(.zero, +))),
            ])
    }
}

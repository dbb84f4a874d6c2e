import ExactAlgebra
import Exports
import Neurovariety

/// How many generators the Gröbner basis of minors has in each degree.
package struct GeneratorDegrees: Report {
    package static let formats: [ReportFormat] = [.text, .csv, .json]

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
            table.rows.append(Table.Row("\(degree)", [.count(count)]))
        }
        table.rows.append(
            Table.Row("total", [.count(byDegree.values.reduce(.zero, +))], isTotal: true))
        return [table]
    }

    package var json: JSONValue {
        .about(
            architecture,
            [
                ("degrees", .byDegree(byDegree)),
                ("total", .integer(byDegree.values.reduce(.zero, +))),
            ])
    }
}

import Exports

/// A report of measurements that were stopped: it says that what is missing was not measured.
package struct StoppedReport<Whole: Report>: Report {
    package static var formats: [ReportFormat] { Whole.formats }

    private let report: Whole

    package init(_ report: Whole) { self.report = report }

    package var tables: [Table] {
        var tables = report.tables
        if !tables.isEmpty {
            tables[0].notes.insert("Stopped: what is missing here was not measured.", at: 0)
        }
        return tables
    }

    package var json: JSONValue {
        guard case .object(let members) = report.json else { return report.json }
        return .object(members + [("stopped", .boolean(true))])
    }
}

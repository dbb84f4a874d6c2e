import Exports
import Reports

/// The formats of commands that write generators, or numbers and names of them, or a drawing.
struct GeneratorFormat: RawRepresentable, Hashable, Sendable {
    let rawValue: String

    static let all = IdealFormat.allCases.map { GeneratorFormat($0.rawValue) } + [csv]
    static let text = GeneratorFormat(ReportFormat.text.rawValue)
    static let json = GeneratorFormat(ReportFormat.json.rawValue)
    static let csv = GeneratorFormat(ReportFormat.csv.rawValue)
    static let svg = GeneratorFormat(ReportFormat.svg.rawValue)

    private init(_ name: String) { rawValue = name }

    init?(rawValue: String) {
        guard (Self.all + [.svg]).contains(where: { $0.rawValue == rawValue }) else { return nil }
        self.rawValue = rawValue
    }

    /// For polynomials.
    ///
    /// - Throws: ``CommandFailure`` for CSV and drawings.
    func ofPolynomials() throws(CommandFailure) -> IdealFormat {
        guard let format = IdealFormat(rawValue: rawValue) else {
            throw CommandFailure(.usage, "--format \(rawValue) is for numbers and names, not for polynomials")
        }
        return format
    }

    /// For numbers and names, and of a report that has a drawing; nil for files of polynomials only.
    func ofReport(_ formats: [ReportFormat]) -> ReportFormat? {
        ReportFormat(rawValue: rawValue).flatMap { formats.contains($0) ? $0 : nil }
    }

    /// For numbers and names; nil for files of polynomials only.
    var ofNumbers: ReportFormat? { ofReport([.text, .json, .csv]) }
}

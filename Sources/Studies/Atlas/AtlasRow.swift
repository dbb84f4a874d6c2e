import ExactAlgebra
import Foundation
import Neurovariety

/// What the atlas says of one architecture. All fields but the first are text, so that a row read from a file
/// is the row that was written.
package struct AtlasRow: Sendable, Hashable {
    package let architecture: Architecture
    package let endToEndFilterSize: String
    package let dimension: String
    package let degree: String
    /// `3:80 4:35`: how many generators of each degree.
    package let generators: String
    /// `1 8 36 40 -15`.
    package let hNumerator: String
    /// `yes`, `no`, or `unknown`.
    package let isRadical: String
    /// `ranks`, `levels`, or nothing.
    package let basis: String

    static let columns = [
        "filter_sizes", "strides", "K", "dimension", "degree", "generators", "h_numerator", "J_radical",
        "basis",
    ]

    package init(_ architecture: Architecture) throws {
        self.architecture = architecture
        endToEndFilterSize = "\(architecture.endToEndFilterSize)"
        dimension = "\(architecture.dimension)"
        let series = try HilbertSeries(architecture)
        degree = "\(series.degree)"
        hNumerator = series.numerator.map(\.description).joined(separator: " ")
        generators =
            NonfaceCounts(architecture).map { counts in
                counts.bySize.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
                    .joined(separator: " ")
            } ?? "unknown"
        let radicality = try Radicality.ofIdeal(architecture)
        isRadical = radicality.map { $0.isRadical ? "yes" : "no" } ?? "unknown"
        basis = radicality?.basis.rawValue ?? ""
    }

    private var fields: [String] {
        [
            Self.list(architecture.filterSizes), Self.list(architecture.strides), endToEndFilterSize,
            dimension, degree, generators,
            hNumerator, isRadical, basis,
        ]
    }

    private static func list(_ values: [Int]) -> String { values.map(String.init).joined(separator: " ") }

    /// A line of a CSV file, without its end. No field needs quotes.
    package var csv: String { fields.joined(separator: ",") }

    /// Reads such a line; nil for anything else.
    init?(csv line: some StringProtocol) {
        let fields = String(line).components(separatedBy: ",")
        guard fields.count == Self.columns.count else { return nil }
        func numbers(_ text: String) -> [Int]? {
            let words = text.split(separator: " ")
            let values = words.compactMap { Int($0) }
            return values.count == words.count ? values : nil
        }
        guard let sizes = numbers(fields[0]), let strides = numbers(fields[1]),
            sizes.count == strides.count + 1,
            let architecture = try? Architecture(filterSizes: sizes, strides: strides)
        else { return nil }
        self.architecture = architecture
        endToEndFilterSize = fields[2]
        dimension = fields[3]
        degree = fields[4]
        generators = fields[5]
        hNumerator = fields[6]
        isRadical = fields[7]
        basis = fields[8]
    }
}

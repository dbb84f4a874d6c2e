import ExactAlgebra
import Foundation
import Neurovariety

/// What the atlas says of one architecture. All fields but the first two are text, so that a row read from a file
/// is the row that was written.
public struct AtlasRow: Sendable, Hashable {
    public let filterSizes: [Int]
    public let strides: [Int]
    public let endToEndFilterSize: String
    public let dimension: String
    public let degree: String
    /// `3:80 4:35`: how many generators of each degree.
    public let generators: String
    /// `1 8 36 40 -15`.
    public let hNumerator: String
    /// `yes`, `no`, or `unknown`.
    public let isRadical: String
    /// `ranks`, `levels`, or nothing.
    public let basis: String

    static let columns = [
        "filter_sizes", "strides", "K", "dimension", "degree", "generators", "h_numerator", "J_radical",
        "basis",
    ]

    public init(_ architecture: Architecture) throws {
        filterSizes = architecture.filterSizes
        strides = architecture.strides
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
            Self.list(filterSizes), Self.list(strides), endToEndFilterSize, dimension, degree, generators,
            hNumerator, isRadical, basis,
        ]
    }

    private static func list(_ values: [Int]) -> String { values.map(String.init).joined(separator: " ") }

    /// A line of a CSV file, without its end. No field needs quotes.
    var csv: String { fields.joined(separator: ",") }

    /// Reads such a line; nil for anything else.
    init?(csv line: some StringProtocol) {
        let fields = String(line).components(separatedBy: ",")
        guard fields.count == Self.columns.count else { return nil }
        func numbers(_ text: String) -> [Int]? {
            let words = text.split(separator: " ")
            let values = words.compactMap { Int($0) }
            return values.count == words.count ? values : nil
        }
        guard let sizes = numbers(fields[0]), let strides = numbers(fields[1]), !sizes.isEmpty,
            sizes.count == strides.count + 1
        else { return nil }
        filterSizes = sizes
        self.strides = strides
        endToEndFilterSize = fields[2]
        dimension = fields[3]
        degree = fields[4]
        generators = fields[5]
        hNumerator = fields[6]
        isRadical = fields[7]
        basis = fields[8]
    }

    var tableRow: Table.Row {
        let name =
            "(" + filterSizes.map(String.init).joined(separator: ",") + ";"
            + strides.map(String.init).joined(separator: ",") + ")"
        return Table.Row(
            name, [endToEndFilterSize, dimension, degree, generators, hNumerator, isRadical, basis])
    }

    var json: JSONValue {
        .object([
            ("filterSizes", .integers(filterSizes)), ("strides", .integers(strides)),
            ("endToEndFilterSize", .string(endToEndFilterSize)), ("dimension", .string(dimension)),
            ("degree", .string(degree)), ("generators", .string(generators)),
            ("hNumerator", .string(hNumerator)), ("isRadical", .string(isRadical)), ("basis", .string(basis)),
        ])
    }
}

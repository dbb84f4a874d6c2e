import ExactAlgebra
import PlatformBasics
import Neurovariety
import Training

/// What the atlas says of one architecture.
package struct AtlasRow: Sendable, Hashable {
    package let architecture: Architecture
    package let degree: Integer
    /// How many generators of each degree; nil where there are too many nonfaces to be counted.
    package let generators: [Int: Integer]?
    package let hNumerator: [Integer]
    package let homology: HomologicalInvariants
    package let genera: SectionalGenera
    package let dual: DualVariety
    /// Whether J is radical; nil where that is not known.
    package let isRadical: Bool?
    /// What that rests on.
    package let basis: Radicality.Basis?

    package static let columns = [
        "filter_sizes", "strides", "K", "dimension", "degree", "generators", "h_numerator", "J_radical",
        "basis", "depth", "cohen_macaulay", "regularity", "extremal_betti", "arithmetic_genus",
        "geometric_genus", "dual_dimension", "dual_degree",
    ]

    package init(_ architecture: Architecture) throws {
        self.architecture = architecture
        let series = try HilbertSeries(architecture)
        degree = series.degree
        hNumerator = series.numerator
        generators = NonfaceCounts(architecture)?.bySize
        let radicality = try Radicality.ofIdeal(architecture)
        (isRadical, basis) = (radicality?.isRadical, radicality?.basis)
        homology = HomologicalInvariants(architecture)
        guard let genera = SectionalGenera(architecture, numerator: hNumerator),
            let dual = try DualVariety(architecture)
        else { preconditionFailure("a reduced architecture with several layers") }
        (self.genera, self.dual) = (genera, dual)
    }

    /// `3:80 4:35`, `unknown`; of extremal Betti numbers homological degree, degree and number, `3:6:1`; no field needs quotes.
    package var fields: [String] {
        [
            Self.list(architecture.filterSizes), Self.list(architecture.strides),
            "\(architecture.endToEndFilterSize)", "\(architecture.dimension)", degree.description,
            generators.map { counts in
                counts.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: " ")
            } ?? "unknown",
            Self.list(hNumerator),
            isRadical.map { $0 ? "yes" : "no" } ?? "unknown", basis?.rawValue ?? "",
            "\(homology.depth)", homology.isCohenMacaulay ? "yes" : "no", "\(homology.regularity)",
            homology.extremalBettiNumbers.map { "\($0.homologicalDegree):\($0.degree):\($0.value)" }
                .joined(separator: " "),
            genera.arithmetic.description, genera.geometric.description, "\(dual.dimension)",
            dual.degree.description,
        ]
    }

    private static func list(_ values: [some CustomStringConvertible]) -> String {
        values.map(\.description).joined(separator: " ")
    }

    /// A line of a CSV file, without its end. No field needs quotes.
    package var csv: String { fields.joined(separator: ",") }

    /// Reads such a line; nil for anything else.
    init?(csv line: some StringProtocol) {
        let fields = String(line).components(separatedBy: ",")
        guard fields.count == Self.columns.count else { return nil }
        func all<Value>(_ words: [Substring], _ read: (Substring) -> Value?) -> [Value]? {
            let values = words.compactMap(read)
            return values.count == words.count ? values : nil
        }
        func numbers(_ text: String) -> [Int]? { all(text.split(separator: " ")) { Int($0) } }
        guard let sizes = numbers(fields[0]), let strides = numbers(fields[1]),
            sizes.count == strides.count + 1,
            let architecture = try? Architecture(filterSizes: sizes, strides: strides),
            let degree = Integer(fields[4]),
            let numerator = all(fields[6].split(separator: " "), { Integer(String($0)) })
        else { return nil }
        self.architecture = architecture
        self.degree = degree
        hNumerator = numerator
        if fields[5] == "unknown" {
            generators = nil
        } else {
            let counts = all(fields[5].split(separator: " ")) { word -> (Int, Integer)? in
                let pair = word.split(separator: ":")
                guard pair.count == 2, let degree = Int(pair[0]), let count = Integer(String(pair[1]))
                else { return nil }
                return (degree, count)
            }
            guard let counts else { return nil }
            generators = Dictionary(counts) { $1 }
        }
        guard let isRadical = ["yes": true, "no": false, "unknown": nil][fields[7]] else { return nil }
        self.isRadical = isRadical
        basis = Radicality.Basis(rawValue: fields[8])
        let corners = all(fields[12].split(separator: " ")) { word -> BettiNumber? in
            let parts = word.split(separator: ":")
            guard parts.count == 3, let place = Int(parts[0]), let degree = Int(parts[1]),
                let value = Integer(parts[2])
            else { return nil }
            return BettiNumber(
                homologicalDegree: place, regularity: degree &- place, value: value)
        }
        guard let depth = Int(fields[9]), let regularity = Int(fields[11]), let corners,
            let arithmetic = Integer(fields[13]), let geometric = Integer(fields[14]),
            let dualDimension = Int(fields[15]), let dualDegree = Integer(fields[16])
        else { return nil }
        let size = architecture.endToEndFilterSize
        homology = HomologicalInvariants(
            variableCount: size, dimension: architecture.dimension, depth: depth, regularity: regularity,
            extremalBettiNumbers: corners)
        genera = SectionalGenera(arithmetic: arithmetic, geometric: geometric)
        dual = DualVariety(
            dimension: dualDimension, degree: dualDegree, defect: size &- 2 &- dualDimension)
        // What was written is what is written again.
        guard csv == line else { return nil }
    }
}

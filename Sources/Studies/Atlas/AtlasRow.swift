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
    /// How it is known that these are as few as can be.
    package let minimality: Minimality
    package let hNumerator: [Integer]
    package let homology: HomologicalInvariants
    package let genera: SectionalGenera
    package let dual: DualVariety
    /// Whether J is radical; nil where that is not known.
    package let isRadical: Bool?
    /// What that rests on.
    package let basis: Radicality.Basis?

    package init(_ architecture: Architecture) throws {
        self.architecture = architecture
        let series = try HilbertSeries(architecture)
        degree = series.degree
        hNumerator = series.numerator
        generators = NonfaceCounts(architecture)?.bySize
        minimality =
            architecture.endToEndFilterSize <= Minimality.largestFilterSize
            ? try Minimality(deciding: PrimeIdeal(architecture)) : Minimality(architecture)
        let radicality = try Radicality.ofIdeal(architecture)
        (isRadical, basis) = (radicality?.isRadical, radicality?.basis)
        homology = HomologicalInvariants(architecture)
        guard let genera = SectionalGenera(architecture, numerator: hNumerator),
            let dual = try DualVariety(architecture)
        else { preconditionFailure("a reduced architecture with several layers") }
        (self.genera, self.dual) = (genera, dual)
    }

    /// Of the singular locus in the neurovariety; nil where that is smooth away from 0.
    package var singularCodimension: Int? { SingularLocus(architecture).codimension }

    /// One for each ``AtlasColumn``; no field needs quotes.
    package var fields: [String] { AtlasColumn.allCases.map(field) }

    /// What stands in a column: `3:80 4:35`, `unknown`; nothing where there is nothing.
    package func field(_ column: AtlasColumn) -> String {
        switch column {
        case .filterSizes: Self.list(architecture.filterSizes)
        case .strides: Self.list(architecture.strides)
        case .endToEndFilterSize: "\(architecture.endToEndFilterSize)"
        case .dimension: "\(architecture.dimension)"
        case .degree: degree.description
        case .generators:
            generators.map { counts in
                Self.list(counts.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" })
            } ?? "unknown"
        case .minimality: minimality.rawValue
        case .hNumerator: Self.list(hNumerator)
        case .isRadical: isRadical.map(Self.word) ?? "unknown"
        case .basis: basis?.rawValue ?? ""
        case .depth: "\(homology.depth)"
        case .isCohenMacaulay: Self.word(homology.isCohenMacaulay)
        case .regularity: "\(homology.regularity)"
        case .extremalBetti:
            Self.list(
                homology.extremalBettiNumbers.map { "\($0.homologicalDegree):\($0.degree):\($0.value)" })
        case .arithmeticGenus: genera.arithmetic.description
        case .geometricGenus: genera.geometric.description
        case .dualDimension: "\(dual.dimension)"
        case .dualDegree: dual.degree.description
        case .singularCodimension: singularCodimension?.description ?? ""
        }
    }

    private static func word(_ answer: Bool) -> String { answer ? "yes" : "no" }

    private static func list(_ values: [some CustomStringConvertible]) -> String {
        values.map(\.description).joined(separator: " ")
    }

    /// A line of a CSV file, without its end. No field needs quotes.
    package var csv: String { fields.joined(separator: ",") }

    /// Reads such a line; nil for anything else.
    init?(csv line: some StringProtocol) {
        let words = String(line).components(separatedBy: ",")
        guard words.count == AtlasColumn.allCases.count else { return nil }
        let fields = Dictionary(zip(AtlasColumn.allCases, words)) { $1 }
        func field(_ column: AtlasColumn) -> String { fields[column] ?? "" }
        func all<Value>(_ words: [Substring], _ read: (Substring) -> Value?) -> [Value]? {
            let values = words.compactMap(read)
            return values.count == words.count ? values : nil
        }
        func numbers(_ text: String) -> [Int]? { all(text.split(separator: " ")) { Int($0) } }
        guard let sizes = numbers(field(.filterSizes)), let strides = numbers(field(.strides)),
            sizes.count == strides.count + 1,
            let architecture = try? Architecture(filterSizes: sizes, strides: strides),
            let degree = Integer(field(.degree)),
            let numerator = all(field(.hNumerator).split(separator: " "), { Integer(String($0)) })
        else { return nil }
        self.architecture = architecture
        self.degree = degree
        hNumerator = numerator
        if field(.generators) == "unknown" {
            generators = nil
        } else {
            let counts = all(field(.generators).split(separator: " ")) { word -> (Int, Integer)? in
                let pair = word.split(separator: ":")
                guard pair.count == 2, let degree = Int(pair[0]), let count = Integer(String(pair[1]))
                else { return nil }
                return (degree, count)
            }
            guard let counts else { return nil }
            generators = Dictionary(counts) { $1 }
        }
        guard let isRadical = ["yes": true, "no": false, "unknown": nil][field(.isRadical)] else {
            return nil
        }
        self.isRadical = isRadical
        basis = Radicality.Basis(rawValue: field(.basis))
        guard let minimality = Minimality(rawValue: field(.minimality)) else { return nil }
        self.minimality = minimality
        let corners = all(field(.extremalBetti).split(separator: " ")) { word -> BettiNumber? in
            let parts = word.split(separator: ":")
            guard parts.count == 3, let place = Int(parts[0]), let degree = Int(parts[1]),
                let value = Integer(parts[2])
            else { return nil }
            return BettiNumber(
                homologicalDegree: place, regularity: degree &- place, value: value)
        }
        guard let depth = Int(field(.depth)), let regularity = Int(field(.regularity)), let corners,
            let arithmetic = Integer(field(.arithmeticGenus)),
            let geometric = Integer(field(.geometricGenus)),
            let dualDimension = Int(field(.dualDimension)), let dualDegree = Integer(field(.dualDegree))
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

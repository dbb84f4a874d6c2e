import ExactAlgebra
import Exports
import PlatformBasics
import Neurovariety
import Training

/// What an architecture can make of a filter, written down.
package struct FactorizationReport: Report {
    package static let formats: [ReportFormat] = [.text, .csv, .json]

    private let examination: FilterExamination
    private let words: FactorizationWords
    /// The layers whose product the filter is, where they were given.
    private let showsFilter: Bool
    private let source: DataSource?

    /// - Parameters:
    ///   - source: where it was read, if in a file.
    ///   - showsFilter: all of it, however long it is.
    package init(_ examination: FilterExamination, source: DataSource? = nil, showsFilter: Bool = false) {
        self.examination = examination
        self.source = source
        self.showsFilter = showsFilter
        words = FactorizationWords(examination)
    }

    package func text(width: Int?) -> String {
        var lines = [("architecture", words.architecture), ("filter", words.filter(inFull: showsFilter))]
        lines.append(("neurovariety", words.neurovariety))
        lines.append(("neuromanifold", words.neuromanifold))
        lines.append(("distance", words.distance))
        lines += words.layers
        return FactorizationWords.aligned(lines, atLeast: 15) + words.networks + words.nearest
    }

    private var alone: FactorizationsReport {
        FactorizationsReport([examination], examination.factorization.architecture, source: source)
    }

    package var csv: String { alone.csv }
    package var json: JSONValue { alone.json }

    /// What is said of one filter.
    static func members(_ examination: FilterExamination) -> [(String, JSONValue?)] {
        let factorization = examination.factorization
        var members: [(String, JSONValue?)] = [
            ("filter", .strings(examination.written.coefficients.map(\.description))),
            ("precision", .string(examination.written.precision.rawValue)),
            ("inNeurovariety", .boolean(factorization.isInNeurovariety)),
            ("inNeuromanifold", factorization.isInNeuromanifold.map { .boolean($0) }),
            ("verdict", .string(FactorizationWords.name(of: examination.verdict))),
            ("tolerance", .number(examination.tolerance)),
            ("relativeDistance", examination.distance.map { .number($0) }),
            (
                "consistentWith",
                examination.distance.map { _ in
                    .string(examination.verdict == .exactly ? "exact" : examination.explanation.name)
                }
            ),
        ]
        switch factorization.answer {
        case .zero: members.append(("kind", .string("zero")))
        case .outside(let layers, let common, let needed):
            members.append(("kind", .string("outside")))
            members.append(("failedLayers", .integers(layers.map { $0 + 1 })))
            members.append(("commonDegree", .integer(common)))
            members.append(("neededDegree", .integer(needed)))
        case .inside(let networks): members += Self.members(networks)
        }
        if let nearby = examination.nearby {
            members.append(("mergedDistance", .number(nearby.mergedDistance)))
            members.append(("nearbyLayers", .array(nearby.layers.map { .numbers($0) })))
        }
        if let nearest = examination.nearest {
            members.append(
                (
                    "nearest",
                    .array(
                        nearest.points.map { point in
                            .object([
                                ("distance", .number(point.distance)),
                                ("morseIndex", .integer(point.morseIndex)),
                                ("isOnBoundary", .boolean(point.isOnBoundary)),
                                ("filter", .numbers(point.filter)),
                                ("layers", .array(point.layers.map { .numbers($0) })),
                            ])
                        })
                ))
        }
        return members
    }

    private static func members(_ networks: FilterNetworks) -> [(String, JSONValue?)] {
        let isUnique = networks.counts?.complex == 1
        return [
            ("kind", .string(isUnique ? "unique" : "ambiguous")),
            (
                "counts",
                networks.counts.map { counts in
                    .object([
                        ("complex", .integer(counts.complex)), ("real", .integer(counts.real)),
                        ("split", .integer(counts.split)),
                    ])
                }
            ),
            (
                "networks",
                .array(
                    networks.listed.map { network in
                        .members([
                            ("isReal", .boolean(network.isReal)),
                            ("hasRealLayers", .boolean(network.hasRealLayers)),
                            ("isExact", .boolean(network.isExact)),
                            ("residual", network.isRepresentable ? .number(network.residual) : nil),
                            ("blocks", network.isRepresentable ? .array(network.blocks.map(json)) : nil),
                            ("layers", network.layers.map { .array($0.map(json)) }),
                        ])
                    })
            ),
        ]
    }

    /// Strings for rational numbers, numbers for real ones, pairs for complex ones.
    private static func json(_ filter: LayerFilter) -> JSONValue {
        switch filter {
        case .exact(let values): return .strings(values.map(\.description))
        case .numerical(let values) where filter.isReal: return .numbers(values.map(\.real))
        case .numerical(let values): return .array(values.map { .numbers([$0.real, $0.imaginary]) })
        }
    }
}

extension FilterExamination.Explanation {
    /// In data.
    fileprivate var name: String {
        switch self {
        case .rounding(let rounding): return rounding.rawValue
        case .digits: return "digits"
        case .none: return "none"
        }
    }
}

/// The same for several filters, one after the other.
package struct FactorizationsReport: Report {
    package static let formats = FactorizationReport.formats

    private let architecture: Architecture
    private let examinations: [FilterExamination]
    private let source: DataSource?

    /// - Parameter source: where they were read, if in a file.
    package init(
        _ examinations: [FilterExamination], _ architecture: Architecture, source: DataSource? = nil
    ) {
        (self.examinations, self.architecture, self.source) = (examinations, architecture, source)
    }

    package func text(width: Int?) -> String {
        let reached = examinations.count { $0.verdict == .exactly || $0.verdict == .withinTolerance }
        return examinations.enumerated().map { index, examination in
            "filter \(index + 1) of \(examinations.count)\n" + FactorizationReport(examination).text + "\n"
        }.joined() + "\(reached) of \(examinations.count) filters are made by real layers.\n"
    }

    /// One line for each filter.
    package var csv: String {
        func word(_ truth: Bool?) -> String { truth.map { $0 ? "yes" : "no" } ?? "undecided" }
        let names = [
            "number", "verdict", "in_neurovariety", "in_neuromanifold", "relative_distance", "tolerance",
            "precision", "complex_networks", "real_networks", "split_networks",
        ]
        return CSV.text(
            [names]
                + examinations.enumerated().map { index, examination in
                    let factorization = examination.factorization
                    let counts = factorization.counts
                    return [
                        "\(index + 1)", FactorizationWords.name(of: examination.verdict),
                        word(factorization.isInNeurovariety), word(factorization.isInNeuromanifold),
                        examination.distance.map { "\($0)" } ?? "", "\(examination.tolerance)",
                        examination.written.precision.rawValue, counts?.complex.description ?? "",
                        counts?.real.description ?? "", counts?.split.description ?? "",
                    ]
                })
    }

    package var json: JSONValue {
        .about(
            architecture,
            [
                (
                    "data",
                    .members([
                        ("filters", .integer(examinations.count)),
                        ("entries", .integer(architecture.endToEndFilterSize)), ("file", source?.json),
                    ])
                ),
                ("filters", .array(examinations.map { .members(FactorizationReport.members($0)) })),
            ])
    }
}

extension FilterFactorization {
    /// How many networks there are; nil for none, all, and where they were not counted.
    fileprivate var counts: NetworkCounts? {
        if case .inside(let networks) = answer { networks.counts } else { nil }
    }
}

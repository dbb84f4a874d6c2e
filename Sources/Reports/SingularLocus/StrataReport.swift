import Exports
import Neurovariety

/// The stratification of a neurovariety by singular loci, written down.
package struct StrataReport: Report {
    package static let formats: [ReportFormat] = [.text, .csv, .json, .svg]

    private let strata: SingularStrata

    package init(_ strata: SingularStrata) {
        self.strata = strata
    }

    private static func places(_ places: [Int]) -> Cell {
        let numbers = places.map { $0 + 1 }
        return Cell(
            numbers.isEmpty ? "–" : numbers.map(String.init).joined(separator: ", "), [Cell.list(numbers)])
    }

    package var tables: [Table] {
        let count = strata.strata.count
        return [
            Table(
                caption:
                    "Strata of the neurovariety of \(SingularLocusReport.name(strata.architecture)): \(count), proved",
                name: "strata",
                header: [
                    "stratum", Heading("k;s", "filter_sizes", "strides"),
                    Heading("reduced", "reduced_filter_sizes", "reduced_strides"), "dimension", "degree",
                    "multiplicity", "singular locus", "contains",
                ],
                rows: strata.strata.enumerated().map { place, stratum in
                    let (architecture, reduced) = (stratum.architecture, stratum.architecture.reduced)
                    return Table.Row(
                        "\(place + 1)",
                        [
                            Cell("\(architecture)", Cell.fields(architecture)),
                            Cell("\(reduced)", Cell.fields(reduced)), .count(architecture.dimension),
                            .count(architecture.degree), .count(stratum.multiplicity),
                            Self.places(stratum.singularLocus), Self.places(stratum.largestContained),
                        ])
                },
                notes: [
                    "Dimensions are those of affine cones. Multiplicity: of the neurovariety, the first stratum, at a general point of the stratum, in characteristic 0. Singular locus: its components; 0 is a singular point of each stratum that is no linear space. Contains: the largest strata inside."
                ], dispensable: ["multiplicity", "degree", "reduced"])
        ]
    }

    package var json: JSONValue {
        let locus = SingularLocus(strata.architecture)
        let members = SingularLocusReport.members(locus, locus.components.map { _ in nil })
        return .about(
            strata.architecture,
            members + [
                (
                    "strata",
                    .array(
                        strata.strata.map { stratum in
                            let architecture = stratum.architecture
                            return .about(
                                architecture,
                                [
                                    ("reduced", .about(architecture.reduced, [])),
                                    ("dimension", .integer(architecture.dimension)),
                                    ("degree", .integer(architecture.degree)),
                                    ("multiplicity", .integer(stratum.multiplicity)),
                                    ("isLinear", .boolean(architecture.isLinear)),
                                    ("singularLocus", .integers(stratum.singularLocus)),
                                    ("contains", .integers(stratum.largestContained)),
                                ])
                        })
                )
            ])
    }

    /// Of the drawing: a page or a window.
    package static let mostWidth = Int(BoxDiagram.mostWidth)

    package var svg: String { StrataPicture(strata).svg }
}

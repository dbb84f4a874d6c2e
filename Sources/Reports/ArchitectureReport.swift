import ExactAlgebra
import Exports
import Neurovariety

/// The invariants of an architecture and the sizes of its ideals, written down.
package struct ArchitectureReport: Report {
    private let summary: ArchitectureSummary

    package init(_ summary: ArchitectureSummary) {
        self.summary = summary
    }

    package var json: JSONValue {
        let architecture = summary.architecture
        let locus = SingularLocus(architecture)
        return .about(
            architecture,
            [
                ("strideProducts", .integers(architecture.strideProducts)),
                ("endToEndFilterSize", .integer(architecture.endToEndFilterSize)),
                ("isReduced", .boolean(architecture.isReduced)),
                ("reduced", .about(architecture.reduced, [])),
                ("dimension", .integer(architecture.dimension)),
                ("codimension", .integer(architecture.codimension)),
                ("degree", .integer(summary.degree)),
                ("singularCodimension", locus.codimension.map { .integer($0) } ?? .null),
                ("pieces", .array(summary.pieces.map(Self.json))),
            ])
    }

    private static func json(_ piece: ArchitectureSummary.Piece) -> JSONValue {
        let layers = piece.layers
        return .about(
            filterSizes: [layers.firstFilterSize, layers.secondFilterSize], strides: [layers.stride],
            [
                ("commonFactorDegree", .integer(layers.commonFactorDegree)),
                ("formDegrees", .integers(layers.formDegrees)),
                ("parts", .array(piece.parts.map(json))),
            ])
    }

    private static func json(_ part: IdealPart) -> JSONValue {
        .members([
            ("name", .string(part.name.description)), ("degree", .integer(part.degree)),
            ("rows", part.matrixSize.map { .integer($0.rows) }),
            ("columns", part.matrixSize.map { .integer($0.columns) }),
            ("generators", .integer(part.generatorCount)),
        ])
    }

    package func text(width: Int?) -> String {
        func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ",") }
        let architecture = summary.architecture
        let reduced = architecture.reduced
        var lines = [
            ("filter sizes k", list(architecture.filterSizes)),
            ("strides s", architecture.strides.isEmpty ? "none" : list(architecture.strides)),
            ("stride products S", list(architecture.strideProducts)),
            ("end-to-end filter size K", "\(architecture.endToEndFilterSize)"),
            (
                "reduced architecture",
                architecture.isReduced
                    ? "this one"
                    : list(reduced.filterSizes)
                        + (reduced.strides.isEmpty ? "" : "; " + list(reduced.strides))
            ),
            ("dimension (affine cone)", "\(architecture.dimension)"),
            ("codimension", "\(architecture.codimension)"),
            ("degree", Quantity.count(summary.degree.description)),
            ("singularities", SingularLocusReport.words(SingularLocus(architecture))),
        ]
        for (index, piece) in summary.pieces.enumerated() {
            let layers = piece.layers
            lines.append(("", ""))
            lines.append(
                (
                    "two-layer piece \(index + 1)",
                    "k = \(layers.firstFilterSize),\(layers.secondFilterSize), s = \(layers.stride): "
                        + "a common factor of degree \(layers.commonFactorDegree)"
                ))
            lines.append(("degrees of the forms", Self.degrees(layers.formDegrees)))
            if piece.parts.isEmpty { lines.append(("ideal", "zero")) }
            for part in piece.parts {
                let count = Quantity.count(part.generatorCount.description)
                let shape = part.matrixSize.map {
                    "minors of size \(part.degree), of a \($0.rows) × \($0.columns) matrix"
                }
                lines.append((part.name.description, "\(count) \(shape ?? "variables")"))
            }
        }
        let width = (lines.map(\.0.count).max() ?? 0) + 2
        return lines.map { label, value in
            label.isEmpty ? "\n" : label + String(repeating: " ", count: width - label.count) + value + "\n"
        }.joined()
    }

    /// `8, 7, 7`, or `9 (400 times), 8 (11 times)` where there are many.
    private static func degrees(_ degrees: [Int]) -> String {
        guard degrees.count > 12 else { return degrees.map(String.init).joined(separator: ", ") }
        let groups = Dictionary(grouping: degrees) { $0 }.sorted { $0.key > $1.key }
        return groups.map { "\($0.key) (\($0.value.count) times)" }.joined(separator: ", ")
    }
}

extension TwoLayerPiece {
    fileprivate var formDegrees: [Int] { (0..<formCount).map { degree(ofForm: $0) } }
}

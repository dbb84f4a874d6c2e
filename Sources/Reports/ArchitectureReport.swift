import ExactAlgebra
import Neurovariety

/// The invariants of an architecture and the sizes of its ideals, found without expanding anything.
package struct ArchitectureReport: Sendable {
    package struct Part: Sendable {
        let name: String
        let degree: Int
        let rows: Int?
        let columns: Int?
        /// Decimal digits: it can exceed 64 bits.
        let generators: String
    }

    package struct Piece: Sendable {
        let filterSizes: [Int]
        let stride: Int
        let commonFactorDegree: Int
        let formDegrees: [Int]
        let parts: [Part]
    }

    let filterSizes: [Int]
    let strides: [Int]
    let strideProducts: [Int]
    let endToEndFilterSize: Int
    let isReduced: Bool
    let reducedFilterSizes: [Int]
    let reducedStrides: [Int]
    let dimension: Int
    let codimension: Int
    let degree: String
    let pieces: [Piece]

    /// - Throws: ``IdealError`` for end-to-end filters too large to be written down.
    package init(_ architecture: Architecture) throws(IdealError) {
        let reduced = architecture.reduced
        filterSizes = architecture.filterSizes
        strides = architecture.strides
        strideProducts = architecture.strideProducts
        endToEndFilterSize = architecture.endToEndFilterSize
        isReduced = architecture.isReduced
        reducedFilterSizes = reduced.filterSizes
        reducedStrides = reduced.strides
        dimension = architecture.dimension
        codimension = architecture.codimension
        let paper = try IdealGenerators(architecture, .paper)
        let lean = try IdealGenerators(architecture, .lean)
        degree = architecture.degree.description
        pieces = architecture.pieces.enumerated().map { index, piece in
            let parts = (paper.parts + lean.parts.filter { $0.name == .leanMinors }).filter {
                $0.pieceIndex == index
            }
            return Piece(
                filterSizes: [piece.firstFilterSize, piece.secondFilterSize], stride: piece.stride,
                commonFactorDegree: piece.commonFactorDegree,
                formDegrees: (0..<piece.formCount).map { piece.degree(ofForm: $0) },
                parts: parts.map { part in
                    Part(
                        name: part.name.description, degree: part.degree, rows: part.matrixSize?.rows,
                        columns: part.matrixSize?.columns, generators: part.generatorCount.description)
                })
        }
    }

    package var json: JSONValue {
        .object([
            ("filterSizes", .integers(filterSizes)), ("strides", .integers(strides)),
            ("strideProducts", .integers(strideProducts)),
            ("endToEndFilterSize", .integer(endToEndFilterSize)), ("isReduced", .boolean(isReduced)),
            ("reducedFilterSizes", .integers(reducedFilterSizes)),
            ("reducedStrides", .integers(reducedStrides)), ("dimension", .integer(dimension)),
            ("codimension", .integer(codimension)), ("degree", .string(degree)),
            (
                "pieces",
                .array(
                    pieces.map { piece in
                        .object([
                            ("filterSizes", .integers(piece.filterSizes)), ("stride", .integer(piece.stride)),
                            ("commonFactorDegree", .integer(piece.commonFactorDegree)),
                            ("formDegrees", .integers(piece.formDegrees)),
                            (
                                "parts",
                                .array(
                                    piece.parts.map { part in
                                        .members([
                                            ("name", .string(part.name)), ("degree", .integer(part.degree)),
                                            ("rows", part.rows.map { .integer($0) }),
                                            ("columns", part.columns.map { .integer($0) }),
                                            ("generators", .string(part.generators)),
                                        ])
                                    })
                            ),
                        ])
                    })
            ),
        ])
    }

    package var text: String {
        func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ",") }
        var lines = [
            ("filter sizes k", list(filterSizes)),
            ("strides s", strides.isEmpty ? "none" : list(strides)),
            ("stride products S", list(strideProducts)),
            ("end-to-end filter size K", "\(endToEndFilterSize)"),
            (
                "reduced architecture",
                isReduced
                    ? "this one"
                    : list(reducedFilterSizes) + (reducedStrides.isEmpty ? "" : "; " + list(reducedStrides))
            ),
            ("dimension (affine cone)", "\(dimension)"),
            ("codimension", "\(codimension)"),
            ("degree", Quantity.count(degree)),
        ]
        for (index, piece) in pieces.enumerated() {
            lines.append(("", ""))
            lines.append(
                (
                    "two-layer piece \(index + 1)",
                    "k = \(list(piece.filterSizes)), s = \(piece.stride): a common factor of degree "
                        + "\(piece.commonFactorDegree)"
                ))
            lines.append(("degrees of the forms", Self.degrees(piece.formDegrees)))
            if piece.parts.isEmpty { lines.append(("ideal", "zero")) }
            for part in piece.parts {
                let shape = part.rows.map { ", of a \($0) × \(part.columns ?? 0) matrix" } ?? ""
                let kind = part.rows == nil ? "variables" : "minors of size \(part.degree)"
                lines.append((part.name, "\(Quantity.count(part.generators)) \(kind)\(shape)"))
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

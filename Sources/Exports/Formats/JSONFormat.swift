import ExactAlgebra
import Neurovariety

extension IdealFormat {
    /// Parts with name, piece (from 1), degree and polynomials: coefficient and variables of each term, as
    /// `fixtures/schema` describes them. The names of the variables are in `ring`.
    public static let json = IdealFormat("json", .json) { file in
        let architecture = file.generators.architecture
        let names = file.ring.variables.names(
            count: architecture.endToEndFilterSize, in: PolynomialSyntax.indexed)
        let ring =
            "{\"field\":\(JSONText.quoted(file.ring.field.description)),"
            + "\"order\":\(JSONText.quoted(file.ring.order.rawValue)),"
            + "\"variables\":[\(names.map(JSONText.quoted).joined(separator: ","))]}"
        return IdealFileFrame(
            opening: "{"
                + file.provenance.jsonMembers.map { "\(JSONText.quoted($0)):\($1.text.dropLast()),\n" }
                .joined()
                + "\"filterSizes\":\(architecture.filterSizes),\"strides\":\(architecture.strides),"
                + "\"generators\":\(JSONText.quoted(file.generators.set.rawValue)),"
                + "\"complete\":\(!file.generators.isSelection && file.generators.maxDegree == nil),"
                + "\"variables\":\(architecture.endToEndFilterSize),\"ring\":\(ring),\"parts\":[",
            openingOfPart: { part, index in
                let piece = part.pieceIndex.map { ",\"piece\":\($0 + 1)" } ?? ""
                return (index == 0 ? "" : ",")
                    + "\n{\"name\":\(JSONText.quoted(part.name.description))\(piece),"
                    + "\"degree\":\(part.degree),\"polynomials\":[\n"
            },
            separator: ",\n", separatesPartsOtherwise: true, closingOfPart: "]}", closing: "]}\n")
    }
}

import Neurovariety

extension IdealFormat {
    /// Parts with name, piece (from 1), degree and polynomials: coefficient and variables of each term, as
    /// `fixtures/schema` describes them.
    public static let json = IdealFormat("json", .json) { file in
        let architecture = file.generators.architecture
        return IdealFileFrame(
            opening: "{"
                + file.provenance.jsonMembers.map { "\(JSONText.quoted($0)):\($1.text.dropLast()),\n" }
                .joined()
                + "\"filterSizes\":\(architecture.filterSizes),\"strides\":\(architecture.strides),"
                + "\"generators\":\(JSONText.quoted(file.generators.set.rawValue)),"
                + "\"complete\":\(!file.generators.isSelection && file.generators.maxDegree == nil),"
                + "\"variables\":\(architecture.endToEndFilterSize),\"parts\":[",
            openingOfPart: { part, index in
                let piece = part.pieceIndex.map { ",\"piece\":\($0 + 1)" } ?? ""
                return (index == 0 ? "" : ",")
                    + "\n{\"name\":\(JSONText.quoted(part.name.description))\(piece),"
                    + "\"degree\":\(part.degree),\"polynomials\":[\n"
            },
            separator: ",\n", separatesPartsOtherwise: true, closingOfPart: "]}", closing: "]}\n")
    }
}

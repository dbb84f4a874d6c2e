import ExactAlgebra
import Macaulay2
import Neurovariety

/// Writes the generators of an ideal to a file, one after another, without keeping them.
public struct IdealFile: Sendable {
    /// What is written.
    public let generators: IdealGenerators
    /// How.
    public let format: IdealFormat
    /// The name of the ideal in Macaulay2 and Singular files.
    public let idealName: String
    /// For the heading.
    public let provenance: Provenance

    /// Writes nothing yet.
    public init(_ generators: IdealGenerators, format: IdealFormat, idealName: String, provenance: Provenance)
    {
        self.generators = generators
        self.format = format
        self.idealName = idealName
        self.provenance = provenance
    }

    /// Bytes gathered before they are handed on.
    private static let blockSize = 1 << 18

    /// - Parameter progress: called now and then with the part and the share of it that is done.
    /// - Throws: ``IdealError``, or what the sink throws.
    public func write(
        to sink: any ByteSink, progress: @Sendable (IdealPart, Double) -> Void = { _, _ in }
    ) throws {
        let frame = try frame()
        let formatter = PolynomialFormatter(
            format.syntax, variableCount: generators.architecture.endToEndFilterSize)
        try sink.write(frame.opening)
        var written = 0
        for (index, part) in generators.parts.enumerated() {
            try sink.write(frame.openingOfPart(part, index))
            // Within a file that has parts, the first generator of each comes without a separator.
            let isFirst = frame.separatesPartsOtherwise || written == 0
            if part.selection.limit == nil, let minors = try part.expansion() {
                written += try write(minors, of: part, frame, formatter, isFirst, to: sink, progress)
            } else {
                written += try writeSmall(
                    part, limit: part.selection.limit.map { $0 - written }, frame, formatter, isFirst,
                    to: sink)
            }
            try sink.write(frame.closingOfPart)
        }
        try sink.write(frame.closing)
    }

    /// Minors: on all cores, block by block.
    private func write(
        _ minors: any MinorSource, of part: IdealPart, _ frame: IdealFileFrame,
        _ formatter: PolynomialFormatter,
        _ isFirst: Bool, to sink: any ByteSink, _ progress: @Sendable (IdealPart, Double) -> Void
    ) throws -> Int {
        // The sink is used by one thread at a time, in order; `writeText` sees to it.
        nonisolated(unsafe) let sink = sink
        nonisolated(unsafe) var needsSeparator = !isFirst
        let separator = frame.separator
        return try minors.writeText(formatter, separator: separator, terminator: frame.terminator) {
            bytes, done, total in
            if needsSeparator {
                try sink.write(separator)
                needsSeparator = false
            }
            try sink.write(bytes)
            progress(part, Double(done) / Double(total))
        }
    }

    private func writeSmall(
        _ part: IdealPart, limit: Int?, _ frame: IdealFileFrame, _ formatter: PolynomialFormatter,
        _ isFirst: Bool, to sink: any ByteSink
    ) throws -> Int {
        guard limit != 0 else { return 0 }
        let buffer = TextBuffer(capacity: 2 * Self.blockSize)
        var written = 0
        try part.visit { generator in
            if written > 0 || !isFirst { buffer.append(frame.separator) }
            formatter.append(generator.polynomial, to: buffer)
            buffer.append(frame.terminator)
            written += 1
            if buffer.count >= Self.blockSize {
                try sink.write(buffer.bytes)
                buffer.removeAll()
            }
            return written != limit
        }
        try sink.write(buffer.bytes)
        return written
    }

    private var title: String {
        "The ideal \(idealName) of the linear convolutional network \(generators.architecture), "
            + "generators: \(generators.set.rawValue)"
            + (generators.isSelection ? ", some of them only" : "")
    }

    private func frame() throws -> IdealFileFrame {
        // On the whole space every minor is zero, and nothing else is.
        let isZero = generators.architecture.isWholeSpace
        let last = generators.architecture.endToEndFilterSize - 1
        switch format {
        case .text:
            return IdealFileFrame(
                opening: "# \(title)\n# \(provenance.toolVersion): \(provenance.command)\n",
                openingOfPart: { part, _ in "# \(Self.heading(part))\n" },
                terminator: "\n", separatesPartsOtherwise: true)
        case .m2:
            let (opening, closing) = try IdealFileTemplate.render(
                isZero: isZero, title: title, provenance: provenance, lastIndex: last, ideal: idealName)
            return IdealFileFrame(opening: opening, separator: ",\n", closing: closing)
        case .singular:
            return IdealFileFrame(
                opening: "// \(title)\n// \(provenance.toolVersion): \(provenance.command)\n"
                    + "ring R = 0,(w(0..\(last))),dp;\nideal \(idealName) = \(isZero ? "0" : "")\n",
                separator: ",\n", closing: ";\n")
        case .msolve:
            let names = (0...last).map(IdealFormat.msolve.syntax.name(ofVariable:)).joined(separator: ", ")
            return IdealFileFrame(
                opening: "#\(title)\n#\(provenance.toolVersion): \(provenance.command)\n"
                    + "#field characteristic: 0\n#variable order: \(names)\n#---\n[\(isZero ? "0" : "")",
                separator: ",\n", closing: "]:\n")
        case .latex:
            return IdealFileFrame(
                opening: "% \(title)\n% \(provenance.toolVersion): \(provenance.command)\n"
                    + "\\begin{align*}\n& \(isZero ? "0" : "")",
                separator: " \\\\\n& ", closing: "\n\\end{align*}\n")
        case .json:
            let architecture = generators.architecture
            return IdealFileFrame(
                opening: "{\"filterSizes\":\(architecture.filterSizes),\"strides\":\(architecture.strides),"
                    + "\"generators\":\"\(generators.set.rawValue)\",\"variables\":\(last + 1),\"parts\":[",
                openingOfPart: { part, index in
                    let piece = part.pieceIndex.map { ",\"piece\":\($0 + 1)" } ?? ""
                    return (index == 0 ? "" : ",") + "\n{\"name\":\"\(part.name)\"\(piece),"
                        + "\"degree\":\(part.degree),\"polynomials\":[\n"
                },
                separator: ",\n", separatesPartsOtherwise: true, closingOfPart: "]}", closing: "]}\n")
        }
    }

    /// `J1: the 14112 minors of size 5 of R_9 (8 × 10) of (7,7;3)`.
    public static func heading(_ part: IdealPart) -> String {
        let piece = part.piece.map { " of \($0)" } ?? ""
        switch part.content {
        case .variables: return "\(part.name): \(part.generatorCount) variables\(piece)"
        case .chosen:
            return "\(part.name): \(part.generatorCount) generators of degree \(part.degree)"
        case .nonfaces:
            return "\(part.name): the minors of the \(part.generatorCount) minimal nonfaces with "
                + "\(part.degree) vertices"
        case .minors(let level, let forms, let size):
            let shape = part.matrixSize.map { " (\($0.rows) × \($0.columns))" } ?? ""
            let restriction = forms == part.piece?.formCount ? "" : " of the first \(forms) forms"
            return "\(part.name): the \(part.generatorCount) minors of size \(size) of R_\(level)\(shape)"
                + "\(restriction)\(piece); nonzero ones"
        }
    }
}

/// What stands around and between the generators in a file format.
private struct IdealFileFrame {
    var opening: String
    var openingOfPart: (IdealPart, Int) -> String = { _, _ in "" }
    /// Between two generators.
    var separator = ""
    /// After each generator.
    var terminator = ""
    /// Whether no separator stands between the last generator of a part and the first of the next.
    var separatesPartsOtherwise = false
    var closingOfPart = ""
    var closing = ""
}

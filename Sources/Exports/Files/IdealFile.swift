import ExactAlgebra
import Macaulay2
import Neurovariety

/// Writes the generators of an ideal to a file, one after another, without keeping them.
public struct IdealFile: Sendable {
    /// What is written.
    public let generators: IdealGenerators
    /// How.
    public let format: IdealFormat
    /// In which ring.
    public let ring: RingDescription
    /// For the heading.
    public let provenance: Provenance

    /// Writes nothing yet.
    public init(
        _ generators: IdealGenerators, format: IdealFormat, ring: RingDescription = .usual,
        provenance: Provenance
    ) {
        self.generators = generators
        self.format = format
        self.ring = ring
        self.provenance = provenance
    }

    /// Bytes gathered before they are handed on.
    private static let blockSize = 1 << 18

    /// Expands the generators and writes them, part by part; what is in memory is some blocks of text.
    ///
    /// Without generators (there are none, or those selected are zero) it is a file of the zero ideal.
    ///
    /// - Parameter progress: called now and then with the part and the share of it that is done.
    /// - Throws: ``RingError``, ``IdealError``, `MinorsError`, `TemplateError`, ``ZeroIdealError``, or what the sink throws.
    /// - Complexity: one expansion of every minor, see ``IdealPart``.
    public func write(
        to sink: any ByteSink, progress: @Sendable (IdealPart, Double) -> Void = { _, _ in }
    ) throws {
        try Self.check(
            generators.set, generators.architecture, maxDegree: generators.maxDegree, format: format,
            ring: ring)
        let frame = try format.frame(self)
        let formatter = PolynomialFormatter(
            format.syntax, names: names, order: ring.order, characteristic: ring.characteristic)
        // Whether there is a generator at all, and how long they are, shows only when the minors are expanded.
        let list = OpeningSink(sink, frame)
        var written = 0
        for (index, part) in generators.parts.enumerated() {
            try list.write(frame.openingOfPart(part, index))
            // Within a file that has parts, the first generator of each comes without a separator.
            let isFirst = frame.separatesPartsOtherwise || written == 0
            if part.selection.limit == nil, let minors = try part.expansion() {
                written += try write(minors, of: part, frame, formatter, isFirst, to: list, progress)
            } else {
                written += try writeSmall(
                    part, limit: part.selection.limit.map { $0 - written }, frame, formatter, isFirst,
                    to: list)
            }
            try list.write(frame.closingOfPart)
        }
        switch frame.zeroIdeal {
        case .file(let text) where written == 0: try sink.write(text)
        case .impossible where written == 0: throw ZeroIdealError(format: format)
        case .emptyList, .file, .impossible:
            try list.close()
        }
    }

    /// Minors: on all cores, block by block.
    private func write(
        _ minors: any MinorSource, of part: IdealPart, _ frame: IdealFileFrame,
        _ formatter: PolynomialFormatter, _ isFirst: Bool, to sink: any ByteSink,
        _ progress: @Sendable (IdealPart, Double) -> Void
    ) throws -> Int {
        // The sink is used by one thread at a time, in order; `writeText` sees to it.
        nonisolated(unsafe) let sink = sink
        nonisolated(unsafe) var needsSeparator = !isFirst
        let separator = frame.separator
        do {
            return try minors.writeText(
                formatter, separator: separator, terminator: frame.terminator,
                progress: { progress(part, $0) }
            ) { bytes in
                if needsSeparator {
                    try sink.write(separator)
                    needsSeparator = false
                }
                try sink.write(bytes)
            }
        } catch let error as MinorsError {
            throw IdealError.tooLarge(part: part.name, error)
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
            let start = buffer.count
            if written > 0 || !isFirst { buffer.append(frame.separator) }
            guard formatter.append(generator.polynomial, to: buffer) else {
                buffer.removeAll(after: start)
                return true
            }
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
}

// What formats say of a file.
extension IdealFile {
    /// One line.
    var title: String {
        "The ideal \(idealName) of the linear convolutional network \(generators.architecture)"
            + (ring.field == .rationals ? "" : " over \(ring.field)")
            + ", generators: \(generators.set.rawValue)"
            + (generators.isSelection ? ", some of them only" : "")
            + (generators.maxDegree.map { ", of degree at most \($0) only" } ?? "")
    }

    /// Program and command, on one line.
    var maker: String { "\(provenance.toolVersion): \(provenance.command)" }

    /// `I` or `J`, whichever the set generates; of an ideal that need not be all of it, a longer name.
    var idealName: String {
        let whole = generators.set.generatesPrimeIdeal ? "I" : "J"
        if let degree = generators.maxDegree { return "\(whole)UpToDegree\(degree)" }
        return generators.isSelection ? "\(whole)Selection" : whole
    }
}

import Reports
import Studies

enum AtlasCommand: Command {
    static let name = "atlas"
    static let summary = "all reduced architectures up to a filter size: generators, degree, h-vector"
    static let discussion = """
        For every reduced architecture with at least two layers and end-to-end filter size at
        most --max-K: dimension, degree, the numbers of generators of the prime ideal by degree,
        the numerator of the Hilbert series, and whether the paper's ideal J is radical. With
        --journal, rows are kept in a CSV file as they come, and the same command goes on there
        after an interruption.
        """
    static let examples = ["atlas --max-K 8", "atlas --max-K 14 --journal atlas.csv --format markdown"]
    static let options = [
        Option("max-K", "K", default: "12", help: "the largest end-to-end filter size"),
        Option("journal", "FILE", help: "keep rows there, and go on from it"),
        .format(AtlasFormat.allCases.map(\.rawValue), default: "text"),
        .out,
    ]

    static func run(_ arguments: Arguments) throws -> ExitStatus {
        let largest = try arguments.int("max-K", in: 1...60) ?? 12
        let sink = try OutputSink(path: arguments.outputPath)
        let progress = Progress()
        let atlas = try Atlas.run(upTo: largest, journal: arguments.string("journal")) {
            architecture, share in
            progress.show("\(architecture)", share: share)
        }
        progress.clear()
        try sink.write(AtlasReport(atlas).rendered(arguments.choice("format", default: .text)))
        try sink.finish()
        return .agreed
    }
}

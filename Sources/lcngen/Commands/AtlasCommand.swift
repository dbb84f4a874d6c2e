import ChildProcesses
import Neurovariety
import Reports
import Studies
import Training

enum AtlasCommand: Command {
    static let name = "atlas"
    static let summary = "all reduced architectures up to a filter size: generators, degree, homology"
    static let discussion = """
        For every reduced architecture with at least two layers and end-to-end filter size at
        most --max-K: dimension, degree, the numbers of generators of the prime ideal by degree,
        the numerator of the Hilbert series, whether the paper's ideal J is radical, depth,
        regularity and extremal Betti numbers of the coordinate ring, the genera of a general
        curve section, and dimension and degree of the dual variety. With --journal, rows are kept in a CSV file as they come, and the same command goes on there
        after an interruption. At --time-limit and at Ctrl-C the rows that are known are printed, with
        status 2 or 130. With --shard 3/8 the third of eight parts is done, on one of several
        machines: lcngen merge joins their journals, and lcngen slurm writes a job for all.
        --format html is one self-contained page that sorts, filters and saves what it shows as CSV;
        its address keeps the view.
        """
    static let examples = [
        "atlas --max-K 8", "atlas --max-K 10 --journal atlas.csv --format markdown",
        "atlas --max-K 12 --format html --out atlas.html",
        "atlas --max-K 12 --shard 1/2 --journal atlas-1.csv",
    ]
    static let largest = Option(
        "max-K", "K", .int(1...Atlas.largestSize), default: 12, help: "the largest end-to-end filter size")
    static let journal = Option(
        "journal", "FILE", .path(.journal), help: "keep rows there, and go on from it")
    static let format = Shared.format(AtlasReport.formats)
    static let rules = [Shared.wide.given.goes(with: format.is(.text))]
    static let options: [any Parameter] = [
        largest, Shared.shard, journal, Shared.timeLimit, format, Shared.out, Shared.wide,
    ]

    static func whenStopped(_ arguments: Arguments) -> String? { "the rows that are known are printed" }

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        if let path = arguments[journal] { frame.onInterrupt(keeping: VisibleText.of(path)) }
        let atlas = try Atlas.run(
            upTo: arguments[largest], shard: arguments[Shared.shard], journal: arguments[journal]
        ) { cost in
            frame.announce(
                "K ≤ \(arguments[largest])", "about \(RoughEstimate(seconds: cost))", seconds: cost)
        } shouldStop: {
            Interruption.isRequested
        } leavesOut: { lines in
            frame.tell(lines, of: arguments[journal] ?? "")
        } progress: { architecture, share in
            frame.progress.show("\(architecture)", share: share)
        }
        try frame.write(AtlasReport(atlas), as: arguments[format])
        return atlas.missingCount == 0 ? .agreed : .stopped
    }
}

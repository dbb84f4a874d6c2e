import Neurovariety
import Reports
import Training

enum EddegreeCommand: Command {
    static let name = "eddegree"
    static let summary = "C_k: how many complex critical points training has"
    static let discussion = """
        The generic Euclidean distance degree of the Segre variety (Theorem 4.1), exactly, for
        filter sizes of any size. Strides do not matter as long as the architecture is reduced;
        with --s, it is reduced first. --explain shows the polar classes, whose sum it is, and
        the erratum for formula (4.9). --compare-dense M,N,R sets it beside a fully connected
        network with M outputs, N inputs and rank R: binom(min(M,N), R) (Remark 4.3).
        """
    static let examples = [
        "eddegree --k 2,3,4,5", "eddegree --k 60,60,60,60", "eddegree --k 3,3 --explain",
        "eddegree --k 3,3 --compare-dense 3,3,1",
    ]
    static let options = [
        Option("k", "N,N,…", help: "filter sizes"),
        Option("s", "N,…", default: "all above 1", help: "strides: the architecture is reduced first"),
        Option("explain", help: "polar classes, Chern classes and the erratum"),
        Option("compare-dense", "M,N,R", help: "beside M x N matrices of rank at most R"),
        .format(["text", "json"], default: "text"), .out,
    ]

    static func run(_ arguments: Arguments) throws -> ExitStatus {
        var sizes = try arguments.ints("k") ?? []
        if arguments.string("s") != nil { sizes = try arguments.architecture().reduced.filterSizes }
        let degree = try EuclideanDistanceDegree(filterSizes: sizes)
        var dense: DegreeReport.DenseComparison?
        if let numbers = try arguments.ints("compare-dense") {
            dense = numbers.count == 3 ? .init(rows: numbers[0], columns: numbers[1], rank: numbers[2]) : nil
            guard dense != nil else {
                throw CommandFailure(
                    .usage, "--compare-dense takes M,N,R with 1 <= R <= min(M,N) (see lcngen eddegree --help)"
                )
            }
        }
        let report = DegreeReport(degree, dense: dense)
        let format: ReportFormat = arguments.choice("format", default: .text)
        try OutputSink.write(
            format == .json ? report.json.text : report.text(explains: arguments.has("explain")),
            to: arguments.outputPath)
        return .agreed
    }
}

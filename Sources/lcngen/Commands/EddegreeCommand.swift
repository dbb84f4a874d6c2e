import Neurovariety
import Reports
import Training

enum EddegreeCommand: Command {
    static let name = "eddegree"
    static let summary = "C_k: how many complex critical points training has"
    static let discussion = """
        The generic Euclidean distance degree of the Segre variety (Theorem 4.1), exactly, with
        integers of any size; (1000,1000,1000) takes less than a second. Strides do not matter as long as the architecture is reduced;
        with --s, it is reduced first. --explain shows the polar classes, whose sum it is, and the
        dual variety, both over fields of characteristic 0, and the erratum for formula (4.9).
        --compare-dense M,N,R sets it beside a fully connected network with M outputs, N inputs
        and rank R: binom(min(M,N), R) (Remark 4.3).
        """
    static let examples = [
        "eddegree --k 2,3,4,5", "eddegree --k 60,60,60,60", "eddegree --k 3,3 --explain",
        "eddegree --k 3,3 --compare-dense 3,3,1",
    ]
    static let filterSizes = Option("k", "N,N,…", .ints, help: "filter sizes")
    static let strides = Option(
        "s", "N,…", .ints, shownAs: "all above 1", help: "strides: the architecture is reduced first")
    static let explains = Option(
        "explain", help: "polar classes, Chern classes and the erratum, which JSON always has")
    static let dense = Option(
        "compare-dense", "M,N,R", .denseNetwork, help: "beside M x N matrices of rank at most R")
    static let format = Shared.format(DegreeReport.formats)

    /// Nil without strides.
    static let architecture = Combination("architecture", of: [filterSizes, strides]) { arguments in
        try arguments[strides].map { try Shared.architecture(arguments[filterSizes], $0) }
    }
    static let rules = [explains.given.goes(with: format.is(.text))]
    static let options: [any Parameter] = [architecture, explains, dense, format, Shared.out]

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let architecture = arguments[architecture]
        let sizes = architecture?.reduced.filterSizes ?? arguments[filterSizes] ?? []
        let report = DegreeReport(
            try EuclideanDistanceDegree(filterSizes: sizes), of: architecture, dense: arguments[dense],
            explains: arguments[explains])
        try frame.write(report, as: arguments[format])
        return .agreed
    }
}

extension OptionKind where Value == DenseComparison {
    /// `M,N,R`.
    fileprivate static var denseNetwork: Self {
        Self { text throws(WrongValue) in
            let numbers = try OptionKind<[Int]>.ints.read(text)
            guard numbers.count == 3,
                let dense = DenseComparison(rows: numbers[0], columns: numbers[1], rank: numbers[2])
            else { throw WrongValue(" takes M,N,R with 1 <= R <= min(M,N)") }
            return dense
        }
    }
}

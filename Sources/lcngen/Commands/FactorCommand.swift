import ChildProcesses
import ExactAlgebra
import Neurovariety
import Reports
import Training

enum FactorCommand: Command {
    static let name = "factor"
    static let summary = "is a filter made by real layers of a network, by complex ones, and by which"
    static let discussion = """
        In the neurovariety: made by complex layers; in the neuromanifold: by real ones, of the
        sizes and strides that are given, stride 1 included. Both are decided exactly for the
        numbers as they stand, and all networks with the filter are counted, up to scaling, and
        listed up to a limit. Where that says no, real layers nearby are searched numerically:
        the distance tells what rounding explains it, and a filter within --tolerance counts as
        made. Small networks get the real critical points of the distance too (--most).
        Counts are exact; with very many combinations of degrees they are left out.
        CSV has one line for each filter, with verdict, distance and counts. At --time-limit and at
        Ctrl-C a filter is told without nearest points; of a file with several filters, those that
        are done are printed.
        Integers, fractions and decimals of up to 5 digits are meant exactly; more digits, and
        floating-point files, stand for numbers rounded to double or single precision.
        """
    static let examples = [
        "factor --k 2,2 --s 2 --filter 1,2,3,6", "factor --k 2,2 --s 1 --filter 1,0,1",
        "factor --k 3,2 --s 2 --filter 1,0.5,1/3,2,7", "factor --layers 1,2:1,3 --s 2",
    ]
    static let filter = Option(
        "filter", "W,W,…", .filter,
        help: "the end-to-end filter: integers, fractions or decimals; blanks and brackets are fine")
    static let file = Option(
        "filter-file", "FILE", .path(.input),
        help:
            "filters one a row: CSV or other text, JSON, NumPy (.npy), or X.npz:name; a layer's shape is fine"
    )
    static let layers = Option(
        "layers", "A,A:B,B:…", .layers,
        help: "layers instead, first layer first: their end-to-end filter is printed")
    static let tolerance = Option(
        "tolerance", "E", .number(0..<1), shownAs: "the rounding that fits the numbers, 0 for exact ones",
        help: "relative distance within which a filter counts as a rounded one")
    static let list = Option(
        "list", "N", .int(0...1_000_000), default: 20, help: "write down at most so many networks")
    static let failIfNot = Option(
        "fail-if-not",
        help: "status 1 unless real layers make every filter, exactly or within the tolerance; 2 if undecided"
    )
    static let most = Option(
        "most", "N", .int(0...1_000_000), shownAs: "100, and 0 for several filters",
        help: "no critical points of the distance where C_k exceeds this; thousands take minutes")
    static let seed = Option("seed", "N", .seed, default: 1, help: "for the paths")
    static let format = Shared.format(FactorizationReport.formats)

    /// Where the filters come from.
    enum Source {
        case filter(WrittenFilter)
        case file(String)
        /// Layers have been multiplied.
        case product(WrittenFilter)
    }

    /// The architecture and what it is asked about. Layers tell their filter sizes themselves.
    static let question = Combination(
        "question", of: [Shared.filterSizes, Shared.strides, filter, file, layers]
    ) { arguments -> (architecture: Architecture, source: Source) in
        guard arguments[filter] != nil || arguments[file] != nil || arguments[layers] != nil else {
            throw CommandFailure(
                .usage, "a filter is missing: --filter 1,2,3,6, or --filter-file FILE, or --layers 1,2:1,3")
        }
        let sizes = arguments[Shared.filterSizes] ?? arguments[layers]?.map(\.coefficients.count)
        let architecture = try Shared.architecture(sizes, arguments[Shared.strides])
        if let path = arguments[file] { return (architecture, .file(path)) }
        // What is bad input in a file is wrong usage here.
        do throws(DataError) {
            guard let filter = arguments[filter] else {
                return (
                    architecture,
                    .product(try WrittenFilter(multiplying: arguments[layers] ?? [], architecture))
                )
            }
            let (found, expected) = (filter.coefficients.count, architecture.endToEndFilterSize)
            guard found == expected else { throw .filterSize(found: found, expected: expected) }
            return (architecture, .filter(filter))
        } catch {
            throw arguments.failure("\(error)")
        }
    }
    /// Real layers are given, and nothing about them has to be found.
    static let rules: [OptionRule] = [
        .atMostOne(filter.given, file.given, layers.given),
        tolerance.given.doesNotGo(with: layers.given), failIfNot.given.doesNotGo(with: layers.given),
        most.given.doesNotGo(with: layers.given), seed.given.doesNotGo(with: layers.given),
        list.given.doesNotGo(with: format.is(.csv)),
    ]
    static let options: [any Parameter] = [
        question, tolerance, list, failIfNot, most, seed, Shared.timeLimit, format, Shared.out,
    ]

    static func whenStopped(_ arguments: Arguments) -> String? {
        arguments.isGiven(file.name) ? "the filters that are done are printed" : "what is known is printed"
    }

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let (architecture, source) = arguments[question]
        switch source {
        case .product(let filter):
            let examination = try examine(filter, architecture, arguments, frame)
            try frame.write(
                FactorizationReport(examination, showsFilter: true), as: arguments[format])
            return status([examination], arguments)
        case .filter(let filter): return try answer([filter], architecture, arguments, frame)
        case .file(let path):
            let (filters, source) = try WrittenFilter.readWithSource(path: path)
            note(source, frame)
            // All have the right size before work begins.
            let expected = architecture.endToEndFilterSize
            for (index, found) in filters.map(\.coefficients.count).enumerated() where found != expected {
                let error = DataError.filterSize(found: found, expected: expected)
                throw CommandFailure(
                    .badInput, "\(InputFile.name(path)), filter \(index + 1): \(error)")
            }
            return try answer(filters, architecture, arguments, frame, source)
        }
    }

    private static func answer(
        _ filters: [WrittenFilter], _ architecture: Architecture, _ arguments: Arguments, _ frame: Frame,
        _ source: DataSource? = nil
    ) throws -> ExitStatus {
        if filters.count == 1 {
            let examination = try examine(filters[0], architecture, arguments, frame)
            try frame.write(FactorizationReport(examination, source: source), as: arguments[format])
            return status([examination], arguments)
        }
        var examinations: [FilterExamination] = []
        while examinations.count < filters.count, !Interruption.isRequested {
            let index = examinations.count
            frame.progress.show("filters", share: Double(index) / Double(filters.count))
            let examination = try examine(filters[index], architecture, arguments, frame, isAlone: false)
            // It would say less than the others.
            guard !examination.wasStopped else { break }
            examinations.append(examination)
        }
        try frame.write(
            FactorizationsReport(examinations, architecture, source: source), as: arguments[format])
        guard examinations.count == filters.count else {
            frame.note("stopped with \(examinations.count) of \(filters.count) filters done")
            return .stopped
        }
        return status(examinations, arguments)
    }

    /// Numbers of the file that are no filters are left out aloud.
    private static func note(_ source: DataSource, _ frame: Frame) {
        guard source.hasIndex || source.heading?.isCount == true else { return }
        frame.note("\(source)")
    }

    private static func examine(
        _ filter: WrittenFilter, _ architecture: Architecture, _ arguments: Arguments, _ frame: Frame,
        isAlone: Bool = true
    ) throws -> FilterExamination {
        let options = FilterExamination.Options(
            tolerance: arguments[tolerance], mostListed: arguments[list],
            nearest: .init(seed: arguments[seed], mostPoints: arguments[most] ?? (isAlone ? 100 : 0)) {
                Interruption.isRequested
            })
        let examination = try FilterExamination.run(filter, architecture, options: options) {
            _, count, expected in
            frame.progress.show("nearest points", share: Double(count) / Double(expected))
        }
        if examination.wasStopped {
            if isAlone { frame.note("no critical points of the distance: the search was stopped") }
        } else if let error = examination.nearestFailure, arguments[most] != nil {
            frame.note("no nearest points: \(CommandFailure(error).message)")
        }
        return examination
    }

    private static func status(_ examinations: [FilterExamination], _ arguments: Arguments) -> ExitStatus {
        if examinations.contains(where: \.wasStopped) { return .stopped }
        guard arguments[failIfNot] else { return .agreed }
        if examinations.contains(where: { $0.verdict == .no }) { return .disagreed }
        return examinations.contains { $0.verdict == .undecided } ? .undecided : .agreed
    }
}

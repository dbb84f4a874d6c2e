import ChildProcesses
import CrossValidation
import ExactAlgebra
import Foundation
import Macaulay2
import Neurovariety
import Reports
import Studies
import Synchronization
import Training

enum ValidateCommand: Command {
    static let name = "validate"
    static let summary = "every check on a grid of architectures, resumable"
    static let discussion = """
        Every check of compare, and the native engines against each other, on all architectures
        with the given numbers of layers, filter sizes and strides (ranges as 2..5), or on those
        of a file with one a line, as 5,5;3. All cores are used. Each result is on the disk
        before the next: after an interruption the same command goes on where it stopped. Results
        made by another build, another Macaulay2 or with other limits are refused, unless
        --restart throws them away. --format html is one self-contained page; --paper adds the
        paper's tables, figure and examples, which takes some ten minutes for the columns 7 and
        8 of Table 2, where most tasks of Macaulay2 run into the time limit.
        JSON: conditions, and records with filterSizes, strides, seconds, checks (name,
        statement, verdict, native, macaulay2, reason, witness) and times (work; native and
        macaulay2 in seconds). The results file has the same, one record a line.
        """
    static let examples = [
        "validate --layers 2 --filters 2..3 --strides 2..3",
        "validate --layers 2,3 --filters 2..5 --strides 2..3 --max-K 14 --format html --out validation.html",
        "validate --paper --format html --out paper.html",
    ]
    static let options =
        [
            Option("layers", "N,…", default: "2", help: "numbers of layers"),
            Option("filters", "A..B", default: "2..4", help: "filter sizes"),
            Option("strides", "A..B", default: "2..3", help: "strides"),
            Option("max-K", "K", default: "14", help: "the largest end-to-end filter size"),
            Option("list", "FILE", help: "architectures from a file instead"),
            Option(
                "results", "FILE", default: "lcngen-validate.jsonl", help: "results, kept and gone on from"),
            Option("restart", help: "throw the results away that are there"),
            Option(
                "strategy", "NAME", choices: MinorsStrategy.allCases.map(\.rawValue),
                default: "Macaulay2's own", help: "how Macaulay2 computes minors"),
            Option("radical", help: "also call Macaulay2's radical (slow, and it has known bugs)"),
            Option("paper", help: "also Table 2, Table 3, Figure 1 and the examples (text, markdown, html)"),
            Option(
                "columns", "N,N,…", default: "5,6,7,8", help: "with --paper: the columns (k,k;3) of Table 2"),
            .format(["text", "markdown", "latex", "json", "html"], default: "text"), .out,
        ] + Option.macaulay2

    static func run(_ arguments: Arguments) throws -> ExitStatus {
        let grid = try grid(arguments)
        let limits = try arguments.runLimits()
        let format = arguments.string("format") ?? "text"
        guard !arguments.has("paper") || ["text", "markdown", "html"].contains(format) else {
            throw CommandFailure(.usage, "--paper goes with --format text, markdown or html")
        }
        let columns = try (arguments.ints("columns") ?? [5, 6, 7, 8]).map {
            try Architecture(filterSizes: [$0, $0], strides: [3])
        }
        for architecture in columns { try IdealGenerators.checkFilterSize(architecture) }
        let session = try arguments.macaulay2()
        let sink = try OutputSink(path: arguments.outputPath)
        let path = arguments.string("results") ?? "lcngen-validate.jsonl"
        let journal = try ValidationJournal(
            path: path,
            conditions: .init(
                program: arguments.provenance.toolVersion, build: BuildFingerprint.text,
                macaulay2: session.program.version.description, timeout: limits.seconds,
                memoryLimit: limits.memoryMegabytes, strategy: arguments.string("strategy"),
                checksRadical: arguments.has("radical")),
            restarts: arguments.has("restart"))
        Interruption.onInterrupt(
            say: "lcngen validate: interrupted; what was done is in \(path), where the same command goes on")
        let progress = Progress()
        let validation = try validation(grid, session, journal, arguments, progress)
        let paper =
            arguments.has("paper")
            ? PaperReport(
                try PaperRegeneration.run(columns: columns, session: session, journal: journal) {
                    progress.begin("the paper: \($0)")
                }, macaulay2: session.program.version.description, limits: limits) : nil
        progress.clear()
        let report = ValidationReport(validation)
        let findings = paper?.findings ?? []
        let lines = findings.map(\.text)
        switch format {
        case "html":
            let page = ValidationPage(report, sections: try paper?.sections ?? [], sectionFindings: lines)
            try sink.write(page.html)
        case "markdown":
            try sink.write(report.rendered(.markdown) + lines.map { "\n- \($0)\n" }.joined())
            if let paper { try sink.write(paper.markdown) }
        case "text":
            try sink.write(report.rendered(.text) + lines.map { $0 + "\n" }.joined())
            if let paper { try sink.write(paper.text) }
        default: try sink.write(report.rendered(arguments.choice("format", default: .text)))
        }
        try sink.finish()
        return ExitStatus(.worst([validation.verdict] + findings.map(\.verdict)))
    }

    private static func validation(
        _ grid: ArchitectureGrid, _ session: Macaulay2Session,
        _ journal: ValidationJournal, _ arguments: Arguments, _ progress: Progress
    ) throws -> Validation {
        let start = ContinuousClock.now
        // What earlier runs have done says nothing about the speed of this one.
        let doneBefore = Mutex<Int?>(nil)
        return try Validation.run(
            grid, session: session,
            options: .init(
                strategy: arguments.string("strategy").flatMap { MinorsStrategy(rawValue: $0) },
                checksRadical: arguments.has("radical")),
            journal: journal
        ) { done, count, architecture in
            let elapsed = (ContinuousClock.now - start).inSeconds
            let before = doneBefore.withLock { value in
                value = value ?? done
                return value ?? done
            }
            let rest =
                done > before
                ? ", about \(Int(elapsed / Double(done - before) * Double(count - done))) s left" : ""
            progress.begin("\(done) of \(count) done\(rest), \(architecture)")
        }
    }

    private static func grid(_ arguments: Arguments) throws -> ArchitectureGrid {
        if let path = arguments.string("list") { return try list(path) }
        let layers = try arguments.ints("layers") ?? [2]
        guard layers.allSatisfy({ (1...8).contains($0) }) else {
            throw CommandFailure(.usage, "--layers takes numbers from 1 to 8")
        }
        let grid = ArchitectureGrid(
            layers: layers, filterSizes: try arguments.range("filters") ?? [2, 3, 4],
            strides: try arguments.range("strides") ?? [2, 3],
            largest: try arguments.int("max-K", in: 1...1_000) ?? 14)
        guard let grid else {
            throw CommandFailure(
                .badInput, "this grid has more than \(ArchitectureGrid.largestCount) architectures")
        }
        guard !grid.architectures.isEmpty else {
            throw CommandFailure(
                .usage, "no architecture of this grid has an end-to-end filter size up to --max-K")
        }
        return grid
    }

    /// One architecture a line, `5,5;3` or `5,5 3`; `#` begins a comment.
    private static func list(_ path: String) throws -> ArchitectureGrid {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(.cannotRead, "cannot read \(path): \(String(cString: strerror(errno)))")
        }
        var found: [Architecture] = []
        for (index, line) in String(decoding: data, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).enumerated() {
            let content = line.prefix { $0 != "#" }.filter { !"()\u{FEFF}".contains($0) }
            let parts = content.split { $0 == ";" || $0.isWhitespace }
            guard !parts.isEmpty else { continue }
            let numbers = parts.map { part in
                part.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
            }
            guard parts.count <= 2, numbers.allSatisfy({ !$0.contains(nil) }),
                let architecture = try? Architecture(
                    filterSizes: numbers[0].compactMap(\.self),
                    strides: numbers.count == 2 ? numbers[1].compactMap(\.self) : [])
            else {
                throw CommandFailure(
                    .badInput,
                    "\(path), line \(index + 1): '\(line.prefix(40))' is no architecture such as 5,5;3")
            }
            found.append(architecture)
        }
        guard !found.isEmpty else { throw CommandFailure(.badInput, "\(path) has no architectures") }
        return ArchitectureGrid(found)
    }
}

extension Arguments {
    /// `2..5`, or a list `2,3,5`.
    fileprivate func range(_ name: String) throws(CommandFailure) -> [Int]? {
        guard let text = string(name) else { return nil }
        let ends = text.components(separatedBy: "..")
        guard ends.count == 2 else { return try ints(name) }
        guard let low = Int(ends[0]), let high = Int(ends[1]), low >= 1, low <= high, high <= 1_000 else {
            throw CommandFailure(
                .usage,
                "--\(name) is '\(text)', not a range such as 2..5, from 1 to 1000 (see lcngen \(command) --help)"
            )
        }
        return Array(low...high)
    }
}

import ChildProcesses
import ExactAlgebra
import Neurovariety
import Reports
import Studies
import Training

/// Many problems of one architecture.
extension CriticalPointsCommand {
    /// The sources of jobs, which only do sweeps.
    static let sweepSource = Combination("source", of: [random, seeds, dataFolder]) { arguments -> Source in
        guard let source = sweepSource(arguments) else {
            throw CommandFailure(.usage, "a sweep is missing: --random --seeds A..B, or --data-folder DIR")
        }
        return source
    }

    /// Nil where no sweep is asked for.
    static func sweepSource(_ arguments: Arguments) -> Source? {
        if let folder = arguments[dataFolder] { return .folder(folder) }
        return arguments[seeds].map { .seeds($0) }
    }

    /// What makes a sweep the same on several machines.
    static let studyParameters: [any Parameter] = [
        architecture, sweepSource, outputCount, sampleCount, seed, most, withoutBoundary,
    ]

    /// The sweep that the options name; the data sets of a folder are read.
    static func study(_ arguments: Arguments, _ frame: Frame) throws -> SweepStudy {
        let (architecture, lastStride) = (arguments[architecture], lastStride(arguments))
        let data: SweepStudy.Data
        switch arguments[source] {
        case .folder(let path):
            // An architecture that is too large is refused before files are read.
            _ = try CriticalPoints.expectedCount(architecture, atMost: arguments[most])
            let folder = try DataFolder(path: path, architecture, lastStride: lastStride) {
                frame.progress.show("reading data sets", share: $0)
            }
            if !folder.leftOut.isEmpty { frame.note(leftOut(folder.leftOut, of: path)) }
            for names in folder.repeated.prefix(5) {
                let shown = names.prefix(5).map { VisibleText.of($0) }.joined(separator: ", ")
                frame.note("the same numbers are in \(shown)\(names.count > 5 ? ", …" : "")")
            }
            data = .folder(folder, seed: arguments[seed])
        case .seeds(let seeds):
            let outputs = arguments[outputCount]
            data = .random(
                seeds: seeds, outputs: outputs,
                samples: arguments[sampleCount]
                    ?? SweepStudy.usualSampleCount(architecture, outputs: outputs, lastStride: lastStride))
        case .random, .files: preconditionFailure("a single problem is no sweep")
        }
        return try SweepStudy(
            architecture, lastStride: lastStride, data: data, mostPoints: arguments[most],
            searchesBoundary: !arguments[withoutBoundary])
    }

    private static func leftOut(_ names: [String], of path: String) -> String {
        let shown = names.prefix(5).map { VisibleText.of($0) }.joined(separator: ", ")
        return "left out of \(VisibleText.of(path)), as their names are not those of data: \(shown)"
            + (names.count > 5 ? " and \(names.count - 5) more" : "")
    }

    static func sweep(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let shard = arguments[Shared.shard]
        let study = try study(arguments, frame)
        let problems = try shard.map(study.part) ?? study.problems
        let options = arguments.text(of: studyParameters.flatMap { $0.options })
        let conditions = study.conditions(
            program: frame.provenance.toolVersion, build: BuildFingerprint.text, shard: shard,
            options: options)
        let path = arguments[journal]
        let journal = try path.map {
            try SweepJournal(
                path: $0, conditions: conditions, problems: problems, ofAll: study.problems, study: options)
        }
        if let path, let journal { frame.tell(journal.leftOut, of: path) }
        let rest = journal?.unknown(of: problems) ?? problems
        if let path {
            let known = problems.count - rest.count
            let place = VisibleText.of(path)
            frame.note(
                "results are kept in \(place)"
                    + (known > 0
                        ? "; \(known) of \(problems.count) are there, and not computed again" : ""))
            frame.onInterrupt(keeping: place)
        }
        let seconds = try study.cost(of: rest) / Double(processorCount)
        frame.announce("\(rest.count) problems", "about \(RoughEstimate(seconds: seconds))", seconds: seconds)
        let line = frame.progress
        let count = problems.count
        let sweep = try CriticalPointsSweep.run(
            study, problems, conditions: conditions, journal: journal,
            shouldStop: { Interruption.isRequested }
        ) { line.show("\($0) of \(count) problems", share: Double($0) / Double(max(1, count))) }
        try frame.write(SweepReport(sweep), as: arguments[format])
        guard sweep.rows.count == count else {
            frame.note(
                "stopped with \(sweep.rows.count) of \(count) problems done"
                    + (path == nil
                        ? "; with --journal the same command would go on" : "; the same command goes on"))
            return .stopped
        }
        return sweep.isComplete ? .agreed : .undecided
    }
}

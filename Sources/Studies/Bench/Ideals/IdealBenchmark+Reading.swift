import ChildProcesses
import Exports
import Macaulay2
import Neurovariety
import PlatformBasics

extension IdealBenchmark {
    /// From the architecture to an ideal in Macaulay2: this program writes and Macaulay2 reads, or Macaulay2 alone.
    func reading(
        of architecture: Architecture, _ set: GeneratorSet, _ progress: (String) -> Void
    ) throws -> Work {
        let ideal = set == .minimal ? "I" : "lean J"
        let folder = try TemporaryFolder(ProcessInfo.processInfo.environment)
        defer { folder.remove() }
        var ways: [Way] = []
        for (format, reading) in [(IdealFormat.m2Engine, IdealReading.engine), (.m2, .code)] {
            progress("\(ideal), format \(format)")
            let path = folder.file("ideal.\(format)")
            let count = try IdealGenerators(architecture, set).parts.reduce(0) {
                try $0 + $1.statistics().nonzero
            }
            let writing = try Repetition(times: 3, seconds: 3) {
                let file = IdealFile(
                    try IdealGenerators(architecture, set), format: format, provenance: options.provenance)
                try file.write(to: DescriptorSink(file: path))
            }
            let written = Way(
                "of that writing \(format)", .apart, .seconds(writing.medianSeconds),
                runs: writing.count, generators: count)
            guard options.includesPeers else {
                ways.append(written)
                continue
            }
            let read = try macaulay2("reading \(format)", task: "reading", { _ in }) { session in
                try Script(
                    architecture, reading: path, named: set.generatesPrimeIdeal ? "I" : "J", by: reading,
                    provenance: session.provenance)
            }
            let total = read.time.seconds.map { MeasuredTime.seconds($0 + writing.medianSeconds) }
            ways += [
                Way(
                    "native, written as \(format) and read", reading == .engine ? .reference : .same,
                    total ?? read.time, runs: read.runs, generators: read.generators),
                written, Way("of that reading \(format)", .apart, read.time, runs: read.runs),
            ]
        }
        guard options.includesPeers else {
            return Work(architecture: architecture, ideal: ideal, ways: ways)
        }
        let alone = set == .minimal ? Approach.minimal : .lean
        ways.append(
            try macaulay2("alone", task: set == .minimal ? "minimal" : "leanJ", progress) { session in
                try Script(
                    architecture, options: ScriptOptions(approach: alone, strategy: .dynamic),
                    provenance: session.provenance)
            })
        return Work(architecture: architecture, ideal: ideal, ways: ways)
    }
}

import Exports
import Macaulay2
import Neurovariety

extension IdealBenchmark {
    /// Generators of the prime ideal in memory. The others eliminate, and know no theorem about minors; the one that does is
    /// Macaulay2 with the same minors.
    mutating func kernel(of architecture: Architecture, _ progress: (String) -> Void) throws -> Work {
        progress("natively")
        var ideal = try PrimeIdeal(architecture).expanded()
        let built = try Repetition { ideal = try PrimeIdeal(architecture).expanded() }
        let certified = try Repetition { _ = try Certificate.run(for: PrimeIdeal(architecture).expanded()) }
        var ways = [
            Way(
                "native, minors of the minimal nonfaces", .reference, .seconds(built.medianSeconds),
                runs: built.count, generators: ideal.minors.count),
            Way(
                "native, with their certificate", .same, .seconds(certified.medianSeconds),
                runs: certified.count, generators: ideal.minors.count),
        ]
        guard options.includesPeers else {
            return Work(architecture: architecture, ideal: "I", ways: ways)
        }
        for (name, approach, task) in [
            ("the same minors", Approach.minimal, "minimal"), ("kernel", .kernel, "kernel"),
            ("graded kernel", .gradedKernel, "gradedKernel"),
        ] {
            ways.append(
                try macaulay2(name, task: task, progress) { session in
                    try Script(
                        architecture, options: ScriptOptions(approach: approach),
                        provenance: session.provenance)
                })
        }
        ways.append(
            try multigradedKernel(of: architecture, maxDegree: ideal.largestDegree ?? 1, progress))
        ways.append(try singular("preimage", .preimage, of: architecture, progress))
        ways.append(
            try singular("eliminate, graded", .eliminate(maxDegree: 0), of: architecture, progress))
        return Work(architecture: architecture, ideal: "I", ways: ways)
    }
}

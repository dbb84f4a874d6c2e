import ExactAlgebra
import Exports
import Macaulay2
import Neurovariety

extension IdealBenchmark {
    /// Generators up to a degree, found from the parametrization alone.
    mutating func linearAlgebra(of architecture: Architecture, _ progress: (String) -> Void) throws -> Work {
        let degree = NonfaceCounts(architecture)?.largestSize ?? 1
        progress("natively, up to degree \(degree)")
        var ways: [Way] = []
        for (name, usesSymmetry) in [("linear algebra", true), ("the same without symmetry", false)] {
            var generators = 0
            let repetition = try Repetition(times: 3, seconds: 3) {
                generators = try LinearAlgebraIdeal.run(
                    architecture, maxDegree: degree, usesSymmetry: usesSymmetry
                ).degrees.reduce(0) { $0 + $1.minimalGenerators }
            }
            ways.append(
                Way(
                    "native, \(name)", usesSymmetry ? .reference : .same,
                    .seconds(repetition.medianSeconds), runs: repetition.count, generators: generators))
        }
        var counted: HighestWeightIdeal?
        let counting = Repetition(times: 3, seconds: 3) {
            counted = HighestWeightIdeal.run(architecture, maxDegree: degree)
        }
        if let counted {
            let generators = counted.degrees.reduce(Integer.zero) { $0 + $1.minimalGenerators }
            ways.append(
                Way(
                    "native, counted by highest weights", .apart, .seconds(counting.medianSeconds),
                    runs: counting.count, generators: Int("\(generators)")))
        }
        guard options.includesPeers else {
            return Work(architecture: architecture, ideal: "I", ways: ways)
        }
        ways.append(try multigradedKernel(of: architecture, maxDegree: degree, progress))
        ways.append(
            try macaulay2("Gröbner basis up to the degree", task: "elimination", progress) { session in
                try Script(architecture, eliminatingUpTo: degree, provenance: session.provenance)
            })
        ways.append(
            try singular(
                "eliminate up to the degree", .eliminate(maxDegree: degree), of: architecture, progress))
        return Work(architecture: architecture, ideal: "I", ways: ways)
    }
}

import Neurovariety

/// How Macaulay2 solves the critical equations of training, to be compared with.
package enum CriticalSolver: String, CaseIterable, Sendable {
    /// Its package MonodromySolver.
    case monodromy
    /// The blackbox solver of the program PHCpack, by the package of that name.
    case phcpack
}

extension Script {
    /// A script that solves the critical equations for random T and b, in floating-point numbers, and tells how many solutions it found.
    ///
    /// - Parameters:
    ///   - architecture: reduced.
    ///   - expected: C_k, at which MonodromySolver stops.
    ///   - threads: for PHCpack; the other takes one.
    /// - Throws: ``TemplateError``, a defect of the program.
    package init(
        _ architecture: Architecture, solving solver: CriticalSolver, expected: Int, seed: UInt64,
        threads: Int,
        provenance: Provenance
    ) throws(TemplateError) {
        try self.init(
            architecture, name: solver.rawValue, source: "Section 4, Theorem 4.1", options: ScriptOptions(),
            packages: [solver == .monodromy ? "MonodromySolver" : "PHCpack"], uses: [.networks],
            body: [
                .criticalEquations(seed: seed),
                solver == .monodromy ? .monodromy(expected: expected) : .phcpack(threads: threads),
            ], provenance: provenance)
    }
}

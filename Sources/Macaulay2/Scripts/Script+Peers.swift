import Neurovariety

/// How Macaulay2 solves the critical equations of training, to be compared with.
package enum CriticalSolver: String, CaseIterable, Sendable {
    /// Its package MonodromySolver.
    case monodromy
    /// The blackbox solver of the program PHCpack, by the package of that name.
    case phcpack
}

/// How Macaulay2 reads an ideal that this program wrote, to be compared.
public enum IdealReading: String, CaseIterable, Sendable {
    /// As code, of format m2.
    case code = "m2"
    /// As its package reads what the program computes, of format m2-engine.
    case engine = "m2-engine"
}

extension Script {
    /// A script that eliminates the parameters up to a degree, without a theorem about minors.
    ///
    /// - Throws: ``TemplateError``, a defect of the program.
    public init(
        _ architecture: Architecture, eliminatingUpTo maxDegree: Int, provenance: Provenance
    ) throws(TemplateError) {
        try self.init(
            architecture, name: "elimination", source: "Proposition 2.3", options: ScriptOptions(),
            uses: [.parametrization, .ideals], body: [.elimination(maxDegree: maxDegree)],
            provenance: provenance)
    }

    /// A script that reads an ideal from a file.
    ///
    /// - Parameter ideal: its name in the file, `I` or `J`.
    /// - Throws: ``TemplateError``, a defect of the program.
    public init(
        _ architecture: Architecture, reading file: String, named ideal: String, by reading: IdealReading,
        provenance: Provenance
    ) throws(TemplateError) {
        try self.init(
            architecture, name: "reading", source: "Corollary 3.7", options: ScriptOptions(),
            packages: [], uses: [.native], body: [.reading(file, named: ideal, by: reading)],
            provenance: provenance)
    }

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

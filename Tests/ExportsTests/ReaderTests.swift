import Foundation
import Macaulay2
import Neurovariety
import TestSupport
import Testing

@testable import Exports

@Suite struct ReaderRequirement {
    /// Where the readers of files are required, the absence of one is a failure, not a skip.
    @Test(arguments: LiveProgram.all) func theReaderIsThere(program: LiveProgram) {
        #expect(program.isPresent || !program.isRequired, "no \(program) found: its tests were skipped")
    }
}

/// Files are read by the programs that they are for, and the reduced Gröbner bases that these find are compared, with each
/// other and with those that are known.
@Suite struct ReaderTests {
    /// What a program made of a file.
    private struct Reading: Equatable {
        let variables: Int
        let basis: Set<String>
    }

    private static let isPossible =
        LiveMacaulay2.isPresent || LiveProgram.singular.isPresent || LiveProgram.msolve.isPresent

    @Test(.enabled(if: isPossible, "no Macaulay2, Singular or msolve found"))
    func computerAlgebraSystems() throws {
        let ideals = try WrittenIdeal.all()
        var readings: [(program: String, readings: [Reading?])] = []
        for program in LiveMacaulay2.programs {
            readings.append(("Macaulay2 \(program.version)", try macaulay2(ideals, program)))
        }
        if let program = LiveProgram.singular.path {
            readings.append(("Singular", try singular(ideals, program)))
        }
        if let program = LiveProgram.msolve.path {
            readings.append(("msolve", try ideals.map { try msolve($0, program) }))
        }
        for (index, ideal) in ideals.enumerated() {
            var basis = try known(ideal)
            for (program, readings) in readings {
                guard readings.indices.contains(index) else {
                    Issue.record("\(program) stopped before \(ideal)")
                    break
                }
                guard let reading = readings[index] else { continue }
                #expect(
                    reading.variables == ideal.generators.architecture.endToEndFilterSize,
                    "\(ideal) in \(program)")
                #expect(
                    reading.basis.symmetricDifference(basis ?? reading.basis).isEmpty,
                    "\(ideal) in \(program)")
                basis = basis ?? reading.basis
            }
        }
    }

    /// The reduced Gröbner basis where it is known without the programs.
    private func known(_ ideal: WrittenIdeal) throws -> Set<String>? {
        if ideal.name == "I" { return try ideal.primeBasis() }
        let polynomials = try ideal.polynomials()
        return ideal.name.hasPrefix("IUpTo") || polynomials.isEmpty ? polynomials : nil
    }

    /// From what stands between marks, ideal by ideal: lines `@ variables`, and polynomials.
    private func readings(_ output: String) -> [Reading] {
        output.components(separatedBy: "@").dropFirst().map { text in
            let lines = text.split(separator: "\n").map { String($0.filter { $0 != " " }) }
            return Reading(
                variables: lines.first.flatMap { Int($0) } ?? -1,
                basis: Set(lines.dropFirst().filter { $0 != "0" }))
        }
    }

    /// The names of the ideal and of its ring are those that are documented; the other format is read by the engine.
    private func macaulay2(_ ideals: [WrittenIdeal], _ program: Macaulay2Program) throws -> [Reading] {
        let scratch = try ScratchFolder()
        var script = """
            names = Core#"private dictionary";
            hasEngine = names#?"rawMatrixReadMsolveFile";
            raw' = value names#"raw";
            engine = file -> (readFile := value names#"rawMatrixReadMsolveFile"; map(R, readFile(raw' R, file)));

            """
        for (index, ideal) in ideals.enumerated() {
            try scratch.write(try ideal.text(.m2), to: "\(index).m2")
            try scratch.write(try ideal.text(.m2Engine), to: "\(index).engine")
            script += """
                load "\(index).m2";
                assert(ring \(ideal.name) === R);
                if hasEngine then assert(ideal engine "\(index).engine" == \(ideal.name));
                << "@" << numgens R << endl;
                scan(flatten entries gens gb \(ideal.name), f -> << toString f << endl);

                """
        }
        try scratch.write(script, to: "all.m2")
        let (status, output) = try LiveProgram.run(program.path, ["--script", "all.m2"], in: scratch)
        #expect(status == 0, "\(program.version): \(output.suffix(2000))")
        return readings(output)
    }

    private func singular(_ ideals: [WrittenIdeal], _ program: String) throws -> [Reading] {
        let scratch = try ScratchFolder()
        var script = "option(redSB);\nint i;\n"
        for (index, ideal) in ideals.enumerated() {
            try scratch.write(try ideal.text(.singular), to: "\(index).sing")
            script += """
                < "\(index).sing";
                print("@" + string(nvars(R)));
                ideal G = std(\(ideal.name));
                for (i = 1; i <= ncols(G); i++) { print(string(cleardenom(G[i]))); }
                kill R;

                """
        }
        try scratch.write(script + "quit;\n", to: "all.sing")
        let (status, output) = try LiveProgram.run(program, ["-q", "all.sing"], in: scratch)
        // It goes on after an error.
        #expect(status == 0 && !output.contains("?"), "\(output.suffix(2000))")
        return readings(output.replacing(/w\((\d+)\)/) { "w_\($0.1)" })
    }

    /// Nil for the zero ideal, of which there is no file.
    private func msolve(_ ideal: WrittenIdeal, _ program: String) throws -> Reading? {
        guard try !ideal.polynomials().isEmpty else {
            #expect(throws: ZeroIdealError(format: .msolve)) { try ideal.text(.msolve) }
            return nil
        }
        let scratch = try ScratchFolder()
        try scratch.write(try ideal.text(.msolve), to: "in.ms")
        let (status, output) = try LiveProgram.run(
            program, ["-g", "2", "-f", "in.ms", "-o", "out.ms"], in: scratch)
        #expect(status == 0, "\(ideal): \(output.suffix(2000))")
        let text = try String(contentsOf: scratch.url.appendingPathComponent("out.ms"), encoding: .utf8)
        let names = try #require(text.firstMatch(of: /variable order: (.*)/)).1.split(separator: ",")
        let basis = try #require(text.firstMatch(of: /\[([^\]]*)\]/)).1.split(separator: ",")
        return Reading(
            variables: names.count,
            basis: Set(basis.map { $0.filter { !$0.isWhitespace } }))
    }
}

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
        let basis: Set<ReadPolynomial>
    }

    private static let isPossible =
        LiveMacaulay2.isPresent || LiveProgram.singular.isPresent || LiveProgram.msolve.isPresent
        || LiveProgram.sage.isPresent

    @Test(.enabled(if: isPossible, "no Macaulay2, Singular, msolve or Sage found"))
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
        if let program = LiveProgram.sage.path {
            readings.append(("Sage", try sage(ideals, program)))
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
    private func known(_ ideal: WrittenIdeal) throws -> Set<ReadPolynomial>? {
        let polynomials = try ideal.polynomials()
        if polynomials.isEmpty { return [] }
        guard ideal.ring.order == .grevlex else { return nil }
        if ideal.name == "I" { return try ideal.primeBasis() }
        return ideal.name.hasPrefix("IUpTo") ? ideal.normalized(polynomials) : nil
    }

    /// From what stands between marks, ideal by ideal: lines `@ variables`, and polynomials.
    private func readings(_ output: String, _ ideals: [WrittenIdeal]) throws -> [Reading] {
        try zip(output.components(separatedBy: "@").dropFirst(), ideals).map { text, ideal in
            let lines = text.split(separator: "\n")
            let polynomials = try lines.dropFirst().map { try #require(ideal.read($0), "\($0) of \(ideal)") }
            return Reading(
                variables: lines.first.flatMap { Int($0.filter { $0 != " " }) } ?? -1,
                basis: ideal.normalized(polynomials.filter { !$0.isZero }))
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
            try scratch.write(
                try ideal.text(.macaulay2(longestPolynomials: 0)), to: "\(index)-long.m2")
            script += """
                load "\(index).m2";
                short = \(ideal.name);
                load "\(index)-long.m2";
                assert(ring \(ideal.name) === R);
                assert(flatten entries (map(R, ring short, gens R)) gens short === \(ideal.name)_*);

                """
            if ideal.ring.order == .grevlex, ideal.isForTheEngine {
                try scratch.write(try ideal.text(.m2Engine), to: "\(index).engine")
                script += """
                    if hasEngine then assert(ideal engine "\(index).engine" == \(ideal.name));

                    """
            }
            script += """
                << "@" << numgens R << endl;
                scan(flatten entries gens gb \(ideal.name), f -> << toString f << endl);

                """
        }
        try scratch.write(script, to: "all.m2")
        let (status, output) = try LiveProgram.run(program.path, ["--script", "all.m2"], in: scratch)
        #expect(status == 0, "\(program.version): \(output.suffix(2000))")
        return try readings(output, ideals)
    }

    private func singular(_ ideals: [WrittenIdeal], _ program: String) throws -> [Reading] {
        let scratch = try ScratchFolder()
        var script = "option(redSB);\nint count;\n"
        for (index, ideal) in ideals.enumerated() {
            try scratch.write(try ideal.text(.singular), to: "\(index).sing")
            script += """
                < "\(index).sing";
                print("@" + string(nvars(R)));
                ideal G = std(\(ideal.name));
                for (count = 1; count <= ncols(G); count++) { print(string(cleardenom(G[count]))); }
                kill R;

                """
        }
        try scratch.write(script + "quit;\n", to: "all.sing")
        let (status, output) = try LiveProgram.run(program, ["-q", "all.sing"], in: scratch)
        // It goes on after an error.
        #expect(status == 0 && !output.contains("?"), "\(output.suffix(2000))")
        return try readings(output.replacing(/([A-Za-z]+)\((\d+)\)/) { "\($0.1)_\($0.2)" }, ideals)
    }

    /// Nil for the zero ideal, of which there is no file.
    private func msolve(_ ideal: WrittenIdeal, _ program: String) throws -> Reading? {
        guard ideal.ring.order == .grevlex else {
            #expect(throws: RingError.noOrder(ideal.ring.order, .msolve)) { try ideal.text(.msolve) }
            return nil
        }
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
            basis: ideal.normalized(try basis.map { try #require(ideal.read($0), "\($0) of \(ideal)") }))
    }

    private func sage(_ ideals: [WrittenIdeal], _ program: String) throws -> [Reading] {
        let scratch = try ScratchFolder()
        var script = """
            try:
                from sage.all import *
            except ImportError:
                from sage.all__sagemath_singular import *
            from sage.repl.load import load


            """
        for (index, ideal) in ideals.enumerated() {
            try scratch.write(try ideal.text(.sage), to: "\(index).sage")
            script += """
                load("\(index).sage", globals())
                assert \(ideal.name).ring() is R
                print("@", R.ngens())
                for f in \(ideal.name).groebner_basis():
                    print(f * f.denominator() if R.characteristic() == 0 else f)

                """
        }
        try scratch.write(script, to: "all.py")
        let (status, output) = try LiveProgram.run(program, ["all.py"], in: scratch)
        #expect(status == 0, "\(output.suffix(2000))")
        return try readings(output, ideals)
    }

    /// Oscar's files are read by a parser of Julia; what they say is taken from its tree.
    @Test(.enabled(if: LiveProgram.juliaGrammar.isPresent, "no Python with tree_sitter_julia found"))
    func oscar() throws {
        let ideals = try WrittenIdeal.all()
        let scratch = try ScratchFolder()
        try scratch.write(OscarReader.script, to: "read.py")
        for (index, ideal) in ideals.enumerated() {
            try scratch.write(try ideal.text(.oscar), to: "\(index).jl")
        }
        let (status, output) = try LiveProgram.run(
            try #require(LiveProgram.juliaGrammar.path), ["read.py"] + ideals.indices.map { "\($0).jl" },
            in: scratch)
        #expect(status == 0, "\(output.suffix(2000))")
        let readings = output.components(separatedBy: "@").dropFirst()
        #expect(readings.count == ideals.count)
        for (text, ideal) in zip(readings, ideals) {
            let lines = text.split(separator: "\n")
            let field = ideal.characteristic == 0 ? "QQ" : "GF(\(ideal.characteristic))"
            #expect(
                lines.first.map { "\($0)" } == " \(ideal.name) \(field) :\(ideal.longOrder) "
                    + ideal.names.joined(separator: ","), "\(ideal)")
            #expect(
                lines.dropFirst().map { ideal.read($0) }.filter { $0?.isZero != true }
                    == (try ideal.polynomials()), "\(ideal)")
        }
    }

    @Test func magma() throws {
        for ideal in try WrittenIdeal.all() {
            let text = try ideal.text(.magma)
            let file = try #require(MagmaFile(text), "\(text)")
            #expect(file.names == ideal.names && file.ideal == ideal.name, "\(ideal)")
            #expect(file.characteristic == ideal.characteristic, "\(ideal)")
            #expect(file.order == ideal.ring.order.rawValue, "\(ideal)")
            #expect(file.polynomials.filter { !$0.isZero } == (try ideal.polynomials()), "\(ideal)")
        }
        let text = try WrittenIdeal([2, 2], [3]).text(.magma)
        for (from, to) in [
            (">;", ">"), ("\nw_2,", "\nw_9,"), ("\nw_2,", "\nw_2,,"), ("*", "**"), ("grevlex", "grlex"),
            ("ideal<", "ideal("),
        ] { #expect(MagmaFile(text.replacingOccurrences(of: from, with: to)) == nil, "\(from)") }
    }

    /// Greek letters one by one, with numbers, and with digits behind.
    @Test(.enabled(if: LatexDocument.isPossible, "no LaTeX found")) func latexNames() throws {
        let greek = VariableNames.greekLetters.sorted()
        // As many variables as letters.
        let sizes = [greek.count / 2, 2]
        for names in [VariableNames.listed(greek), .listed(greek.map { $0 + "1" }), .indexed("theta")] {
            let ideal = try WrittenIdeal(sizes, [greek.count / 2], in: .init(variables: names))
            let polynomials = try ideal.polynomials()
            #expect(ideal.variableCount == greek.count && !polynomials.isEmpty)
            #expect(try LatexDocument(ideal.text(.latex)).problems.isEmpty, "\(ideal)")
        }
    }

    /// Every name that a format takes.
    @Test(.enabled(if: isPossible, "no Macaulay2, Singular, msolve or Sage found")) func names() throws {
        let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".map { String($0) }
        let ideals = try (letters + VariableNames.greekLetters.sorted()).map { name in
            (name, try WrittenIdeal([2, 2], [2], in: .init(variables: VariableNames(name))))
        }
        func taken(_ format: IdealFormat) -> [WrittenIdeal] {
            ideals.filter { format.takes($0.0) }.map(\.1)
        }
        let determinants = { (ideals: [WrittenIdeal]) in
            try ideals.map { $0.normalized(try $0.polynomials()) }
        }
        for program in LiveMacaulay2.programs {
            #expect(
                try macaulay2(taken(.m2), program).map(\.basis) == determinants(taken(.m2)),
                "Macaulay2 \(program.version)")
        }
        if let program = LiveProgram.singular.path {
            #expect(
                try singular(taken(.singular), program).map(\.basis) == determinants(taken(.singular)),
                "Singular")
        }
        if let program = LiveProgram.sage.path {
            #expect(try sage(taken(.sage), program).map(\.basis) == determinants(taken(.sage)), "Sage")
        }
        if let program = LiveProgram.msolve.path {
            #expect(
                try taken(.msolve).map { try msolve($0, program)?.basis } == determinants(taken(.msolve)),
                "msolve")
        }
    }
}

import ExactAlgebra
import Foundation
import TestSupport
import Testing
import Training

/// What commands say where all goes well.
@Suite struct SuccessfulRunTests {
    @Test func factor() throws {
        let rational = try run(["factor", "--k", "2,2", "--s", "2", "--filter", "1,2,3,6"])
        #expect(rational.status == 0 && rational.errors.isEmpty)
        #expect(rational.output.hasSuffix("layer 1        1, 2\nlayer 2        1, 3\n"))
        let outside = try run(["factor", "--k", "2,2", "--s", "2", "--filter", "1,2,3,7"])
        #expect(outside.status == 0 && outside.output.contains("nearest:  distance 0.12600"))
        let many = try run(["factor", "--k", "2,2", "--s", "2", "--filter", "1,2,3,7", "--most", "3"])
        #expect(many.status == 0 && many.output.contains("Real layers nearby, numerical"))
        #expect(
            many.errors.hasPrefix(
                "lcngen factor: no nearest points: this problem has 6 complex critical points, ")
                && many.errors.hasSuffix("; the limit is 3 (--most)\n"))
    }

    /// Filters as people have them, one and many, and the status that scripts ask for.
    @Test func filters() throws {
        let scratch = try ScratchFolder()
        func factor(_ words: String..., file: String? = nil) throws -> Outcome {
            var given = ["factor", "--k", "2,2", "--s", "1"] + words
            if let file {
                try Data(file.utf8).write(to: scratch.url.appendingPathComponent("filters.csv"))
                given += ["--filter-file", scratch.path + "/filters.csv"]
            }
            return try run(given)
        }
        let circle = try factor("--filter", "[1 0 1]", "--fail-if-not")
        #expect(
            circle.status == 1
                && circle.output.contains(
                    "layers 1 and 2 need two real roots between them; the merged filter 1, 0, 1 has none\n")
        )
        #expect(try factor("--filter", "1 0 1").status == 0)
        #expect(
            try factor("--filter", "1,3,2", "--fail-if-not").output.hasSuffix(
                "layer 1        1, 2\nlayer 2        1, 1\n"))
        let many = try factor("--fail-if-not", file: "a,b,c\n1,3,2\n0.10000001,0.2,0.1\n1,0,1\n")
        #expect(many.status == 1 && many.output.contains("filter 3 of 3\n"))
        #expect(many.output.hasSuffix("\n2 of 3 filters are made by real layers.\n"))
        #expect(try factor("--fail-if-not", file: "1,3,2\n0.10000001,0.2,0.1\n").status == 0)
        let short = try factor(file: "1,3,2\n1,3\n")
        #expect(
            short.status == 65 && short.output.isEmpty
                && short.errors.contains("filter 2: the filter has 2 entries"))
        #expect(try factor(file: "1,x,2\n").status == 65)
        #expect(try factor("--filter-file", "/nonexistent/filters.npy").status == 74)
        #expect(try factor("--filter", "1,3,2", "--layers", "1,2:1,1").status == 64)

        let product = try run(["factor", "--layers", "1,2:1,3", "--s", "2"])
        #expect(product.status == 0 && product.output.contains("filter         1, 2, 3, 6\n"))
        #expect(try run(["factor", "--layers", "1,2:1,3,4", "--k", "2,2", "--s", "2"]).status == 64)
        #expect(try run(["factor", "--layers", "1,2:1,3"]).status == 64)
        let weights = Fixtures.folder.appendingPathComponent("filters").path
        let names = try FileManager.default.contentsOfDirectory(atPath: weights).filter {
            $0.hasSuffix(".npy")
        }
        #expect(!names.isEmpty)
        for name in names {
            let size = try WrittenFilter.read(path: weights + "/" + name)[0].coefficients.count
            #expect(
                try run(["factor", "--k", "\(size)", "--filter-file", weights + "/" + name]).status == 0,
                "\(name)")
        }
    }

    /// Data as other programs write them, from one archive and from text, and the same answer.
    @Test func data() throws {
        let scratch = try ScratchFolder()
        let rows = try ["X", "Y"].map { name in
            try String(contentsOfFile: Fixtures.path("training/\(name).csv"), encoding: .utf8)
                .split(separator: "\n").filter { !$0.hasPrefix("#") }
        }
        for (name, rows) in zip(["X", "Y"], rows) {
            let width = rows[0].split(separator: ",").count
            let text =
                "," + (0..<width).map { "\($0)" }.joined(separator: ",") + "\r\n"
                + rows.enumerated().map { "\($0),\($1)\r\n" }.joined()
            try Data(text.utf8).write(to: scratch.url.appendingPathComponent("\(name).csv"))
        }
        let words = ["critical-points", "--k", "3,3", "--s", "2", "--format", "csv"]
        let plain = try run(
            words + ["--x", Fixtures.path("training/X.csv"), "--y", Fixtures.path("training/Y.csv")])
        let pandas = try run(words + ["--x", "X.csv", "--y", "Y.csv"], folder: scratch.path)
        #expect(plain.status == 0 && pandas.status == 0 && plain.output == pandas.output, "\(pandas)")
        let archive = try run([
            "factor", "--k", "3", "--filter-file", Fixtures.path("data/stored.npz:X"), "--format", "json",
        ])
        #expect(archive.status == 0 && archive.errors.isEmpty)
        // What counts columns is no filter, and that is said.
        let heading = try run(["factor", "--k", "3", "--filter-file", Fixtures.path("data/pandas.csv")])
        #expect(heading.status == 0 && heading.output.contains("filter 2 of 2"))
        #expect(heading.errors.hasSuffix("line 1 is a heading (0, 1, 2)\n"), "\(heading.errors)")
    }

    /// A name of a file, and what is in it, steer no terminal.
    @Test func namesThatSteer() throws {
        let scratch = try ScratchFolder()
        let name = "x\u{1B}[31m.csv"
        try Data([0x35, 0x2C, 0xC2, 0x9B, 0x33, 0x6D]).write(to: scratch.url.appendingPathComponent(name))
        for words in [
            ["critical-points", "--k", "2,2", "--s", "2", "--x", name, "--y", name],
            ["factor", "--k", "2,2", "--s", "2", "--filter-file", name],
            ["factor", "--k", "2,2", "--s", "2", "--filter-file", name + ":y"],
        ] {
            let outcome = try run(words, folder: scratch.path)
            #expect(outcome.status == 65 && outcome.errors.contains("x\\u{1B}[31m.csv"), "\(outcome.errors)")
            #expect(
                outcome.errors.dropLast().unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 0x9B })
        }
    }

    /// At an interrupt, and at the limit, what was found is certified and printed.
    @Test func stoppedSearches() throws {
        let words = "critical-points --k 6,6 --s 3 --random"
        let limited = try run(words.split(separator: " ").map(String.init) + ["--time-limit", "1"])
        #expect(limited.status == 2 && limited.output.contains("the search was stopped"), "\(limited)")
        let interrupted = try run(
            [], environment: ["PROGRAM": program().path],
            shell: "timeout --foreground --preserve-status -s INT 2 \"$PROGRAM\" \(words)")
        #expect(
            interrupted.status == 130 && interrupted.output.contains("the search was stopped"),
            "\(interrupted)")
        #expect(interrupted.errors.contains("stopping; what was found is certified"), "\(interrupted)")
    }

    /// At an interrupt, and at the limit, what is known is printed; long work is announced.
    @Test func stoppedHilbertSeries() throws {
        let words = "hilbert --k 1900,1900 --s 3"
        let limited = try run(words.split(separator: " ").map(String.init) + ["--time-limit", "0.5"])
        #expect(
            limited.status == 2 && limited.output.contains("\nnot computed        f-vector, "), "\(limited)")
        #expect(limited.errors.contains("(1900,1900;3): about "), "\(limited.errors)")
        let interrupted = try run(
            [], environment: ["PROGRAM": program().path],
            shell: "timeout --foreground --preserve-status -s INT 2 \"$PROGRAM\" \(words)")
        #expect(
            interrupted.status == 130 && interrupted.output.contains("\nnot computed        f-vector, "),
            "\(interrupted)")
        #expect(interrupted.errors.contains("stopping; what is known is printed"), "\(interrupted)")
        let short = try run(["hilbert", "--k", "9,9", "--s", "3", "--time-limit", "100"])
        #expect(
            short.status == 0 && short.errors.isEmpty && !short.output.contains("not computed"), "\(short)")
    }

    @Test func certify() throws {
        let outcome = try run(["certify", "--k", "5,2", "--s", "3"])
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(outcome.output.hasPrefix("Certificate for (5,2;3)") && outcome.output.contains("\nProved:"))
    }

    @Test func representation() throws {
        let outcome = try run(["vanishing", "--k", "5,2", "--s", "3", "--representation"])
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(outcome.output.contains("3       S(1,1) ⊗ S(1) ⊗ V₁  1             2\n"))
        for (part, line) in [
            ("ribbon", "3       2,3      (2,2,2)/(1)  S(1,1) ⊗ S(1) [1] + S(1) ⊗ S(2) [0]\n"),
            ("multidegree", "3       (1,1,1)      2          V₁\n"),
        ] {
            let outcome = try run(["vanishing", "--k", "5,2", "--s", "3", "--representation", "--by", part])
            #expect(outcome.status == 0 && outcome.errors.isEmpty)
            #expect(outcome.output.contains(line))
        }
    }

    /// What is beyond lists of nonfaces. In the highest degree there is one filling: two rows of 67, with the two top forms.
    @Test func largeCounts() throws {
        let outcome = try run(["vanishing", "--k", "200,200", "--s", "3", "--count", "--format", "csv"])
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(outcome.output.hasSuffix("\n134,\(Integer.binomial(332, 134))\n"))
    }

    @Test(.enabled(if: LiveMacaulay2.isPresent, "no Macaulay2 found: live tests are skipped"))
    func doctor() throws {
        for program in LiveMacaulay2.programs {
            let outcome = try run(["doctor", "--m2", program.path])
            #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
            #expect(
                outcome.output.contains("version: \(program.version) ")
                    && outcome.output.contains("reading back: all right"))
        }
    }

    /// One architecture a line, in several ways of writing; the fake decides nothing.
    @Test func validateAList() throws {
        let scratch = try ScratchFolder()
        let list = scratch.path + "/list"
        try Data("# two\n2,2;2\n (3,2;2) # written as in reports\n\n2,2 2\n".utf8).write(
            to: URL(fileURLWithPath: list))
        let words = [
            "validate", "--list", list, "--m2", Fixtures.path("fake-m2/works"), "--results",
            scratch.path + "/results",
        ]
        let outcome = try run(words)
        #expect(outcome.status == 2, "\(outcome)")
        #expect(outcome.errors == "lcngen validate: results are kept in \(scratch.path)/results\n")
        #expect(outcome.output.contains("2 architectures, ") && outcome.output.contains(" 0 disagree"))
        // Gone on from, with nothing left to do.
        let again = try run(words)
        #expect(again.output == outcome.output)
        #expect(
            again.errors
                == "lcngen validate: results are kept in \(scratch.path)/results; 2 of 2 are there, and not computed again\n"
        )
        #expect(try run(words + ["--quiet"]).errors.isEmpty)
        try Data("2,2;2\n2;2;2\n".utf8).write(to: URL(fileURLWithPath: list))
        let wrong = try run(words)
        #expect(wrong.status == 65 && wrong.errors.contains("line 2: '2;2;2' is no architecture"))
    }
}

import Foundation
import TestSupport
import Testing

@Suite struct ProgramTests {
    @Test(
        arguments: [
            (["ideal", "--k", "0,3", "--s", "2"], 64, "k_1 is 0"),
            (["ideal", "--k", "a", "--s", "2"], 64, "'a' is not a whole number"),
            (["ideal", "--k", "3,3"], 64, "--s is missing"),
            (["ideal", "--k", "3,3", "--s", "2,2,2"], 64, "need 1"),
            (["ideal"], 64, "--k is missing"), (["ideal", "--k", "3,3", "--s", "0"], 64, "s_1 is 0"),
            (["ideal", "--k", "400,400", "--s", "3"], 65, "out of reach"),
            (["ideal", "--k", "400,400", "--s", "3", "--count"], 65, "out of reach"),
            (["ideal", "--k", "9223372036854775807,9223372036854775807", "--s", "3"], 65, "64 bits"),
            (["ideal", "--k", "1000000,2", "--s", "3"], 65, "1000003 coefficients"),
            (["ideal", "--k", "3,3", "--s", "2", "--out", "/proc/none/x"], 73, "cannot write /proc/none/x"),
            (["ideal", "--k", "3,3", "--s", "2", "--format", "m3"], 64, "did you mean m2?"),
            (["ideal", "--k", "3,3", "--s", "2", "--field", "ZZ/4"], 64, "neither QQ nor ZZ/p"),
            (["ideal", "--k", "3,3", "--s", "2", "--order", "revlex"], 64, "did you mean grevlex?"),
            (["ideal", "--k", "3,3", "--s", "2", "--variables", "foo"], 64, "'foo' is no name"),
            (["ideal", "--k", "3,3", "--s", "2", "--variables", "a,b"], 64, "there are 7 variables"),
            (
                ["ideal", "--k", "3,3", "--s", "2", "--variables", "R", "--format", "m2"], 64,
                "cannot have a variable 'R'"
            ),
            (
                ["ideal", "--k", "3,3", "--s", "2", "--generators", "trimmed", "--field", "ZZ/7"], 64,
                "chosen over QQ"
            ),
            (
                ["ideal", "--k", "3,3", "--s", "2", "--generators", "reduced", "--order", "lex"], 64,
                "that of grevlex"
            ),
            (
                ["ideal", "--k", "3,3", "--s", "2", "--count", "--field", "ZZ/7"], 64,
                "--field does not go with --count"
            ),
            (
                ["vanishing", "--k", "3,3", "--s", "2", "--as", "minors", "--order", "lex"], 64,
                "--order does not go with"
            ),
            (
                [
                    "vanishing", "--k", "3,3", "--s", "2", "--method", "linear-algebra", "--max-degree", "2",
                    "--field", "ZZ/7",
                ], 64, "--field does not go with --method linear-algebra"
            ),
            (["ideal", "--k", "5,5", "--s", "3", "--rows", "0,1"], 64, "choose its part: J1, J2"),
            (["ideal", "--k", "5,5", "--s", "3", "--rows", "9", "--part", "J1"], 64, "rows are 0 to 3"),
            (["ideal", "--k", "5,5", "--s", "3", "--part", "J3"], 64, "the parts are J1, J2"),
            (["ideal", "--k", "5,5", "--s", "3", "--max-minors", "0"], 64, "whole number from 1"),
            (["ideal", "--k", "5,5", "--s", "3", "--count", "--max-minors", "2"], 64, "does not go with"),
            (
                ["vanishing", "--k", "12,12", "--s", "2", "--reduced", "--count"], 64,
                "--reduced does not go with --count"
            ),
            (["vanishing", "--k", "40,40", "--s", "3"], 65, "--count counts them"),
            (["vanishing", "--k", "60,60", "--s", "3"], 65, "has about 10^"),
            (["vanishing", "--k", "1000000,2", "--s", "3"], 65, "1000003 coefficients"),
            (["vanishing", "--k", "1000000,2", "--s", "3", "--count"], 65, "more than 1 minute"),
            (["vanishing", "--k", "50,50,50", "--s", "7,9", "--reduced"], 65, "partial counts at once"),
            (["ideal", "--k", "60,60", "--s", "3", "--generators", "minimal"], 65, "has about 10^"),
            (["ideal", "--k", "2,30000", "--s", "2", "--generators", "reduced"], 65, "has 449985000"),
            (
                ["ideal", "--k", "2,2,2,2,2,2,2,2,2,2,2,2,2,2,2", "--s", "2,2,2,2,2,2,2,2,2,2,2,2,2,2"], 65,
                "20000000 sets of columns"
            ),
            (["certify", "--k", "100000"], 65, "100000 coefficients"),
            (
                ["certify", "--k", "4000000000000000000,2", "--s", "2"], 65,
                "4000000000000000002 coefficients"
            ),
            (["m2", "--k", "3,3", "--s", "1000000000"], 65, "2000000003 coefficients"),
            (["table2", "--columns", "1000000"], 65, "3999997 coefficients"),
            (
                ["vanishing", "--k", "5,5", "--s", "3", "--method", "linear-algebra"], 64,
                "needs --max-degree"
            ),
            (
                [
                    "vanishing", "--k", "2,2", "--s", "1000000000", "--method", "linear-algebra",
                    "--max-degree", "3",
                ], 65, "1000000002 coefficients"
            ),
            (["vanishing", "--k", "5,5", "--s", "3", "--max-degree", "3"], 64, "goes with --method"),
            (["vanishing", "--k", "5,5", "--s", "3", "--count", "--format", "m2"], 64, "text, json or csv"),
            (["hilbert", "--k", "9000,9000", "--s", "3"], 65, "up to dimension"),
            (["bench"], 64, "minors, kernel"), (["bench", "majors"], 64, "minors"),
            (["bench", "factor", "--large"], 64, "--large goes with bench minors"),
            (
                ["bench", "factor", "--m2", "M2"], 64,
                "--m2 goes with bench minors, kernel, linear-algebra, reading or critical"
            ),
            (["bench", "minors", "--seed", "1"], 64, "--seed goes with bench factor or critical"),
            (["bench", "critical", "--sizes", "100"], 64, "--sizes goes with bench factor"),
            (
                ["bench", "minors", "--squares", "3"], 64,
                "--squares goes with bench kernel, linear-algebra, reading or critical"
            ),
            (["bench", "reading", "--squares", "8"], 64, "takes numbers from 2 to 7"),
            (["bench", "critical", "--squares", "8"], 64, "takes numbers from 2 to 7"),
            (["bench", "factor", "--sizes", "7"], 64, "takes numbers from 8"),
            (["idael"], 64, "did you mean ideal?"),
            (["m2", "--k", "3,3", "--s", "2", "--field", "ZZ/6"], 64, "neither QQ nor ZZ/p"),
            (["compare", "--k", "3,3", "--s", "2", "--m2", "no/M2"], 69, "does not exist"),
            (["doctor", "--m2", "no/M2"], 69, "can be used"),
            (["table2", "--columns", "x"], 64, "not a whole number"),
            (["eddegree", "--k", "2,x"], 64, "not a whole number"),
            (["eddegree", "--k", "0"], 64, "filter size is 0"),
            (["eddegree", "--k", "100000,100000"], 65, "products for each of many primes"),
            (["eddegree", "--k", "3,3", "--compare-dense", "3,3,4"], 64, "R <= min"),
            (["figure1", "--k", "2,3,4,5,6,7,8,9"], 65, "more than 1000 different sets"),
            (["figure1", "--k", "500,600,700,800"], 65, "products for each of many primes"),
            (["table3", "--size", "1"], 64, "from 2 to 60"),
            (["critical-points", "--k", "3,3", "--s", "2"], 64, "--x FILE and --y FILE"),
            (
                ["critical-points", "--k", "3,3", "--s", "2", "--x", "/no", "--y", "/no"], 74,
                "cannot read /no"
            ),
            (
                [
                    "critical-points", "--k", "3,3", "--s", "1,3", "--x", Fixtures.path("training/X.csv"),
                    "--y",
                    Fixtures.path("training/Y.csv"),
                ], 65, "stride 4, the last number of --s"
            ),
            (
                [
                    "critical-points", "--k", "3", "--x", Fixtures.path("data/stored.npz"), "--y",
                    Fixtures.path("data/stored.npz:y"),
                ], 65, "it has 2 arrays"
            ),
            (
                ["critical-points", "--k", "3,3", "--s", "2", "--random", "--samples", "1"], 65,
                "T of the loss has rank 1 of 7"
            ),
            (
                ["critical-points", "--k", "9,9", "--s", "2", "--random"], 65,
                "10218105 complex critical points"
            ),
            (["critical-points", "--k", "60,60", "--s", "2", "--random"], 65, "has about 10^"),
            (["critical-points", "--k", "1000000,2", "--s", "3", "--random"], 65, "limit is 2000"),
            (
                ["critical-points", "--k", "2,2", "--s", "2", "--random", "--out", "/dev/full"], 73,
                "No space left"
            ),
            (["factor", "--k", "2,2", "--s", "2", "--filter", "1,2,a,3"], 64, "'a' is not a number"),
            (["factor", "--k", "2,2", "--s", "2", "--filter", "1,2"], 64, "size 4"),
            (["validate", "--filters", "5..2"], 64, "not a range"),
            (["validate", "--list", "/no"], 74, "cannot read /no"),
            (
                ["ideal", "--k", "5,5", "--s", "3", "--format", "csv"], 64, "--format csv goes with --count"
            ),
            (
                ["validate", "--paper", "--format", "json"], 64,
                "--paper goes with --format text, markdown or html"
            ),
            (
                [
                    "validate", "--layers", "2,3,4", "--filters", "2..300", "--strides", "2..300", "--max-K",
                    "1000",
                ], 65, "more than 20000"
            ),
            (["atlas", "--max-K", "5", "--journal", "/no/j"], 73, "cannot write /no/j"),
            (["info", "--k", "2,2", "--s", "2", "--out", "/dev/full"], 73, "No space left"),
            (["help", "tabel2"], 64, "did you mean table2?"),
            (["version", "x"], 64, "unexpected argument 'x'"),
            (["--version", "--k"], 64, "unknown option --k"), (["help", "info", "ideal"], 64, "unexpected"),
            (["completions"], 64, "one of bash, zsh, fish must follow"),
            (["completions", "csh"], 64, "none of bash"),
            (["--versoin"], 64, "did you mean --version?"),
            (
                ["vanishing", "--k", "3,2,2", "--s", "2,2", "--representation"], 64,
                "is for two layers; (3,2,2;2,2) has 3"
            ),
            // What has no effect.
            (
                ["vanishing", "--k", "5,2", "--s", "3", "--count", "--as", "polynomials"], 64,
                "--as does not go with"
            ),
            (
                [
                    "vanishing", "--k", "5,2", "--s", "3", "--reduced", "--method", "linear-algebra",
                    "--max-degree", "3",
                ],
                64, "--reduced goes with --method levels"
            ),
            (
                ["eddegree", "--k", "3,3", "--explain", "--format", "json"], 64,
                "--explain goes with --format text"
            ),
            (
                ["critical-points", "--k", "3,3", "--s", "2", "--random", "--all", "--format", "csv"], 64,
                "--all goes with --format text"
            ),
            (
                ["critical-points", "--k", "3", "--x", "X", "--y", "Y", "--samples", "9"], 64,
                "--samples goes with --random"
            ),
            (["critical-points", "--k", "3", "--random", "--x", "X"], 64, "--x does not go with --random"),
            (
                ["factor", "--layers", "1,2:1,3", "--s", "2", "--fail-if-not"], 64,
                "does not go with --layers"
            ),
            (
                ["factor", "--k", "3", "--filter", "1,2,3", "--filter-file", "X"], 64,
                "does not go with --filter"
            ),
            (["validate", "--list", "X", "--max-K", "9"], 64, "--max-K does not go with --list"),
            (["validate", "--columns", "5"], 64, "--columns goes with --paper"),
            (["bench", "factor", "--native", "--timeout", "3"], 64, "--timeout does not go with --native"),
        ] as [([String], Int32, String)])
    func mistakesGetOneLineAndTheirStatus(words: [String], status: Int32, text: String) throws {
        let outcome = try run(words)
        #expect(outcome.status == status, "\(outcome.errors)")
        #expect(
            outcome.errors.contains(text) && outcome.errors.split(separator: "\n").count == 1,
            "\(outcome.errors)")
        #expect(outcome.output.isEmpty || words[0] == "doctor")
    }

    @Test func aTextFileIsNoMacaulay2() throws {
        let outcome = try run(["compare", "--k", "2,2", "--s", "2", "--m2", Fixtures.path("fake-m2/text")])
        #expect(outcome.status == 69 && outcome.errors.contains("not executable"))
    }

    @Test func withoutMacaulay2() throws {
        let nothing = ["PATH": "/nowhere", "LCNGEN_M2": ""]
        let table = try run(["table2", "--columns", "5"], environment: nothing)
        #expect(table.status == 0 && table.output.contains("no M2") && table.output.contains("0.315 s"))
        #expect(try run(["examples"], environment: nothing).status == 0)
        #expect(try run(["compare", "--k", "2,2", "--s", "2"], environment: nothing).status == 69)
        #expect(try run(["doctor"], environment: nothing).status == 69)
    }

    /// Status 2 everywhere, but where times are the answer.
    @Test(arguments: [
        ("compare --k 2,2 --s 2", 2), ("examples", 2), ("doctor", 2),
        ("validate --filters 2..2 --strides 2..2", 2), ("table2 --columns 2", 0),
    ]) func timeLimits(command: String, status: Int32) throws {
        let scratch = try ScratchFolder()
        let words = command.split(separator: " ").map(String.init)
        let outcome = try run(
            words + ["--m2", Fixtures.path("fake-m2/hangs"), "--timeout", "0.3"], folder: scratch.path)
        #expect(outcome.status == status, "\(outcome)")
    }

    @Test func timeLimitsLeaveThingsUndecided() throws {
        let outcome = try run([
            "compare", "--k", "2,2", "--s", "2", "--m2", Fixtures.path("fake-m2/hangs"), "--timeout", "0.3",
        ])
        #expect(outcome.status == 2 && outcome.output.contains("was stopped after 0.3 s"))
    }

    @Test func filesAppearWhole() throws {
        let scratch = try ScratchFolder("with space ä")
        let file = scratch.url.appendingPathComponent("J.m2").path
        #expect(try run(["ideal", "--k", "5,2", "--s", "3", "--format", "m2", "--out", file]).status == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8).hasSuffix("};\n"))
        #expect(scratch.contents == ["J.m2"])
        // Again, through a link, relative to the working folder; the link stays.
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/link", withDestinationPath: "J.m2")
        #expect(
            try run(["ideal", "--k", "2,2", "--s", "2", "--out", "link"], folder: scratch.path).status == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8).hasSuffix("w_0*w_3\n"))
        #expect(scratch.contents == ["J.m2", "link"])
        #expect(try run(["info", "--k", "2,2", "--s", "2", "--out", "/dev/null"]).status == 0)
    }

    @Test func theSameCommandWritesTheSameBytes() throws {
        for words in [
            ["m2", "--k", "5,5", "--s", "3"], ["ideal", "--k", "5,5", "--s", "3", "--format", "m2"],
        ] {
            // The script of the comparison tells native times.
            func written() throws -> String {
                let outcome = try run(words)
                #expect(outcome.status == 0 && outcome.errors.isEmpty)
                #expect(outcome.output.contains("lcngen " + words.joined(separator: " ")))
                return outcome.output.replacing(/nativeSeconds = hashTable {[^}]*}/, with: "")
            }
            let first = try written()
            #expect(try written() == first)
            #expect(!first.isEmpty)
        }
    }
}

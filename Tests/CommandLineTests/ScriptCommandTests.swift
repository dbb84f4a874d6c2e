import Foundation
import Macaulay2
import TestSupport
import Testing

/// Runs a script in one Macaulay2.
private func execute(_ script: String, in program: Macaulay2Program) throws -> Outcome {
    let scratch = try ScratchFolder()
    let file = scratch.url.appendingPathComponent("out.m2")
    try Data(script.utf8).write(to: file)
    return try run(
        [], environment: ["M2": program.path, "FILE": file.path],
        shell: "exec \"$M2\" --script \"$FILE\" < /dev/null")
}

private func written(_ arguments: String...) throws -> String {
    let outcome = try run(["m2"] + arguments)
    try #require(outcome.status == 0, "\(outcome)")
    return outcome.output
}

@Suite(.enabled(if: LiveMacaulay2.isPresent, "no Macaulay2 found: live tests are skipped"))
struct ScriptCommandTests {
    /// The default script is a check by itself: Macaulay2 confirms what it expects.
    @Test(
        arguments: [
            ["--k", "5,2", "--s", "3"], ["--k", "8,2", "--s", "3"], ["--k", "3,2,2", "--s", "2,2"],
            ["--k", "2,2", "--s", "3"], ["--k", "4"], ["--k", "1,3", "--s", "2"], ["--k", "4,3", "--s", "1"],
            ["--k", "4,3", "--s", "3", "--field", "ZZ/5"],
        ]) func confirmsWhatItExpects(arguments: [String]) throws
    {
        let made = try run(["m2"] + arguments)
        #expect(made.status == 0, "\(made)")
        for program in LiveMacaulay2.programs {
            let outcome = try execute(made.output, in: program)
            #expect(outcome.status == 0 && outcome.errors == "", "\(arguments): \(outcome)")
            let transcript = Transcript(Array(outcome.output.utf8))
            #expect(transcript.isComplete)
            var names = [
                "minimal", "gradedKernel", "kernel", "codimension", "degree", "hilbertNumerator",
            ]
            if !arguments.contains("--field") {
                names += ["J0", "J1", "J2", "J", "leanJ", "P", "jIsRadical"]
            }
            for name in names {
                let value = try transcript.value("check.expected.\(name)")
                #expect(value?.boolean == true, "\(arguments): \(name)")
            }
            // The table for people: beside each row the expected.
            let rows = outcome.output.components(separatedBy: "\n").filter { $0.contains("as expected") }
            #expect(
                rows.contains { $0.hasPrefix("kernel ") } && rows.contains { $0.hasPrefix("prime ideal ") })
            #expect(!outcome.output.contains("NOT CONFIRMED"))
        }
    }

    @Test(
        arguments: [
            ("\"codimension\" => 2", "\"codimension\" => 3"), ("\"degree\" => 5", "\"degree\" => 6"),
            ("\"jIsRadical\" => true", "\"jIsRadical\" => false"),
            ("\"minimal\" => {{3, 4}, {4, 1}}", "\"minimal\" => {{3, 4}, {4, 2}}"),
            ("{{0, 1}, {1, 2}, {2, 3}, {4, -1}}", "{{0, 1}, {1, 2}, {2, 3}, {4, -2}}"),
        ]) func tellsWhatIsNotConfirmed(right: String, wrong: String) throws
    {
        let script = try written("--k", "5,2", "--s", "3")
        #expect(script.contains(right))
        for program in LiveMacaulay2.programs {
            let outcome = try execute(script.replacing(right, with: wrong), in: program)
            #expect(outcome.status != 0 && outcome.errors.contains("failed checks"), "\(outcome)")
            #expect(outcome.output.contains("NOT CONFIRMED: expected."), "\(outcome)")
            #expect(outcome.output.contains("expected: "))
        }
    }

    /// Each row is there where it is wanted, alone too, and nowhere else.
    @Test func rows() throws {
        let tasks: [(ScriptRow, String)] = [
            (.prime, "minimal"), (.levels, "P"), (.lean, "leanJ"), (.ideal, "J1"),
            (.radicality, "jIsRadical"),
            (.radical, "radical"), (.gradedKernel, "gradedKernel"), (.kernel, "kernel"),
        ]
        #expect(Set(tasks.map(\.0)) == Set(ScriptRow.allCases))
        let program = try #require(LiveMacaulay2.programs.first)
        func begun(_ arguments: [String]) throws -> Set<String> {
            let made = try run(["m2", "--k", "3,2,2", "--s", "2,2"] + arguments)
            let outcome = try execute(made.output, in: program)
            #expect(outcome.status == 0, "\(arguments): \(outcome)")
            let names = tasks.map(\.1)
            return Set(
                try Transcript(Array(outcome.output.utf8)).records.filter { $0.key == "begin" }
                    .compactMap { try $0.value().string }.filter(names.contains))
        }
        for (row, task) in tasks {
            #expect(try begun(["--only", row.rawValue]) == [task], "\(row)")
        }
        #expect(
            try begun(["--without", "kernel,graded-kernel"])
                == ["minimal", "P", "leanJ", "J1", "jIsRadical"])
    }

    /// What cannot be expanded in a second is not expected, and the script is there at once.
    @Test(arguments: [("45,2", "2"), ("10,10", "2"), ("30,4", "3"), ("12,12", "2"), ("300,300", "3")])
    func outOfReachNatively(sizes: String, strides: String) throws {
        let script = try written("--k", sizes, "--s", strides)
        #expect(script.contains("\"codimension\" => ") && !script.contains("\"J1\" => "))
    }

    /// That J spans the prime ideal in a degree says something only of an ideal that is contained in it.
    @Test func radicalityRestsOnInclusion() throws {
        let script = try written("--k", "5,2", "--s", "3", "--only", "radicality")
        let (right, wrong) = (
            "J = generatedBy {J0, J1, J2};\n        );",
            "J = (map(ring N, ring N, {2*(ring N)_0} | drop(gens ring N, 1))) generatedBy {J0, J1, J2};\n        );"
        )
        #expect(script.contains(right))
        for program in LiveMacaulay2.programs {
            let outcome = try execute(script.replacing(right, with: wrong), in: program)
            #expect(outcome.status != 0 && outcome.output.contains("check.jInPrimeIdeal false"), "\(outcome)")
        }
    }

    /// Every ideal that the script makes.
    @Test func lists() throws {
        let script = try written("--k", "5,2", "--s", "3", "--list")
        let program = try #require(LiveMacaulay2.programs.first)
        let transcript = Transcript(Array(try execute(script, in: program).output.utf8))
        for (name, count) in [
            ("minimal", 5), ("P", 37), ("leanJ", 5), ("J1", 4), ("J2", 33), ("gradedKernel", 5),
            ("kernel", 5),
        ] {
            #expect(
                try transcript.polynomials("polynomial.\(name)", variableCount: 8).count == count, "\(name)")
        }
    }

    /// Options that an approach would ignore.
    @Test(
        arguments: [
            ["--approach", "certify", "--strategy", "dynamic"], ["--approach", "kernel", "--seed", "3"],
            ["--max-degree", "3"], ["--approach", "critical", "--list"],
            ["--approach", "ideal", "--only", "J"], ["--only", "J", "--without", "kernel"],
            ["--only", "I"], ["--without", ""], ["--only", "prime,kernel", "--strategy", "dynamic"],
            ["--without", "J", "--strategy", "dynamic"], ["--without", "radical"],
            ["--without", "prime,levels,lean,J,radicality,graded-kernel,kernel"],
            ["--approach", "critical", "--field", "ZZ/2"],
        ]) func refuses(arguments: [String]) throws
    {
        let outcome = try run(["m2", "--k", "5,2", "--s", "3"] + arguments)
        #expect(outcome.status == 64 && outcome.output == "", "\(arguments): \(outcome)")
    }
}

import Foundation
import Neurovariety
import TestSupport
import Testing

@testable import Macaulay2

@Suite struct LiveRequirement {
    /// Where live tests are required, their absence is a failure, not a skip.
    @Test(.enabled(if: LiveMacaulay2.isRequired, "LCNGEN_REQUIRE_M2 is not set")) func macaulay2IsThere() {
        #expect(LiveMacaulay2.isPresent, "no Macaulay2 found: the live tests were skipped")
    }
}

@Suite(.enabled(if: LiveMacaulay2.isPresent, "no Macaulay2 found: live tests are skipped"), .serialized)
struct LiveTests {
    private let limits = RunLimits(seconds: 120)

    @Test(arguments: Approach.allCases) func everyApproachRunsToItsEnd(approach: Approach) throws {
        for program in LiveMacaulay2.programs {
            // The degenerate ones in one approach only: each start of Macaulay2 takes half a second or more.
            let degenerate: [([Int], [Int])] = [
                ([2, 2], [3]), ([4], []), ([1, 3], [2]), ([3, 1], [2]), ([4, 3], [1]),
            ]
            for (sizes, strides) in [([5, 2], [3]), ([3, 2, 2], [2, 2])]
                + (approach == .compare ? degenerate : [])
            {
                let architecture = try Architecture(filterSizes: sizes, strides: strides)
                let script = try Script(
                    architecture, options: ScriptOptions(approach: approach), provenance: .test)
                let run = try program.session(seconds: 120).run(script, named: "live")
                #expect(
                    run.failure == nil, "\(architecture) \(approach) in \(program.version): \(run.errorText)")
                #expect(run.transcript.isComplete, "\(architecture) \(approach) in \(program.version)")
                for record in run.transcript.records
                where record.key.hasPrefix("check.") && record.key != "check.jIsRadical" {
                    #expect(try record.value().boolean == true, "\(architecture) \(approach): \(record.key)")
                }
            }
        }
    }

    @Test(arguments: MinorsStrategy.allCases) func strategiesAndFields(strategy: MinorsStrategy) throws {
        for program in LiveMacaulay2.programs {
            let architecture = try Architecture(filterSizes: [5, 3], strides: [3])
            let script = try Script(
                architecture,
                options: ScriptOptions(
                    approach: .compare, strategy: strategy,
                    field: .prime(CoefficientField.largestCharacteristic)),
                provenance: .test)
            let run = try program.session(seconds: 120).run(script, named: "live")
            #expect(run.failure == nil, "\(strategy) in \(program.version): \(run.errorText)")
        }
    }

    /// The script also loads in a session, twice, and in the working folder of the user.
    @Test func loadsTwiceInASession() throws {
        for program in LiveMacaulay2.programs {
            let scratch = try ScratchFolder()
            let file = scratch.url.appendingPathComponent("out.m2")
            let script = try Script(
                Architecture(filterSizes: [3, 2], strides: [2]), options: ScriptOptions(), provenance: .test)
            try Data(script.text.utf8).write(to: file)
            let run = try program.run(
                text: "load \"\(file.path)\"; load \"\(file.path)\"; << \"both\" << endl;\n", name: "session",
                limits: limits)
            // Two runs in one output: the second protocol line is refused, the script itself ran.
            guard case .malformedOutput? = run.failure else {
                Issue.record("\(program.version): \(String(describing: run.failure)) \(run.errorText)")
                continue
            }
            #expect(run.transcript.isComplete || run.transcript.records.last?.key == "done")
        }
    }

    /// Whatever a session has before, scripts load, confirm what is expected, and leave all of it as it was but for the
    /// name in their heading.
    @Test(
        arguments: [
            "", "w = 5; x = 1; a = 2; N = 3; J = 4; filterSizes = 5; strides = 6;", "R = QQ[a..z];",
            "S = QQ[w_0..w_5, a..z];", "lcngenResults = 7; R = ZZ/101[J, P, I];",
            "try needsPackage \"Permutations\" else null;",
        ]) func leavesASessionAsItWas(before: String) throws
    {
        let scratch = try ScratchFolder()
        var loads = ""
        for approach in Approach.allCases {
            let file = scratch.url.appendingPathComponent("\(approach.rawValue).m2")
            let script = try Script(
                Architecture(filterSizes: [3, 2], strides: [2]), options: ScriptOptions(approach: approach),
                prediction: Prediction(degrees: ["minimal": [3: 1]], codimension: 1), provenance: .test)
            try Data(script.text.utf8).write(to: file)
            loads += "load \"\(file.path)\";\n"
            loads += "if not instance(lcngenResults, HashTable) then error \"no results\";\n"
        }
        // What has a value; a symbol that has none is its own.
        let text = """
            \(before)
            valuesOf = () -> new HashTable from select(apply(
                pairs User#"private dictionary", (name, s) -> (name, value s)),
                (name, v) -> not instance(v, Symbol)
                    and not member(name, {"lcngenResults", "valuesBefore", "pathBefore"}));
            valuesBefore = valuesOf();
            pathBefore = dictionaryPath;
            \(loads)
            changed = select(pairs valuesOf(), (name, v) ->
                not valuesBefore#?name or valuesBefore#name =!= v) / first;
            if #changed > 0 or #valuesOf() =!= #valuesBefore then error("changed: " | toString changed);
            if dictionaryPath =!= pathBefore then error "other dictionaries";
            """
        for program in LiveMacaulay2.programs {
            let run = try program.run(text: text, name: "session", limits: limits)
            // Many runs in one output: the second protocol line is refused, the session itself ended well.
            guard case .malformedOutput? = run.failure else {
                Issue.record(
                    "\(before) in \(program.version): \(String(describing: run.failure)) \(run.errorText)")
                continue
            }
        }
    }

    @Test func failuresAreToldApart() throws {
        for program in LiveMacaulay2.programs {
            let syntax = try program.run(text: "x := ;\n", name: "bad", limits: limits)
            guard case .scriptError(let place?, _)? = syntax.failure else {
                Issue.record("\(program.version): \(String(describing: syntax.failure))")
                continue
            }
            #expect(place.hasPrefix("bad.m2:1:"))
            let endless = try program.run(
                text: "while true do ();\n", name: "endless", limits: RunLimits(seconds: 3))
            #expect(endless.failure == .timedOut(seconds: 3, task: nil))
            let assertion = try program.run(text: "assert false;\n", name: "a", limits: limits)
            guard case .scriptError? = assertion.failure else {
                Issue.record("\(program.version): \(String(describing: assertion.failure))")
                continue
            }
            #if os(Linux)
                let hungry = try program.run(
                    text: "L = {}; while true do L = append(L, toList(1..1000000));\n", name: "hungry",
                    limits: RunLimits(seconds: 100, memoryMegabytes: 600))
                #expect(hungry.failure == .outOfMemory(task: nil))
            #endif
        }
    }
}

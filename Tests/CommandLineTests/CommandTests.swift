import ChildProcesses
import Foundation
import Macaulay2
import Neurovariety
import TestSupport
import Testing
import Training

@testable import lcngen

@Suite struct CommandTests {
    /// The help of every command mentions every option, and its examples are read by its parser.
    @Test func helpOfEveryCommand() throws {
        for command in Main.commands {
            let help = CommandDescription(command).help(width: 80)
            #expect(!command.summary.isEmpty && help.hasPrefix(command.summary))
            for option in command.allOptions.flatMap({ $0.options }) {
                #expect(help.contains("--\(option.name)") && !option.help.isEmpty)
            }
            #expect(!command.examples.isEmpty)
            for example in command.examples {
                let words = example.split(separator: " ").map(String.init)
                #expect(words[0] == command.name)
                _ = try Arguments(Array(words.dropFirst()), for: command)
            }
        }
    }

    @Test func namesAreUnique() {
        for command in Main.commands {
            func all(_ parameter: any Parameter) -> [String] {
                [parameter.name] + parameter.parts.flatMap { all($0) }
            }
            let names = command.allOptions.flatMap { all($0) }
            #expect(Set(names).count == names.count, "\(command.name): \(names)")
        }
    }

    /// Without any words a command has a value for everything, or says what is missing.
    @Test func defaults() throws {
        let needy = [
            "info": "--k", "ideal": "--k", "vanishing": "--k", "hilbert": "--k", "certify": "--k",
            "singular-locus": "--k",
            "m2": "--k",
            "compare": "--k", "critical-points": "--k", "factor": "--filter", "bench": "minors",
            "completions": "bash", "install": "--prefix", "uninstall": "--prefix",
            "merge": "FILE", "slurm": "validate",
        ]
        for command in Main.commands {
            do throws(CommandFailure) {
                _ = try Arguments([], for: command)
                #expect(needy[command.name] == nil, "\(command.name)")
            } catch {
                #expect(needy[command.name].map { error.message.contains($0) } == true, "\(error.message)")
            }
        }
    }

    /// What the source of a command takes from its arguments, the command lists.
    @Test func everyCommandListsWhatItTakes() throws {
        let folder = Fixtures.folder.deletingLastPathComponent().appendingPathComponent(
            "Sources/lcngen/Commands")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        // A command may stand in several files, as in Command.swift and Command+Part.swift.
        let files = Dictionary(grouping: names) { $0.prefix { $0 != "+" && $0 != "." } }
        #expect(files.count == Main.commands.count)
        for (file, parts) in files {
            let text = try parts.map {
                try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
            }.joined()
            let taken = Set(text.matches(of: /arguments\[([A-Za-z0-9.]+)\]/).map { String($0.1) })
            // In the list of options, in a combination, or as the strides of an architecture.
            let lists = text.matches(
                of: /(?:\[any Parameter\] = |of: )\[([^\]]*)\]|architecture\((strides: \w+)\)/)
            let listed = lists.map { String($0.1 ?? $0.2 ?? "") }.flatMap {
                $0.split { !($0.isLetter || $0.isNumber || $0 == ".") }.map(String.init)
            }
            #expect(taken.isSubset(of: listed), "\(file): \(taken.subtracting(listed))")
        }
    }

    /// Every kind of error has its status and, where there is something to do, the word on it.
    @Test func errorsAndAdvice() throws {
        let failures: [(any Error, lcngen.ExitStatus, String)] = [
            (ArchitectureError.noLayers, .usage, "no filter sizes given; write for example --k 7,7 --s 3"),
            (ArchitectureError.tooLarge, .badInput, "the end-to-end filter size does not fit in 64 bits"),
            (
                EuclideanDistanceDegreeError.noLayers, .usage,
                "no filter sizes given; write for example --k 2,3,4,5"
            ),
            (
                CriticalPointsError.tooMany(
                    2_976_084, limit: 50,
                    cost: SearchCost(
                        points: 2_976_084, try Architecture(filterSizes: [2, 3, 4, 5], strides: [2, 2, 2]),
                        processors: 2)), .badInput,
                "this problem has 2976084 complex critical points, which take about 1 hour on 2 cores, and 15 GB; "
                    + "the limit is 50 (--most)"
            ),
            (DataError.cannotRead(file: "X", reason: "no"), .cannotRead, "cannot read X: no"),
            (IdealError.noSuchPart("J9", []), .usage, "there is no part J9"),
            (IdealError.tooManyVariables(9), .badInput, IdealError.tooManyVariables(9).description),
            (
                SingularLocusError.tooManyStrata(limit: 9), .badInput,
                SingularLocusError.tooManyStrata(limit: 9).description
            ),
            (HilbertError.tooLarge(dimension: 9), .badInput, HilbertError.tooLarge(dimension: 9).description),
            (
                Macaulay2Failure.outOfMemory(task: nil), .undecided,
                "Macaulay2 ran out of memory; give it more by --memory-limit"
            ),
            (DataError.zeroFilter, .badInput, DataError.zeroFilter.description),
            (
                DataError.width(
                    found: 13, expected: 9, filterSize: 7, outputs: 2, stride: 2, hint: .lastStride(3)),
                .badInput,
                "samples of X have 13 numbers; with Y of width 2 they need 7 + (2 - 1)*2 = 9 (one line a sample); "
                    + "they fit if the last layer has stride 3, the last number of --s"
            ),
            (
                Macaulay2Failure.absent("M2 is not on PATH"), .macaulay2Unavailable,
                "no Macaulay2 found (M2 is not on PATH); install it (Debian: apt-get install macaulay2) "
                    + "or name the program by --m2 PATH or LCNGEN_M2"
            ),
            (
                Macaulay2Failure.timedOut(seconds: 60, task: "J1"), .undecided,
                "Macaulay2 was stopped after 60 s during J1; give it longer by --timeout"
            ),
            (Macaulay2Failure.cannotWrite(path: "x", reason: "no"), .cannotWrite, "cannot write x: no"),
            (Macaulay2Failure.cannotRead(path: "x", reason: "no"), .cannotRead, "cannot read x: no"),
            (LineJournal.Failure.cannotWrite(path: "x", reason: "no"), .cannotWrite, "cannot write x: no"),
            (LineJournal.Failure.cannotRead(path: "x", reason: "no"), .cannotRead, "cannot read x: no"),
            (LineJournal.Failure.inUse(path: "x"), .badInput, "x is in use by another run"),
            (ProcessError.cannotWrite(path: "x", reason: "no"), .cannotWrite, "cannot write x: no"),
            (CommandFailure(.cannotWrite, "no"), .cannotWrite, "no"),
            (CancellationError(), .internalDefect, "a defect of lcngen: CancellationError()"),
        ]
        for (error, status, message) in failures {
            let failure = CommandFailure(error)
            #expect(failure.status == status && failure.message == message, "\(failure)")
        }
    }
}

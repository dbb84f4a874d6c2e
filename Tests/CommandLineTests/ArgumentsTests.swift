import ExactAlgebra
import Macaulay2
import Neurovariety
import Reports
import TestSupport
import Testing
import Training

@testable import lcngen

private let counts = Option("count", help: "x")
private let format = Shared.format([.text, .json])
private let most = Option("most", "N", .int(1...10), default: 7, help: "x")
private let options: [any Parameter] = [Shared.filterSizes, Shared.strides, counts, format, most]

private func read(_ words: [String], _ parameters: [any Parameter] = options) throws(CommandFailure)
    -> Arguments
{
    try Arguments(words, command: "ideal", parameters: parameters)
}

/// The message of wrong usage; nil if there is none.
private func message(_ words: [String], _ parameters: [any Parameter] = options) -> String? {
    do throws(CommandFailure) {
        _ = try read(words, parameters)
        return nil
    } catch {
        #expect(error.status == .usage)
        return error.message
    }
}

@Suite struct ArgumentsTests {
    @Test func forms() throws {
        let a = try read(["--k", "7,7", "--s=3", "--count", "--format", "json"])
        #expect(a[Shared.filterSizes] == [7, 7] && a[Shared.strides] == [3])
        #expect(a[counts] && a[format] == .json && a[most] == 7)
        #expect(a.line == "lcngen ideal --k 7,7 --s=3 --count --format json")
        #expect(try read(["--k", "7, 7"])[Shared.filterSizes] == [7, 7])
        #expect(try read(["--k", "-3"])[Shared.filterSizes] == [-3])
        #expect(try read(["--k=1", "-h"]).line == "lcngen ideal --k=1 -h")
        #expect(throws: CommandFailure.self) { try read(["--k", "a b'c"]) }
        #expect(try read(["-h", "--k", "a b'c"]).line == "lcngen ideal -h --k 'a b'\\''c'")
        #expect(try read(["--k", "x", "-h"]).wantsHelp)
        #expect(try !read([]).wantsHelp)
    }

    @Test func absent() throws {
        let a = try read([])
        #expect(a[Shared.filterSizes] == nil && a[Shared.strides] == nil && !a[counts] && a[format] == .text)
        #expect(a.value(of: Shared.out) == nil)
        #expect(a.value(of: most) == 7)
    }

    @Test func mistakes() {
        #expect(message(["--fromat", "json"])?.contains("did you mean --format?") == true)
        #expect(message(["--format", "jsn"])?.contains("did you mean json?") == true)
        #expect(message(["--k"])?.contains("needs a value, N,N,…") == true)
        #expect(message(["--k", "--s"])?.contains("needs a value") == true)
        #expect(message(["--k", "1", "--k", "2"])?.contains("twice") == true)
        #expect(message(["--count", "--count"])?.contains("twice") == true)
        #expect(message(["--count=1"])?.contains("takes no value") == true)
        #expect(message(["7,7"])?.contains("unexpected argument '7,7'") == true)
        #expect(message(["--"])?.contains("unexpected") == true)
        #expect(message(["--zzzzzzzz"])?.contains("did you mean") == false)
    }

    /// One letter for what is given often, with a blank or `=`.
    @Test func letters() throws {
        let a = try read(["-k", "7,7", "-s=3", "-f", "json"])
        #expect(a[Shared.filterSizes] == [7, 7] && a[Shared.strides] == [3] && a[format] == .json)
        #expect(try read(["-k", "-3"])[Shared.filterSizes] == [-3])
        #expect(message(["-k7,7"])?.contains("unknown option -k7,7; write -k 7,7") == true)
        #expect(message(["-k", "-s", "3"])?.contains("--k needs a value") == true)
        #expect(message(["-k", "1", "--k=1"])?.contains("twice") == true)
        #expect(
            message(["-format", "json"])?.contains("unknown option -format; did you mean --format?") == true)
        #expect(message(["-3"])?.contains("unexpected argument '-3'") == true)
        #expect(message(["-"])?.contains("unexpected argument '-'") == true)
        #expect(message(["-o", "x"])?.contains("unknown option -o") == true)
    }

    /// What has no effect is refused; what holds by default is no mistake.
    @Test func rules() {
        let rules: [OptionRule] = [
            counts.given.goes(with: format.is(.json)), most.is(3, 4).doesNotGo(with: counts.given),
            most.is(5).needs(Shared.strides.given), .atMostOne(most.is(6), Shared.strides.given),
        ]
        func broken(_ words: String...) -> String? {
            do throws(CommandFailure) {
                _ = try Arguments(words, command: "x", parameters: options, rules: rules)
                return nil
            } catch {
                #expect(error.status == .usage)
                return error.message.replacing(" (see lcngen x --help)", with: "")
            }
        }
        #expect(
            broken() == nil && broken("--format", "text") == nil && broken("--count", "-f", "json") == nil)
        #expect(broken("--count") == "--count goes with --format json")
        #expect(broken("--count", "-f", "json", "--most", "4") == "--most 3 or 4 does not go with --count")
        #expect(broken("--count", "-f", "json", "--most", "2") == nil && broken("--most", "3") == nil)
        #expect(broken("--most", "5") == "--most 5 needs --s" && broken("--most", "5", "-s", "1") == nil)
        #expect(broken("--most", "6", "-s", "1") == "--s does not go with --most 6")
        #expect(
            rules.flatMap(\.notes).map { "\($0.option): \($0.text)" } == [
                "count: with --format json", "most: 3, 4: not with --count", "most: 6: not with --s",
                "s: not with --most 6",
            ])
        #expect(["a"].alternatives == "a" && ["a", "b", "c"].alternatives == "a, b or c")
    }

    @Test func subjects() throws {
        func subject(_ words: [String]) throws(CommandFailure) -> String? {
            try Arguments(words, command: "bench", subjects: ["minors"], parameters: options).subject
        }
        #expect(try subject(["minors", "--count"]) == "minors")
        #expect(try subject(["--help"]) == nil)
        #expect(throws: CommandFailure.self) { try subject([]) }
        #expect(throws: CommandFailure.self) { try subject(["majors"]) }
    }

    /// Of each kind: a text with its value, wrong ones with the message, the default in the help.
    @Test func kinds() throws {
        func value<Value>(_ kind: OptionKind<Value>, _ text: String) throws -> Value {
            let option = Option(required: "x", "X", kind, help: "")
            return try read(["--x", text], [option])[option]
        }
        func wrong<Value>(_ kind: OptionKind<Value>, _ texts: String..., reason: String) {
            for text in texts {
                let found = message(["--x=\(text)"], [Option(required: "x", "X", kind, help: "")])
                #expect(
                    found?.contains(reason) == true && found?.hasSuffix(" (see lcngen ideal --help)") == true,
                    "\(text): \(found ?? "no message")")
            }
        }
        func shown<Value>(_ kind: OptionKind<Value>, _ value: Value) -> String? {
            Option("x", "X", kind, default: value, help: "").defaultText
        }

        #expect(try value(.int(-2...5), "-2") == -2)
        wrong(.int(1...5), "0", "6", "x", "", "1.0", reason: ", not a whole number from 1 to 5")
        wrong(.int(0...Int.max), "99999999999999999999", reason: "not a whole number")
        #expect(shown(.int(1...20_000), 20_000) == "20000")

        #expect(try value(.seed, "12") == UInt64(12))
        wrong(.seed, "-1", "x", reason: "not a whole number from 0")

        #expect(try value(.number(0..<1), "1e-8") == 1e-8)
        wrong(.number(0..<1), "1", "-1", "nan", "x", "", reason: "--x must be a number from 0 to 1")

        #expect(try value(.seconds, "0.5") == 0.5 && value(.seconds, "none") == nil)
        wrong(
            .seconds, "0", "-1", "nan", "inf", "x", "",
            reason: ", not a positive number of seconds below 10^9, or none")
        #expect(shown(.seconds, 60) == "60" && shown(.seconds, nil) == "none")

        #expect(try value(.ints, "3, 4,-5") == [3, 4, -5])
        wrong(.ints, "7,,7", reason: "--x is '7,,7': '' is not a whole number")
        wrong(.ints, "7,a", "99999999999999999999", "", reason: "is not a whole number")
        #expect(shown(.ints, [5, 6]) == "5,6")
        #expect(try value(.ints(each: 1...8), "8,1") == [8, 1])
        wrong(.ints(each: 1...8), "0", "1,9", reason: "--x takes numbers from 1 to 8")
        wrong(.ints(each: 1...8), "x", reason: "'x' is not a whole number")

        #expect(try value(.range(within: 1...1_000), "2..4") == [2, 3, 4])
        #expect(try value(.range(within: 1...1_000), "2..2") == [2])
        #expect(try value(.range(within: 1...1_000), "2,5") == [2, 5])
        wrong(
            .range(within: 1...1_000), "5..2", "0..3", "1..1001", "a..b", "..",
            reason: ", not a range such as 2..5, from 1 to 1000")
        wrong(.range(within: 1...1_000), "2..3..4", "x", reason: "is not a whole number")
        #expect(shown(.range(within: 1...9), [2, 3, 4]) == "2..4")
        #expect(shown(.range(within: 1...9), [2, 4]) == "2,4" && shown(.range(within: 1...9), []) == "")

        #expect(
            try value(.filter, "[1, 0.5;1/3]")
                == WrittenFilter([Rational(1), Rational(1, 2), Rational(1, 3)]))
        wrong(.filter, "1,a", reason: "--x: 'a' is not a number")
        wrong(.filter, "1,,2", reason: "--x: entry 2 is empty")
        wrong(.filter, "[1,2", reason: "--x: '[' is not closed")
        wrong(.filter, "[1,2],[3,4]", reason: "--x: 2 filters where one is asked for")
        wrong(.filter, "", reason: "--x: there are no numbers")

        #expect(
            try value(.layers, "1,2;3") == [
                WrittenFilter([Rational(1), Rational(2)]), WrittenFilter([Rational(3)]),
            ])
        wrong(.layers, "1,2;;3", reason: "--x: layer 2 is empty")
        wrong(.layers, "[1,2],3", reason: "--x: numbers stand beside brackets")

        #expect(try value(.text, "a b") == "a b" && value(.text, "") == "")

        #expect(try value(.field, "ZZ/101") == .prime(101) && value(.field, "QQ") == .rationals)
        wrong(.field, "ZZ/6", "RR", reason: ", neither QQ nor ZZ/p with a prime p up to 32749")

        #expect(try value(OptionKind<Approach>.choice, "graded-kernel") == .gradedKernel)
        wrong(OptionKind<Approach>.choice, "kernle", reason: "; did you mean kernel?")
        #expect(shown(.choice, MinorsStrategy.dynamic) == "dynamic")
        #expect(try value(.choice([ReportFormat.text, .svg]), "svg") == .svg)
        // A case of the enumeration, but not for this command.
        wrong(.choice([ReportFormat.text, .svg]), "json", reason: ", which is none of text, svg")
    }

    @Test func required() throws {
        let filter = Option(required: "filter", "W", .filter, help: "x")
        #expect(message([], [filter]) == "--filter is missing (see lcngen ideal --help)")
        #expect(filter.defaultText == nil)
    }

    /// Values of several options are made with the others, and wrong ones are wrong usage.
    @Test func combinations() throws {
        let options: [any Parameter] = [Shared.architecture, most]
        #expect(options.flatMap { $0.options }.map { $0.name } == ["k", "s", "most"])
        let a = try read(["--k", "7,7", "--s", "3"], options)
        #expect(a[Shared.architecture].description == "(7,7;3)" && a[Shared.strides] == [3])
        #expect(try read(["--k", "4"], options)[Shared.architecture].description == "(4)")
        #expect(message([], options) == "--k is missing; write for example --k 7,7 --s 3")
        #expect(message(["--k", "3,3"], options)?.hasPrefix("--s is missing: 2 filter sizes") == true)
        #expect(message(["--k", "0"], options)?.contains("k_1 is 0") == true)
        let limits = try read(["--timeout", "none", "--memory-limit=9"], [Shared.macaulay2])[Shared.limits]
        #expect(limits == RunLimits(memoryMegabytes: 9))
        #expect(try read([], [Shared.limits])[Shared.limits] == RunLimits(seconds: 60))
    }

    @Test func suggestions() {
        #expect(Suggestion.distance(Array("kernel"), Array("kenrel")) == 1)
        #expect(Suggestion.distance([], Array("ab")) == 2)
        #expect(Suggestion.nearest(to: "tabel2", among: ["table2", "table3", "info"]) == "table2")
        #expect(Suggestion.nearest(to: "x", among: ["m2", "info"]) == nil)
    }
}

import Testing

@testable import lcngen

@Suite struct ArgumentsTests {
    private func arguments(_ words: String...) throws(CommandFailure) -> Arguments {
        try Arguments(
            words, command: "ideal",
            options: Option.architecture + [
                Option("count", help: "x"), Option("format", "F", choices: ["text", "json"], help: "x"),
                Option("timeout", "S", help: "x"),
            ])
    }

    private func message(_ words: String...) -> String? {
        do throws(CommandFailure) {
            _ = try Arguments(
                words, command: "ideal",
                options: Option.architecture + [
                    Option("count", help: "x"), Option("format", "F", choices: ["text", "json"], help: "x"),
                ])
            return nil
        } catch { return error.message }
    }

    @Test func forms() throws {
        let a = try arguments("--k", "7,7", "--s=3", "--count", "--format", "json")
        #expect(try a.ints("k") == [7, 7])
        #expect(try a.ints("s") == [3])
        #expect(a.has("count") && a.string("format") == "json" && a.string("timeout") == nil)
        #expect(a.line == "lcngen ideal --k 7,7 --s=3 --count --format json")
        #expect(try arguments("--k", "7, 7").ints("k") == [7, 7])
        #expect(try arguments("--k", "-3").ints("k") == [-3])
        #expect(try arguments("--k", "a b'c").line == "lcngen ideal --k 'a b'\\''c'")
        #expect(try arguments("-h").wantsHelp)
    }

    @Test func mistakes() {
        #expect(message("--fromat", "json")?.contains("did you mean --format?") == true)
        #expect(message("--format", "jsn")?.contains("did you mean json?") == true)
        #expect(message("--k")?.contains("needs a value") == true)
        #expect(message("--k", "--s")?.contains("needs a value") == true)
        #expect(message("--k", "1", "--k", "2")?.contains("twice") == true)
        #expect(message("--count=1")?.contains("takes no value") == true)
        #expect(message("7,7")?.contains("unexpected argument '7,7'") == true)
        #expect(message("--")?.contains("unexpected") == true)
        #expect(message("--zzzzzzzz")?.contains("did you mean") == false)
    }

    @Test func values() throws {
        #expect(throws: CommandFailure.self) { try arguments("--k", "7,,7").ints("k") }
        #expect(throws: CommandFailure.self) { try arguments("--k", "99999999999999999999").ints("k") }
        #expect(try arguments("--timeout", "0.5").seconds("timeout", default: 1) == 0.5)
        #expect(try arguments("--timeout", "none").seconds("timeout", default: 1) == nil)
        for bad in ["0", "-1", "nan", "inf", "x", ""] {
            #expect(throws: CommandFailure.self, "\(bad)") {
                try arguments("--timeout", bad).seconds("timeout", default: 1)
            }
        }
    }

    @Test func suggestions() {
        #expect(Suggestion.distance(Array("kernel"), Array("kenrel")) == 1)
        #expect(Suggestion.distance([], Array("ab")) == 2)
        #expect(Suggestion.nearest(to: "tabel2", among: ["table2", "table3", "info"]) == "table2")
        #expect(Suggestion.nearest(to: "x", among: ["m2", "info"]) == nil)
    }

    /// The help of every command mentions every option, and its examples are accepted by its parser.
    @Test func helpOfEveryCommand() throws {
        for command in Main.commands {
            for option in command.options { #expect(command.help.contains("--\(option.name)")) }
            #expect(!command.examples.isEmpty)
            for example in command.examples {
                let words = example.split(separator: " ").map(String.init)
                #expect(words[0] == command.name)
                _ = try Arguments(
                    Array(words.dropFirst()), command: command.name, subjects: command.subjects,
                    options: command.options)
            }
        }
    }
}

import Foundation
import TestSupport
import Testing

@testable import lcngen

/// What the README says of the package, held against the package.
@Suite struct ReadmeTests {
    private static let root = Fixtures.folder.deletingLastPathComponent()

    private func text(_ name: String) throws -> String {
        try String(contentsOf: Self.root.appendingPathComponent(name), encoding: .utf8)
    }

    /// `module("Training", "Neurovariety", …)`: names and what they import, in the order of the manifest.
    private func modules() throws -> [(name: String, imports: [String])] {
        try text("Package.swift").split(separator: "\n").compactMap { line in
            let isModule = line.contains(" module(\"")
            guard isModule || line.contains(".executableTarget("), !line.contains("TestSupport") else {
                return nil
            }
            // Resources, flags and paths are no modules.
            let part = line.components(separatedBy: "embeds:")[0]
            let words = part.matches(of: /"([A-Za-z0-9]+)"/).map { String($0.1) }
            return words.first.map { ($0, Array(words.dropFirst())) }
        }
    }

    private func picture() throws -> String {
        let modules = try modules()
        let width = modules.map(\.name.count).max() ?? 0
        let lines = modules.map { module in
            module.name + String(repeating: " ", count: width - module.name.count)
                + (module.imports.isEmpty ? "" : "  ←  " + module.imports.joined(separator: ", "))
        }
        return "```\n"
            + lines.map { $0.replacing(/[ ]+$/, with: "") + "\n" }.joined() + "```\n"
    }

    /// Written anew when the tests run with `LCNGEN_RECORD=1`.
    @Test func thePictureOfTheModulesIsTheManifest() throws {
        let (start, end) = ("<!-- modules -->\n", "<!-- /modules -->\n")
        var readme = try text("README.md")
        let from = try #require(readme.range(of: start)).upperBound
        let to = try #require(readme.range(of: end)).lowerBound
        let drawn = try picture()
        #expect(try modules().count == 11)
        if Fixtures.isRecording {
            readme.replaceSubrange(from..<to, with: drawn)
            try Data(readme.utf8).write(to: Self.root.appendingPathComponent("README.md"))
        } else {
            #expect(readme[from..<to] == drawn)
        }
    }

    /// The equations of Example 3.8 are those the program prints, and the rows are the facets.
    @Test func theExampleIsWhatTheProgramPrints() throws {
        let readme = try text("README.md").replacing(/\s+/, with: " ")
        let printed = try run(["vanishing", "--k", "5,2", "--s", "3"]).output
        let equations = printed.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(equations.count == 5)
        for equation in equations { #expect(readme.contains("\(equation) = 0"), "\(equation)") }
    }

    /// In code: `lcngen info --k 7,7 --s 3`, `bench factor`, and lines of examples.
    private func commands() throws -> [[String]] {
        let text = try text("README.md")
        let spans = text.matches(of: /`lcngen ([^`]+)`/).map { String($0.1) }
        let lines = text.matches(of: /(?m)^(?:swift run -c release )?lcngen ([a-z].+)$/).map { String($0.1) }
        return (spans + lines).map { line in
            // Without comments and redirections.
            line.prefix { !"#>".contains($0) }.split(separator: " ").map(String.init)
        }.filter { $0[0] != "COMMAND" }
    }

    /// No live test is skipped where everything must run: CI requires each program that a test or the README names.
    @Test func everyRequirementIsSetInCI() throws {
        let variable = /LCNGEN_REQUIRE_[A-Z][A-Z0-9_]+/
        var named = Set(try text("README.md").matches(of: variable).map { String($0.0) })
        let tests = Self.root.appendingPathComponent("Tests")
        for case let file as URL in FileManager.default.enumerator(
            at: tests, includingPropertiesForKeys: nil)!
        where file.pathExtension == "swift" {
            let source = try String(contentsOf: file, encoding: .utf8)
            named.formUnion(source.matches(of: variable).map { String($0.0) })
        }
        #expect(named.count > 8)
        // The tests of the Macaulay2 package set this one themselves.
        named.remove("LCNGEN_REQUIRE_NATIVE")
        // Not every machine gives the right to make namespaces: the check says where it cannot.
        named.remove("LCNGEN_REQUIRE_NODES")
        let run = try text(".ci/run")
        for name in named.sorted() { #expect(run.contains("\(name)=1"), "\(name)") }
    }

    /// Every command that the README names is one, with options that go together.
    @Test func commandsAreRead() throws {
        let commands = try commands()
        #expect(commands.count > 25)
        for words in commands {
            let command = try #require(Main.commands.first { $0.name == words[0] }, "\(words)")
            // What is named alone is not a whole command line.
            guard words.count > 1 else { continue }
            _ = try Arguments(Array(words.dropFirst()), for: command)
        }
    }

    /// Where the README lists the values of an option, as `--format text, json`, it lists all of them.
    @Test func valuesOfOptions() throws {
        let rows = try text("README.md").matches(of: /(?m)^\| `lcngen ([a-z0-9-]+)[^\n]*$/)
        var count = 0
        for row in rows {
            let command = try #require(Main.commands.first { $0.name == row.1 })
            let options = command.options.flatMap { $0.options }
            for list in row.0.matches(of: /`--([a-zA-Z-]+) ([a-z0-9-]+(?:, [a-z0-9-]+)+)`/) {
                let option = try #require(options.first { $0.name == list.1 }, "\(list.0)")
                #expect(option.choices.joined(separator: ", ") == list.2)
                count += 1
            }
        }
        #expect(count >= 2)
    }

    /// And it does its work, where that takes no minutes and no Macaulay2.
    @Test func commandsRun() throws {
        // Minutes of work, changes of the folder, what must be there before; their own tests run these.
        let long = ["validate", "compare", "table2", "bench", "atlas", "install", "uninstall", "merge"]
        let root = Self.root.path
        let commands = Set(try commands()).filter { $0.count > 1 && !long.contains($0[0]) }
        #expect(commands.count > 10)
        for words in commands {
            let outcome = try run(words, folder: root)
            #expect(outcome.status == 0 && !outcome.output.isEmpty, "\(words): \(outcome.errors)")
        }
    }

    /// Commands and statuses are those of the program.
    @Test func commandsAndStatuses() throws {
        let readme = try text("README.md")
        for command in Main.commands {
            #expect(readme.contains("`lcngen \(command.name)"), "\(command.name)")
        }
        let flowing = readme.replacing(/\s+/, with: " ")
        #expect(flowing.contains("Exit status: \(lcngen.ExitStatus.list)."))
    }

    /// Every file and folder that the README names is there, also without its folder, and every module is named.
    @Test func filesAreThere() throws {
        let readme = try text("README.md")
        let paths = readme.matches(
            of: /`((?:Sources|Templates|Tests|fixtures|m2|\.ci)\/[A-Za-z0-9\/.+-]+)(?: [^`]*)?`/)
        #expect(paths.count > 40)
        for match in paths {
            let path = Self.root.appendingPathComponent(String(match.1)).path
            #expect(FileManager.default.fileExists(atPath: path), "\(match.1)")
        }
        let folders = ["Sources", "Tests"].map { Self.root.appendingPathComponent($0).path }
        let files = Set(
            try folders.flatMap { try FileManager.default.subpathsOfDirectory(atPath: $0) }.map {
                URL(fileURLWithPath: $0).lastPathComponent
            })
        // `NativeChecks.swift`; `FrameTests`, `IdealCommand`.
        let names = readme.matches(of: /`([A-Z][A-Za-z0-9]*(?:\.swift|Tests|Command))`/)
        #expect(names.count > 8)
        for name in names.map({ String($0.1) }) {
            #expect(files.contains(name.hasSuffix(".swift") ? name : name + ".swift"), "\(name)")
        }
        for module in try modules() { #expect(readme.contains("`Sources/\(module.name)`")) }
    }
}

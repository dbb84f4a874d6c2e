import ChildProcesses
import Foundation
import Macaulay2
import TestSupport
import Testing

@testable import lcngen

@Suite struct InstallTests {
    private let scratch: ScratchFolder
    private let prefix: String

    init() throws {
        scratch = try ScratchFolder("a folder")
        prefix = scratch.path + "/prefix"
    }

    private func install(_ words: String...) throws -> Outcome {
        try run(["install", "--prefix", prefix] + words)
    }

    private func uninstall(_ words: String...) throws -> Outcome {
        try run(["uninstall", "--prefix", prefix] + words)
    }

    /// Every file and link under a folder, with what is in it.
    private func files(_ folder: String) throws -> [String: Data] {
        var result: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            let full = "\(folder)/\(path)"
            if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: full) {
                result[path] = Data("link to \(target)".utf8)
            } else {
                // A folder is nothing; an empty one is to be seen too.
                result[path] = FileManager.default.contents(atPath: full) ?? Data()
            }
        }
        return result
    }

    private func write(_ text: String, _ path: String) throws {
        let file = URL(fileURLWithPath: "\(prefix)/\(path)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    @Test func everythingIsThere() throws {
        let outcome = try install()
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.output.hasPrefix("lcngen \(Main.version) is under \(prefix)\n"))
        #expect(outcome.output.contains("  path = prepend(\"\(prefix)/share/Macaulay2/\", path)\n"))
        #expect(outcome.errors.hasPrefix("lcngen install: \(prefix)/bin is not on PATH\n"))
        #expect(try install("--quiet").errors.isEmpty)
        let found = try files(prefix).filter { !$0.value.isEmpty }
        let text = String(decoding: try #require(found[Manifest.path]), as: UTF8.self)
        let manifest = try #require(Manifest(text))
        #expect(manifest.text == text && manifest.version == Main.version)
        #expect(Set(found.keys) == Set(manifest.fingerprints.keys).union([Manifest.path]))
        for (path, fingerprint) in manifest.fingerprints {
            #expect(Fingerprint.of(Array(try #require(found[path]))) == fingerprint)
            #expect(outcome.output.contains(path) || path.hasPrefix("share/Macaulay2/"), "\(path)")
        }
        // What other commands print.
        for (path, words) in [
            ("share/man/man1/lcngen.1", ["man"]),
            ("share/bash-completion/completions/lcngen", ["completions", "bash"]),
            ("share/zsh/site-functions/_lcngen", ["completions", "zsh"]),
            ("share/fish/vendor_completions.d/lcngen.fish", ["completions", "fish"]),
        ] {
            #expect(found[path] == Data(try run(words).output.utf8), "\(path)")
        }
        // The package as it stands, all of it.
        let package = Fixtures.folder.deletingLastPathComponent().appendingPathComponent("m2").path
        let name = "LinearConvolutionalNetworks"
        let sources = try files("\(package)/\(name)").filter { !$0.value.isEmpty }
        let installed = found.filter { $0.key.hasPrefix("share/Macaulay2/") }
        #expect(installed.count == sources.count + 1 && sources.count > 10)
        #expect(
            installed["share/Macaulay2/\(name).m2"]
                == FileManager.default.contents(atPath: "\(package)/\(name).m2"))
        for (path, text) in sources {
            #expect(installed["share/Macaulay2/\(name)/\(path)"] == text, "\(path)")
        }
        #expect(found["bin/lcngen"] == FileManager.default.contents(atPath: program().path))
        #expect(FileManager.default.isExecutableFile(atPath: prefix + "/bin/lcngen"))
    }

    @Test func theInstalledProgramInstalls() throws {
        #expect(try install().status == 0)
        let before = try files(prefix)
        let other = scratch.path + "/other"
        let shell =
            "\"$1/bin/lcngen\" install --prefix \"$2\" && \"$1/bin/lcngen\" install --prefix \"$1\""
        let outcome = try run([prefix, other], environment: [:], shell: shell)
        #expect(outcome.status == 0, "\(outcome)")
        #expect(try files(prefix) == before && files(other).count == before.count)
        // It takes itself away, too.
        let last = try run(
            [prefix], environment: [:], shell: "\"$1/bin/lcngen\" uninstall --prefix \"$1\"")
        #expect(last.status == 0 && scratch.contents == ["other"], "\(last)")
    }

    @Test func uninstallLeavesWhatWasThere() throws {
        try write("theirs", "share/man/man1/other.1")
        let before = try files(prefix)
        #expect(try install().status == 0 && install().status == 0)
        try write("new", "share/zsh/new")
        let outcome = try uninstall()
        let count = 5 + PackageFile.all.count
        #expect(
            outcome.output
                == "lcngen \(Main.version) is no longer under \(prefix): \(count) files were taken away\n")
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        let added = ["share/zsh": Data(), "share/zsh/new": Data("new".utf8)]
        #expect(try files(prefix) == before.merging(added) { $1 })
        // Folders that the prefix is in are made, and go, too; a path may be relative.
        let deep = ["install", "--prefix", "x/y/z/"]
        #expect(try run(deep, folder: scratch.path).status == 0)
        #expect(try run(["uninstall", "--prefix", "x/y/z"], folder: scratch.path).status == 0)
        #expect(scratch.contents == ["prefix"])
        // Nothing is left to be taken away.
        let again = try uninstall()
        #expect(again.status == 74 && again.output.isEmpty)
        #expect(again.errors.hasSuffix("there is no \(prefix)/share/lcngen/manifest\n"), "\(again.errors)")
    }

    @Test func filesOfOthers() throws {
        try write("theirs", "bin/lcngen")
        let before = try files(prefix)
        let refused = try install()
        #expect(refused.status == 73 && refused.output.isEmpty)
        #expect(
            refused.errors
                == "lcngen install: \(prefix)/bin/lcngen is not as lcngen made it; nothing was changed "
                + "(--force, and it is lost)\n")
        #expect(try files(prefix) == before)
        #expect(try install("--force").status == 0)
        // One that was changed since, and a link in the place of one.
        for change in ["change", "link"] {
            let page = prefix + "/share/man/man1/lcngen.1"
            if change == "link" {
                try FileManager.default.removeItem(atPath: page)
                try FileManager.default.createSymbolicLink(
                    atPath: page, withDestinationPath: prefix + "/bin/lcngen")
            } else {
                try write("changed", "share/man/man1/lcngen.1")
            }
            let changed = try files(prefix)
            for outcome in [try install(), try uninstall()] {
                #expect(outcome.status == 73 && outcome.errors.contains("lcngen.1 is not as lcngen made it"))
            }
            #expect(try files(prefix) == changed)
            #expect(try install("--force").status == 0)
        }
        try write("changed", "share/man/man1/lcngen.1")
        #expect(try uninstall("--force").status == 0)
        // The folder bin was there before.
        #expect(try files(prefix) == ["bin": Data()])
    }

    /// What an older version had, and this one has not, goes.
    @Test func anEarlierVersion() throws {
        #expect(try install().status == 0)
        let now = try files(prefix)
        let path = prefix + "/" + Manifest.path
        var manifest = try #require(Manifest(String(contentsOfFile: path, encoding: .utf8)))
        try write("old", "share/man/man1/lcngen-old.1")
        manifest.version = "0.1.0"
        manifest.fingerprints["share/man/man1/lcngen-old.1"] = Fingerprint.of(Array("old".utf8))
        try write("old program", "bin/lcngen")
        manifest.fingerprints["bin/lcngen"] = Fingerprint.of(Array("old program".utf8))
        try write(manifest.text, Manifest.path)
        #expect(try install().status == 0)
        #expect(try files(prefix) == now)
    }

    /// A list that is none, or leads out of the prefix, is not followed, also by force.
    @Test(arguments: [
        "", "lcngen 0.2.0", "something else\n", "lcngen 0.2.0\nfile 0 ../kept\n",
        "lcngen 0.2.0\nfile 0 /etc/passwd\n", "lcngen 0.2.0\nfolder share/../..\n", "lcngen 0.2.0\nfile a\n",
        "lcngen 0.2.0\nfolder /\n", "lcngen 0.2.0\n\n", "lcngen 0.2.0\nfile 0 a/./b\n",
    ]) func damagedLists(text: String) throws {
        try scratch.write("kept", to: "kept")
        try write(text, Manifest.path)
        let before = try files(scratch.path)
        for outcome in [try install("--force"), try uninstall("--force")] {
            #expect(outcome.status == 65 && outcome.errors.contains("is no list of files"), "\(outcome)")
        }
        #expect(try files(scratch.path) == before)
    }

    /// Where one file cannot be written, none is; what an installation had stays as it was.
    @Test(arguments: [false, true]) func nothingIsHalfDone(isInstalled: Bool) throws {
        try write("theirs", "share/man/theirs")
        if isInstalled { #expect(try install().status == 0) }
        let functions = prefix + "/share/zsh/site-functions"
        try? FileManager.default.removeItem(atPath: functions)
        try FileManager.default.createDirectory(
            atPath: prefix + "/share/zsh", withIntermediateDirectories: true)
        // A place where nobody can write; then a file where a folder must be; then a folder where a file must be.
        for (link, status) in [("/proc/self", 73), (prefix + "/share/man/theirs", 73), (nil, 73)] {
            if let link {
                try FileManager.default.createSymbolicLink(atPath: functions, withDestinationPath: link)
            } else {
                try FileManager.default.createDirectory(
                    atPath: functions + "/_lcngen", withIntermediateDirectories: true)
            }
            let before = try files(prefix)
            let outcome = try install("--force")
            #expect(outcome.status == Int32(status), "\(outcome)")
            #expect(outcome.errors.contains("nothing was changed"), "\(outcome.errors)")
            #expect(outcome.errors.contains(functions), "\(outcome.errors)")
            #expect(try files(prefix) == before)
            try FileManager.default.removeItem(atPath: functions)
        }
    }

    @Test(arguments: [("/proc/x", 73), ("/dev/null", 73), ("-", 64), ("", 64)])
    func prefixesThatAreNone(prefix: String, status: Int) throws {
        let outcome = try run(["install", "--prefix", prefix])
        #expect(outcome.status == Int32(status) && outcome.output.isEmpty, "\(outcome)")
        #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
        #expect(try run(["uninstall", "--prefix", prefix]).status == (status == 64 ? 64 : 74))
    }

    /// An interrupt comes before or after it, whenever it comes.
    @Test func interrupts() throws {
        for delay in stride(from: 0, to: 0.5, by: 0.05) {
            let shell = "\"$0\" \"$@\" & sleep \(delay); kill -TERM $! 2> /dev/null; wait $!"
            let outcome = try run(["install", "--prefix", prefix], environment: [:], shell: shell)
            #expect([0, 130].contains(outcome.status) || outcome.status == 143, "\(outcome)")
            if scratch.contents.isEmpty { continue }
            let paths = Set(try files(prefix).filter { !$0.value.isEmpty }.keys)
            let manifest = try #require(
                Manifest(String(contentsOfFile: prefix + "/" + Manifest.path, encoding: .utf8)))
            #expect(paths == Set(manifest.fingerprints.keys).union([Manifest.path]), "\(delay)")
            #expect(try uninstall().status == 0 && scratch.contents.isEmpty)
        }
    }

    /// Every Macaulay2 loads the package from there, and the package finds the program without `PATH`.
    @Test(.enabled(if: LiveMacaulay2.isPresent, "no Macaulay2 found")) func inMacaulay2() throws {
        #expect(try install().status == 0)
        let line = try #require(
            try install().output.split(separator: "\n").first { $0.hasPrefix("  path = ") })
        let text = """
            \(line);
            needsPackage "LinearConvolutionalNetworks";
            << LinearConvolutionalNetworks#"source directory" << endl;
            << (nativeProgram())#"path" << endl;
            << #(neurovarietyIdeal(convolutionalNetwork({5,2}, 3), Strategy => Native))_* << endl;

            """
        let file = scratch.url.appendingPathComponent("test.m2")
        try Data(text.utf8).write(to: file)
        for program in LiveMacaulay2.programs {
            let environment = ["M2": program.path, "FILE": file.path, "PATH": "/usr/bin:/bin"]
            let outcome = try run(
                [], environment: environment, shell: "exec \"$M2\" --script \"$FILE\" < /dev/null")
            // Blanks in a path are written for a shell.
            let path = prefix.replacing(" ", with: "\\ ")
            #expect(
                outcome.output == "\(prefix)/share/Macaulay2/\n\(path)/bin/\n5\n" && outcome.status == 0,
                "\(outcome)")
        }
    }
}

import Foundation
import TestSupport
import Testing

/// Completion scripts in the shells that read them, and the manual page in groff.
@Suite struct ShellTests {
    @Test(arguments: [LiveProgram.bash, .zsh, .fish, .groff]) func isThere(program: LiveProgram) {
        #expect(program.isPresent || !program.isRequired, "no \(program) found")
    }

    /// What is typed, and what must be, and must not be, among the completions of its last word.
    private static let cases: [(typed: String, wanted: [String], unwanted: [String])] = [
        ("lcngen cr", ["critical-points"], ["ideal"]), ("lcngen ideal --form", ["--format"], ["--out"]),
        ("lcngen ideal --format sing", ["singular"], ["json"]),
        ("lcngen ideal -f m", ["m2", "m2-engine", "msolve"], ["text"]),
        ("lcngen vanishing --method lin", ["linear-algebra"], ["levels"]),
        ("lcngen critical-points --x data", ["data one.csv"], ["other.csv"]),
        ("lcngen factor --filter-file oth", ["other.csv"], ["data one.csv"]),
        ("lcngen bench fac", ["factor"], ["minors"]), ("lcngen bench factor --siz", ["--sizes"], ["--out"]),
        ("lcngen help vali", ["validate"], ["bench"]), ("lcngen completions z", ["zsh"], ["bash"]),
        ("lcngen ideal --k ", [], ["--s", "other.csv"]),
    ]

    /// A folder with a script of this program for a shell, and files to complete.
    private func folder(_ shell: String, _ name: String) throws -> ScratchFolder {
        let folder = try ScratchFolder()
        for file in ["data one.csv", "other.csv"] { try folder.write("1\n", to: file) }
        #expect(try run(["completions", shell, "--out", name], folder: folder.path).status == 0)
        return folder
    }

    private func check(_ completions: [String], _ index: Int) {
        let (typed, wanted, unwanted) = Self.cases[index]
        #expect(Set(wanted).isSubset(of: completions), "\(typed): \(completions)")
        #expect(Set(unwanted).isDisjoint(with: completions), "\(typed): \(completions)")
    }

    @Test(.enabled(if: LiveProgram.bash.isPresent, "no bash found")) func bash() throws {
        let folder = try folder("bash", "lcngen.bash")
        try folder.write(
            """
            set -u
            source ./lcngen.bash
            complete -p lcngen
            while IFS= read -r line; do
                read -ra COMP_WORDS <<< "$line"
                case $line in *' ') COMP_WORDS+=('') ;; esac
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _lcngen lcngen "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
                echo ==
                for word in ${COMPREPLY[@]+"${COMPREPLY[@]}"}; do echo "$word"; done
            done < lines

            """, to: "drive.bash")
        // As readline splits it.
        let typed = Self.cases.map(\.typed) + ["lcngen ideal --format = js", "lcngen ideal --format ="]
        try folder.write(typed.map { $0 + "\n" }.joined(), to: "lines")
        let (status, output) = try LiveProgram.run("bash", ["drive.bash"], in: folder)
        let answers = output.components(separatedBy: "==\n").map {
            $0.split(separator: "\n").map(String.init)
        }
        #expect(status == 0 && answers.count == typed.count + 1, "\(output)")
        guard answers.count == typed.count + 1 else { return }
        #expect(answers[0] == ["complete -F _lcngen lcngen"])
        for index in Self.cases.indices { check(answers[index + 1], index) }
        #expect(answers[answers.count - 2] == ["json"])
        #expect(answers[answers.count - 1].contains("singular"))
    }

    @Test(.enabled(if: LiveProgram.fish.isPresent, "no fish found")) func fish() throws {
        let folder = try folder("fish", "lcngen.fish")
        #expect(try LiveProgram.run("fish", ["--no-execute", "lcngen.fish"], in: folder).output.isEmpty)
        for (index, line) in Self.cases.enumerated() {
            let (status, output) = try LiveProgram.run(
                "fish", ["--no-config", "-c", "source lcngen.fish; complete -C '\(line.typed)'"], in: folder)
            #expect(status == 0)
            check(
                output.split(separator: "\n").map { line in
                    String(line.prefix { $0 != "\t" }).replacing("\\ ", with: " ")
                }, index)
        }
    }

    /// At a terminal of its own: the line that the completion makes is run, and shows its words.
    @Test(.enabled(if: LiveProgram.zsh.isPresent, "no zsh found")) func zsh() throws {
        let folder = try folder("zsh", "_lcngen")
        #expect(try LiveProgram.run("zsh", ["-n", "_lcngen"], in: folder).output.isEmpty)
        try folder.write(
            """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell "PS1=; unset zle_bracketed_paste; fpath=($PWD \\$fpath); autoload -Uz compinit
            compinit -u -d $PWD/dump; lcngen() { print -r -- \\"<\\${(j:|:)@}>\\" }; stty -echo; print rea''dy"
            zpty -r shell out '*ready*'
            while IFS= read -r line; do
                zpty -w -n shell "$line"$'\\t\\n'
                zpty -r -m shell out '*<*>*'
                print -r -- "${${out##*<}%%>*}"
            done < lines

            """, to: "drive.zsh")
        let lines = Self.cases.filter { $0.wanted.count == 1 }
        try folder.write(lines.map { $0.typed + "\n" }.joined(), to: "lines")
        let (status, output) = try LiveProgram.run("zsh", ["-f", "drive.zsh"], in: folder)
        #expect(status == 0)
        let made = output.split(separator: "\n").map(String.init)
        #expect(made.count == lines.count, "\(output)")
        for (made, line) in zip(made, lines) {
            let words = line.typed.split(separator: " ").dropFirst().dropLast().map(String.init)
            #expect(made == (words + line.wanted).joined(separator: "|"), "\(line.typed)")
        }
    }

    @Test(.enabled(if: LiveProgram.groff.isPresent, "no groff found")) func manualPage() throws {
        let folder = try ScratchFolder()
        #expect(try run(["man", "--out", "lcngen.1"], folder: folder.path).status == 0)
        // Warnings would be among what is shown of the page.
        let warnings = try LiveProgram.run("groff", ["-man", "-ww", "-z", "-Tutf8", "lcngen.1"], in: folder)
        #expect(warnings.status == 0 && warnings.output.isEmpty, "\(warnings.output)")
        let page = try LiveProgram.run("groff", ["-man", "-Tutf8", "-P-cbou", "lcngen.1"], in: folder).output
        #expect(page.contains("-k, --k N,N,…") && page.contains("Gröbner") && page.contains("w_0 > w_1 > …"))
        #expect(page.contains("lcngen factor --k 2,2 --s 2 --filter 1,2,3,6"))
    }
}

import Foundation
import TestSupport
import Testing

/// Shards from the command line, and the jobs for many. The real Slurm is asked by `fixtures/slurm/check.sh`.
@Suite struct ShardCommandTests {
    private func lcngen(_ line: String, in scratch: ScratchFolder) throws -> Outcome {
        try run(line.split(separator: " ").map(String.init), folder: scratch.path)
    }

    /// The shards of one machine, twice, and what one run has.
    @Test func jobForOneMachine() throws {
        let scratch = try ScratchFolder()
        let made = try run(
            [
                "slurm", "atlas", "--max-K", "8", "--shards", "3", "--for", "machine", "--at-once", "2",
                "--folder",
                "a folder", "--program", program().path, "--report", "csv", "--out", "job.sh",
            ], folder: scratch.path)
        #expect(made.status == 0, "\(made)")
        let whole = try lcngen("atlas --max-K 8 --format csv", in: scratch)
        for _ in 1...2 {
            let outcome = try run([], folder: scratch.path, shell: "sh job.sh")
            #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome)")
            let report = try String(contentsOfFile: scratch.path + "/a folder/report", encoding: .utf8)
            #expect(report == whole.output)
        }
        // A shard that is lost is done again.
        try FileManager.default.removeItem(atPath: scratch.path + "/a folder/shard-2.csv")
        let merge = try run([], folder: scratch.path, shell: "exec \"$0\" merge 'a folder'/*.csv")
        #expect(merge.status == 2)
        #expect(
            merge.errors
                == "lcngen merge: shard 2/3 has no results: lcngen atlas --max-K 8 --shard 2/3 --journal lcngen-atlas.2-of-3.csv\n"
        )
        #expect(try run([], folder: scratch.path, shell: "sh job.sh").status == 0)
        let report = try String(contentsOfFile: scratch.path + "/a folder/report", encoding: .utf8)
        #expect(report == whole.output)
    }

    /// A shell reads the script for Slurm, and every value has its place.
    @Test func jobForSlurm() throws {
        let scratch = try ScratchFolder()
        let words =
            "slurm validate --layers 2,3 --filters 2..4 --max-K 12 --timeout 30 --shards 40 --at-once 8 --time 90 "
        let made = try lcngen(
            words + "--mem 2000 --cpus 3 --partition short,long --account a-1 --out job.sh", in: scratch)
        #expect(made.status == 0, "\(made)")
        #expect(try run([], folder: scratch.path, shell: "sh -n job.sh").errors.isEmpty)
        let script = try String(contentsOfFile: scratch.path + "/job.sh", encoding: .utf8)
        for part in [
            "--array=1-40%8", "--time=90 --mem=2000M --cpus-per-task=3",
            "--partition=short,long --account=a-1",
            "validate --layers 2,3 --filters 2..4 --max-K 12 --timeout 30 --shard", "--requeue",
            "afterany",
        ] {
            #expect(script.contains(part), "\(part)")
        }
        // What sbatch is told, by one that only tells it.
        let bin = try scratch.program(
            named: "sbatch", "#!/bin/sh\necho \"$*\" >> \"$SAID\"\necho 7;exit 0\n")
        let outcome = try run(
            [], shell: "cd \"$FOLDER\" && sh job.sh",
            environment: [
                "PATH":
                    "\(URL(fileURLWithPath: bin).deletingLastPathComponent().path):\(program().deletingLastPathComponent().path):/usr/bin:/bin",
                "SAID": scratch.path + "/said", "FOLDER": scratch.path,
            ])
        #expect(outcome.status == 0 && outcome.output.hasPrefix("array 7 of 40 tasks, then 7;"), "\(outcome)")
        let said = try String(contentsOfFile: scratch.path + "/said", encoding: .utf8).split(separator: "\n")
        #expect(said.count == 2 && said[1].contains("--dependency=afterany:7"))
        #expect(said[0].hasSuffix("task \(scratch.path)/lcngen-job \(program().path)"), "\(said)")
    }

    @Test func refused() throws {
        let scratch = try ScratchFolder()
        for (line, message) in [
            ("slurm --shards 3", "one of validate, atlas, critical-points must follow"),
            ("slurm atlas", "--shards is missing"),
            ("slurm atlas --shards 3 --layers 2", "unknown option --layers"),
            ("slurm atlas --shards 3 --max-K 99", "--max-K is '99', not a whole number from 1 to 60"),
            ("slurm atlas --shards 3 --report latex", "--report latex is not for atlas"),
            ("slurm atlas --shards 3 --for machine --time 5", "--time goes with --for slurm"),
            ("slurm atlas --shards 3 --partition a;b", "not a name of letters and digits"),
            ("slurm validate --shards 3 --list a --filters 2..3", "--filters does not go with --list"),
            ("slurm validate --shards 3 --paper", "unknown option --paper"),
            ("atlas --shard 4/3", "--shard is '4/3', not a part such as 3/8"),
            ("validate --paper --shard 1/2", "--paper does not go with --shard"),
            ("merge", "FILE… is missing"),
            ("merge a --format nothing", "none of text"),
        ] {
            let outcome = try lcngen(line, in: scratch)
            #expect(outcome.status == 64 && outcome.output.isEmpty, "\(line): \(outcome)")
            #expect(outcome.errors.contains(message), "\(line): \(outcome.errors)")
        }
        // A file for two purposes, a file of another kind, and none.
        try scratch.write("a,b\n", to: "a")
        for (line, status, message) in [
            ("merge a --out a", 64, "--out and FILE… are the same file"),
            (
                "merge a", 65,
                "a holds no results of validate, atlas or critical-points, or not of the same as the first file"
            ),
            ("merge none", 74, "cannot read none"),
        ] as [(String, Int32, String)] {
            let outcome = try lcngen(line, in: scratch)
            #expect(outcome.status == status && outcome.errors.contains(message), "\(line): \(outcome)")
        }
    }
}

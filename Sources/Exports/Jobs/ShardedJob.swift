import Macaulay2

/// A study in shards, as a shell script: for Slurm an array of tasks and a job that joins them, for one machine
/// the same shards, some at once.
package struct ShardedJob: Sendable {
    /// What a task gets of Slurm.
    package struct Resources: Sendable {
        let minutes: Int
        let megabytes: Int
        let processors: Int
        let partition: String?
        let account: String?

        package init(minutes: Int, megabytes: Int, processors: Int, partition: String?, account: String?) {
            (self.minutes, self.megabytes, self.processors) = (minutes, megabytes, processors)
            (self.partition, self.account) = (partition, account)
        }
    }

    /// Where a shard keeps its results.
    package struct Journal: Sendable {
        let option: String
        let ending: String

        package init(option: String, ending: String) { (self.option, self.ending) = (option, ending) }
    }

    /// Command and options, the program, and the folder, as a shell reads them.
    private let study: String
    private let program: String
    private let folder: String
    private let shards: Int
    private let atOnce: Int?
    private let journal: Journal
    private let reportFormat: String
    /// Nil for one machine.
    private let resources: Resources?
    private let provenance: Provenance

    package init(
        study: String, program: String, shards: Int, folder: String, atOnce: Int?, journal: Journal,
        reportFormat: String, resources: Resources?, provenance: Provenance
    ) {
        (self.study, self.program, self.folder) = (study, program, folder)
        (self.shards, self.atOnce, self.journal) = (shards, atOnce, journal)
        (self.reportFormat, self.resources, self.provenance) = (reportFormat, resources, provenance)
    }

    /// The script.
    package var script: String {
        get throws {
            var values = [
                "tool": Template.comment(provenance.toolVersion),
                "command": Template.comment(provenance.command), "study": study, "program": program,
                "folder": folder, "shards": "\(shards)", "option": journal.option, "ending": journal.ending,
                "format": reportFormat,
            ]
            guard let resources else {
                values["atOnce"] = "\(atOnce ?? 1)"
                return try Template(name: "machine-job", bytes: PackageResources.machine_job_sh).rendered(
                    values)
            }
            var lines = [
                "--time=\(resources.minutes)", "--mem=\(resources.megabytes)M",
                "--cpus-per-task=\(resources.processors)", "--ntasks=1",
            ]
            if let partition = resources.partition { lines.append("--partition=\(partition)") }
            if let account = resources.account { lines.append("--account=\(account)") }
            values["resources"] = lines.joined(separator: " ")
            values["array"] = "1-\(shards)" + (atOnce.map { "%\($0)" } ?? "")
            return try Template(name: "slurm-job", bytes: PackageResources.slurm_job_sh).rendered(values)
        }
    }
}

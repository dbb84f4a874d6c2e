import Exports
import PlatformBasics
import Studies

/// The points per second of ``CriticalBenchmark``, with ratios to the other programs.
package struct CriticalBenchmarkReport: Report {
    package let benchmark: CriticalBenchmark

    package init(_ benchmark: CriticalBenchmark) {
        self.benchmark = benchmark
    }

    package static let formats = MinorsBenchmarkReport.formats

    package var tables: [Table] {
        var table = Table(
            caption: "Critical points of training: native, and other programs; seed \(benchmark.seed)",
            header: [
                "network", "C_k", "found", "certified", "paths", .time,
                Heading("points/s", "points_per_second"), Heading("native ×", "native_times_as_many"),
            ], keys: Heading.architecture + ["program"], rows: [],
            dispensable: ["paths", "found"])
        for work in benchmark.works {
            table.rows.append(
                Table.Row(
                    "\(work.architecture)",
                    [
                        .count(work.expected), .count(work.found), .count(work.certified),
                        .count(work.paths), .seconds(work.seconds), Cell.rounded(work.pointsPerSecond),
                        .nothing(),
                    ], keys: Cell.fields(work.architecture) + ["native"]))
            table.rows.append(
                Table.Row(
                    "  of that finding them",
                    [
                        "", "", "", "", .seconds(work.findingSeconds), Cell.rounded(work.foundPerSecond), "1",
                    ], keys: Cell.fields(work.architecture) + ["native finding"]))
            for peer in work.peers {
                table.rows.append(
                    Table.Row(
                        "  " + peer.solver.programName,
                        [
                            "", peer.found.map { .count($0) } ?? "", "",
                            peer.paths.map { .count($0) } ?? "", .time(peer.time),
                            peer.pointsPerSecond.map(Cell.rounded) ?? "",
                            peer.pointsPerSecond.map { .ratio(work.foundPerSecond / max(1e-9, $0)) } ?? "",
                        ], keys: Cell.fields(work.architecture) + [peer.solver.programName]))
            }
        }
        let peaks = benchmark.works.map { "\($0.architecture) \($0.peakMegabytes) MB" }
        table.notes = [
            "\(benchmark.machine). Macaulay2: \(benchmark.macaulay2Version ?? "none"); limit for each task of the "
                + "others: \(benchmark.limitSeconds.map(Quantity.limit) ?? "none").",
            "First row: points found and certified, native. The others: points found, with the ratio of points per "
                + "second.",
            "Native: random data with a full T; one run to warm up, then the median of up to "
                + "three. The others: the critical equations for a random T, by one run, nothing certified; "
                + "MonodromySolver on one core.",
            "Native peak memory, of the whole process until then: \(peaks.joined(separator: ", ")).",
        ]
        return [table]
    }

    package var json: JSONValue {
        .bench(
            machine: benchmark.machine, macaulay2: benchmark.macaulay2Version, limit: benchmark.limitSeconds,
            [
                ("seed", .integer(benchmark.seed)),
                ("works", .array(benchmark.works.map(Self.json))),
            ])
    }

    private static func json(_ work: CriticalBenchmark.Work) -> JSONValue {
        .about(
            work.architecture,
            [
                ("expected", .integer(work.expected)), ("found", .integer(work.found)),
                ("certified", .integer(work.certified)), ("paths", .integer(work.paths)),
                ("runs", .integer(work.runs)), ("seconds", .number(work.seconds)),
                ("findingSeconds", .number(work.findingSeconds)),
                ("pointsPerSecond", .number(work.pointsPerSecond)),
                ("foundPerSecond", .number(work.foundPerSecond)),
                ("peakMegabytes", .integer(work.peakMegabytes)),
                (
                    "peers",
                    .array(
                        work.peers.map { peer in
                            .members([
                                ("program", .string(peer.solver.programName)),
                                ("found", peer.found.map { .integer($0) }),
                                ("paths", peer.paths.map { .integer($0) }),
                                ("time", JSONValue(encoding: peer.time)),
                                ("pointsPerSecond", peer.pointsPerSecond.map { .number($0) }),
                            ])
                        })
                ),
            ])
    }
}

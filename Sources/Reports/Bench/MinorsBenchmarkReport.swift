import Exports
import PlatformBasics
import Studies

/// The times of ``MinorsBenchmark`` with ratios to the other programs.
package struct MinorsBenchmarkReport: Report {
    package let benchmark: MinorsBenchmark

    package init(_ benchmark: MinorsBenchmark) {
        self.benchmark = benchmark
    }

    package static let formats: [ReportFormat] = [.text, .markdown, .latex, .csv, .json]

    package var tables: [Table] { [works, growth, probes] }

    private var works: Table {
        var table = Table(
            caption: "Minors: native, and other programs that build the same ideals", name: "works",
            header: [
                "work", "minors", "terms", "runs", .time, "times native",
                Heading("MB/s", "megabytes_per_second"), Heading("of the probe", "share_of_probe"),
                Heading("peak MB", "peak_megabytes"),
            ], keys: Heading.architecture + ["work", "program"], rows: [],
            dispensable: ["peak MB", "runs", "MB/s"])
        for work in benchmark.works {
            table.rows.append(
                Table.Row(
                    work.name,
                    [
                        .count(work.minors), .count(work.terms), "\(work.runs)", .seconds(work.seconds),
                        work.peers.isEmpty ? "" : "1",
                        Self.megabytes(work.bytesPerSecond),
                        benchmark.probes.map { Self.share(work.share(of: $0)) } ?? .nothing(),
                        "\(work.peakMegabytes)",
                    ], keys: Cell.fields(work.architecture) + [work.name, "native"]))
            for peer in work.peers {
                let ratio = peer.time.seconds.map { Cell.count(Int(($0 / work.seconds).rounded())) }
                table.rows.append(
                    Table.Row(
                        "  " + peer.program,
                        [
                            .nothing(), .nothing(), "1", .time(peer.time), ratio ?? .nothing(), .nothing(),
                            .nothing(), .nothing(),
                        ], keys: Cell.fields(work.architecture) + [work.name, peer.program]))
            }
        }
        table.notes = [
            "\(benchmark.machine). Macaulay2: \(benchmark.macaulay2Version ?? "none"); "
                + "Singular: \(OtherProgram.text(benchmark.singularVersion, isThere: benchmark.hasSingular)); limit for each of their "
                + "tasks: \(benchmark.limitSeconds.map(Quantity.limit) ?? "none").",
            "Counted: every minor expanded and its terms counted, none kept. Built: all polynomials expanded and kept in "
                + "memory. Written: expanded and written to a file; piped: to a reader that keeps nothing. The others: their "
                + "minors, kept; without start and reading.",
            "MB/s: of text, or of terms as they are kept, also where they are only counted, and not in memory at all. The "
                + "probe, in this run: of text what a pipe takes, of terms what memory takes that is written for the first time.",
            "Native: one run to warm up, then the median of the runs. Peak: of the whole process until then.",
        ]
        return table
    }

    private var growth: Table {
        var table = Table(
            caption: "Growth: J of (k,k;3), counted", name: "growth",
            header: ["k", "terms", .time, Heading("ns per term", "nanoseconds_per_term")],
            keys: Heading.architecture, rows: [])
        for work in benchmark.growth {
            table.rows.append(
                Table.Row(
                    "\(work.architecture.filterSizes[0])",
                    [
                        .count(work.terms), .seconds(work.seconds),
                        work.nanosecondsPerTerm.map { Cell($0.fixed(2)) } ?? .nothing(),
                    ], keys: Cell.fields(work.architecture)))
        }
        return table
    }

    private var probes: Table {
        var table = Table(
            caption: "What the machine can do, on all cores", name: "probes",
            header: ["probe", Heading("MB/s", "megabytes_per_second")], rows: [])
        table.rows = (benchmark.probes?.named ?? []).map { name, _, value in
            Table.Row(name, [Self.megabytes(value)])
        }
        return table
    }

    private static func megabytes(_ bytesPerSecond: Double) -> Cell { .count(Int(bytesPerSecond / 1e6)) }

    /// `38 %`, and 0.38.
    private static func share(_ value: Double) -> Cell {
        Cell("\(Int((100 * value).rounded())) %", [value.fixed(3)])
    }

    package var json: JSONValue {
        .bench(
            machine: benchmark.machine, macaulay2: benchmark.macaulay2Version,
            singular: benchmark.singularVersion,
            limit: benchmark.limitSeconds,
            [
                ("works", .array(benchmark.works.map(Self.json))),
                ("growth", .array(benchmark.growth.map(Self.json))),
                (
                    "bytesPerSecond",
                    benchmark.probes.map { .object($0.named.map { ($0.key, .number($0.value)) }) }
                ),
            ])
    }

    private static func json(_ work: MinorsBenchmark.Work) -> JSONValue {
        .about(
            work.architecture,
            [
                ("name", .string(work.name)),
                ("minors", .integer(work.minors)), ("nonzero", .integer(work.nonzero)),
                ("terms", .integer(work.terms)), ("runs", .integer(work.runs)),
                ("seconds", .number(work.seconds)), ("ending", .string(work.ending.rawValue)),
                ("bytes", .integer(work.bytes)),
                ("peakMegabytes", .integer(work.peakMegabytes)),
                (
                    "peers",
                    .array(
                        work.peers.map { peer in
                            .object([
                                ("program", .string(peer.program)), ("time", JSONValue(encoding: peer.time)),
                            ])
                        })
                ),
            ])
    }
}

extension SpeedProbes {
    /// For people, for data.
    fileprivate var named: [(name: String, key: String, value: Double)] {
        [
            ("memory, read", "memoryRead", memoryRead), ("memory, written", "memoryWritten", memoryWritten),
            ("memory, written for the first time", "memoryFresh", memoryFresh),
            ("memory, copied", "memoryCopied", memoryCopied), ("pipe", "pipe", pipe),
        ]
    }
}

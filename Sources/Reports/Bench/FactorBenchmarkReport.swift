import Exports
import PlatformBasics
import Studies

/// The times of ``FactorBenchmark`` with ratios to Singular's.
package struct FactorBenchmarkReport: Report {
    package let benchmark: FactorBenchmark

    package init(_ benchmark: FactorBenchmark) {
        self.benchmark = benchmark
    }

    package static let formats = MinorsBenchmarkReport.formats

    package var tables: [Table] {
        var table = Table(
            caption: "Factorization of filters: native, and Singular on the same; seed \(benchmark.seed)",
            header: ["filter", "K", "bits", "common degree", "runs", .time, "times native"],
            keys: Heading.architecture + ["shared_roots", "program"], rows: [],
            dispensable: ["bits", "common degree"])
        for work in benchmark.works {
            let keys = Cell.fields(work.architecture) + [work.shares ? "yes" : "no"]
            table.rows.append(
                Table.Row(
                    "\(work.architecture)\(work.shares ? ", shared roots" : "")",
                    [
                        .count(work.architecture.endToEndFilterSize), "\(work.bits)",
                        .count(work.commonDegree), "\(work.runs)", .seconds(work.seconds), "",
                    ], keys: keys + ["native"]))
            var parts = [("its gcd and quotients", MeasuredTime.seconds(work.commonFactorSeconds), "", "1")]
            if let peer = work.peer {
                let runs = peer.runs > 0 ? "\(peer.runs)" : ""
                let ratio = peer.both.seconds.map { ($0 / work.commonFactorSeconds).significant(2) }
                parts += [
                    ("Singular gcd", peer.gcd, runs, ""), ("Singular quotients", peer.division, runs, ""),
                    ("Singular, both", peer.both, runs, ratio ?? ""),
                ]
            }
            for (name, time, runs, ratio) in parts {
                table.rows.append(
                    Table.Row(
                        "  " + name, ["", "", "", Cell(runs), .time(time), Cell(ratio)],
                        keys: keys + [name.replacing("its ", with: "native ")]))
            }
        }
        table.notes =
            [
                "\(benchmark.machine). Singular: \(OtherProgram.text(benchmark.singularVersion, isThere: benchmark.hasSingular)), "
                    + "FLINT: \(benchmark.flintVersion ?? "none"); limit for each of its runs: "
                    + "\(benchmark.limitSeconds.map(Quantity.limit) ?? "none").",
                "First row: the whole factorization, native; the others: of that the greatest common divisor of the two "
                    + "parts and the quotients by it, which is what Singular does, with the ratio.",
                "Native: one run to warm up, then the median of the runs. Singular: the "
                    + "median of the runs, without start and reading.",
            ]
            + benchmark.works.compactMap { work in
                work.disagreement.map { "DISAGREES, \(work.architecture): \($0)." }
            }
        return [table]
    }

    package var json: JSONValue {
        .bench(
            machine: benchmark.machine, singular: benchmark.singularVersion, flint: benchmark.flintVersion,
            limit: benchmark.limitSeconds,
            [
                ("seed", .integer(benchmark.seed)),
                ("works", .array(benchmark.works.map(Self.json))),
            ])
    }

    private static func json(_ work: FactorBenchmark.Work) -> JSONValue {
        .about(
            work.architecture,
            [
                ("sharedRoots", .boolean(work.shares)), ("bits", .integer(work.bits)),
                ("commonDegree", .integer(work.commonDegree)), ("runs", .integer(work.runs)),
                ("seconds", .number(work.seconds)),
                ("commonFactorSeconds", .number(work.commonFactorSeconds)),
                (
                    "singular",
                    work.peer.map { peer in
                        .object([
                            ("runs", .integer(peer.runs)), ("gcd", JSONValue(encoding: peer.gcd)),
                            ("division", JSONValue(encoding: peer.division)),
                        ])
                    }
                ),
                ("disagreement", work.disagreement.map { .string($0) }),
            ])
    }
}

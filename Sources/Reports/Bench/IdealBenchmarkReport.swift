import Exports
import PlatformBasics
import Studies

/// The ways of ``IdealBenchmark`` to each ideal, with ratios to the native one.
package struct IdealBenchmarkReport: Report {
    package let benchmark: IdealBenchmark

    package init(_ benchmark: IdealBenchmark) {
        self.benchmark = benchmark
    }

    package static let formats = MinorsBenchmarkReport.formats

    package var tables: [Table] {
        var table = Table(
            caption: caption, header: ["ideal", "generators", "runs", .time, "times native"],
            keys: Heading.architecture + ["ideal", "way"], rows: [], dispensable: ["runs"])
        for work in benchmark.works {
            table.rows += work.ways.map { Self.row(work, $0) }
        }
        table.notes =
            [
                "\(benchmark.machine). Macaulay2: \(benchmark.macaulay2Version ?? "none")"
                    + (benchmark.subject == .reading
                        ? ""
                        : "; Singular: \(OtherProgram.text(benchmark.singularVersion, isThere: benchmark.hasSingular))")
                    + "; limit for each of their tasks: \(benchmark.limitSeconds.map(Quantity.limit) ?? "none").",
                note,
                "The median of the runs, of which there are several where they are short; of the others without start and reading of "
                    + "their scripts.",
            ]
            + benchmark.works.compactMap { work in
                work.disagreement.map { "DISAGREES, \(work.ideal) of \(work.architecture): \($0)." }
            }
        return [table]
    }

    private static func row(_ work: IdealBenchmark.Work, _ way: IdealBenchmark.Way) -> Table.Row {
        let ratio: Cell?
        switch way.role {
        case .reference: ratio = way.time.seconds == nil ? nil : "1"
        case .same: ratio = work.ratio(of: way).map(Cell.rounded)
        case .apart: ratio = nil
        }
        let isFirst = way.name == work.ways.first?.name
        return Table.Row(
            isFirst ? "\(work.ideal) of \(work.architecture): \(way.name)" : "  \(way.name)",
            [
                way.generators.map { .count($0) } ?? .nothing(),
                way.time.seconds == nil ? .nothing() : "\(way.runs)", .time(way.time), ratio ?? .nothing(),
            ], keys: Cell.fields(work.architecture) + [work.ideal, way.name])
    }

    private var caption: String {
        switch benchmark.subject {
        case .kernel: return "Equations of the neurovariety: native, and other programs"
        case .linearAlgebra:
            return "Equations up to the largest degree of a generator, from the parametrization alone"
        case .reading: return "The way into Macaulay2: ideals that lcngen writes, and those it makes itself"
        }
    }

    private var note: String {
        switch benchmark.subject {
        case .kernel:
            return
                "All end with generators of the prime ideal in memory. The first two and the third expand the minors that a "
                + "theorem names; the others know the parametrization only, MultigradedImplicitization and the degree."
        case .linearAlgebra:
            return
                "All know the parametrization and the degree, and end with generators up to that degree in memory; by "
                + "highest weights they are counted only."
        case .reading:
            return
                "All end with an ideal in Macaulay2: I by the minors of the minimal nonfaces, lean J by minors with "
                + "Strategy => Dynamic where Macaulay2 is alone."
        }
    }

    package var json: JSONValue {
        .bench(
            machine: benchmark.machine, macaulay2: benchmark.macaulay2Version,
            singular: benchmark.singularVersion,
            limit: benchmark.limitSeconds,
            [
                ("works", .array(benchmark.works.map(Self.json)))
            ])
    }

    private static func json(_ work: IdealBenchmark.Work) -> JSONValue {
        .about(
            work.architecture,
            [
                ("ideal", .string(work.ideal)),
                (
                    "ways",
                    .array(
                        work.ways.map { way in
                            .members([
                                ("name", .string(way.name)), ("isAlike", .boolean(way.role != .apart)),
                                ("time", JSONValue(encoding: way.time)), ("runs", .integer(way.runs)),
                                ("generators", way.generators.map { .integer($0) }),
                            ])
                        })
                ),
                ("disagreement", work.disagreement.map { .string($0) }),
            ])
    }
}

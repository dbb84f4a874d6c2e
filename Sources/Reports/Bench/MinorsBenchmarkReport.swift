import CrossValidation
import Foundation

/// The times of ``MinorsBenchmark`` with ratios to the other programs.
public struct MinorsBenchmarkReport: Sendable {
    public let benchmark: MinorsBenchmark
    public let limitSeconds: Double?

    public init(_ benchmark: MinorsBenchmark, limitSeconds: Double?) {
        self.benchmark = benchmark
        self.limitSeconds = limitSeconds
    }

    public func rendered(_ format: ReportFormat) throws -> String {
        switch format {
        case .text: return tables.map(\.text).joined(separator: "\n")
        case .markdown: return tables.map(\.markdown).joined(separator: "\n")
        case .latex: return tables.map(\.latex).joined(separator: "\n")
        case .json: return try JSON.text(record)
        }
    }

    private var tables: [Table] { [works, growth] }

    private var works: Table {
        var table = Table(
            caption: "Minors: native, and other programs on the same work",
            header: ["work", "minors", "terms", "runs", "time", "times native", "MB/s", "peak MB"], rows: [])
        for work in benchmark.works {
            table.rows.append(
                Table.Row(
                    work.name,
                    [
                        Quantity.count(work.minors), Quantity.count(work.terms), "\(work.runs)",
                        Quantity.seconds(work.seconds), "1",
                        work.bytes.map { "\(Int(Double($0) / work.seconds / 1e6))" } ?? "",
                        "\(work.peakMegabytes)",
                    ]))
            for peer in work.peers {
                let ratio = peer.seconds.map { Quantity.count(Int(($0 / work.seconds).rounded())) }
                table.rows.append(
                    Table.Row(
                        "  " + peer.program,
                        [
                            "", "", "1", peer.seconds.map(Quantity.seconds) ?? peer.missing ?? "",
                            ratio ?? "", "", "",
                        ]
                    ))
            }
        }
        table.notes = [
            "\(Machine.description). Macaulay2: \(benchmark.macaulay2Version ?? "none"); "
                + "Singular: \(benchmark.singularVersion.map(String.init) ?? "none"); limit for each of their "
                + "tasks: \(limitSeconds.map(Quantity.limit) ?? "none").",
            "Native: one run to warm up, then the median of the runs. Peak: of the whole process until then.",
        ]
        return table
    }

    private var growth: Table {
        var table = Table(
            caption: "Growth: J of (k,k;3), counted", header: ["k", "terms", "time", "ns per term"], rows: [])
        for work in benchmark.growth {
            table.rows.append(
                Table.Row(
                    "\(work.filterSizes[0])",
                    [
                        Quantity.count(work.terms), Quantity.seconds(work.seconds),
                        work.nanosecondsPerTerm.map { String(format: "%.2f", $0) } ?? "",
                    ]))
        }
        return table
    }

    private struct Record: Encodable {
        let machine: String
        let macaulay2: String?
        let singular: Int?
        let limitSeconds: Double?
        let works: [MinorsBenchmark.Work]
        let growth: [MinorsBenchmark.Work]
    }

    private var record: Record {
        Record(
            machine: Machine.description, macaulay2: benchmark.macaulay2Version,
            singular: benchmark.singularVersion, limitSeconds: limitSeconds, works: benchmark.works,
            growth: benchmark.growth)
    }
}

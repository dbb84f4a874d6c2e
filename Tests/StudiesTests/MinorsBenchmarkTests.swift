import ChildProcesses
import Exports
import Foundation
import Macaulay2
import Neurovariety
import TestSupport
import Testing

@testable import Studies

@Suite struct MinorsBenchmarkTests {
    private func options(
        macaulay2: Macaulay2Session? = nil, singular: SingularProgram? = nil, includesLargest: Bool = false
    ) -> MinorsBenchmark.Options {
        MinorsBenchmark.Options(
            macaulay2: macaulay2, singular: singular, limits: RunLimits(seconds: 60),
            includesLargest: includesLargest, provenance: .test, sizes: 2...4, probeMegabytes: 2)
    }

    @Test func smallWorkNatively() throws {
        let benchmark = try MinorsBenchmark.run(options(includesLargest: true))
        #expect(benchmark.growth.map(\.name) == ["J (2,2;3)", "J (3,3;3)", "J (4,4;3)"])
        #expect(
            benchmark.works.map(\.name) == [
                "J (2,2;3), counted", "J (3,3;3), counted", "lean J (3,3;3), counted",
                "all levels, lean (3,3;3), counted", "J (4,4;3), counted",
                "J (3,3;3), written as text", "J (3,3;3), written as m2", "J (3,3;3), piped as text",
                "J (5,5;3), counted", "J (5,5;3), piped as text", "J (2,2;3), built", "J (3,3;3), built",
            ])
        for work in benchmark.growth + benchmark.works {
            #expect(work.runs > 0 && work.seconds > 0 && work.nonzero <= work.minors && work.terms > 0)
            #expect(work.bytes > 0 && work.bytesPerSecond > 0)
            #expect(work.peers.isEmpty)
        }
        let largest = benchmark.works.filter { $0.architecture.filterSizes == [5, 5] }
        #expect(
            largest.map { [$0.minors, $0.nonzero, $0.terms] } == [[1305, 1265, 11242], [1305, 1265, 11242]])
        #expect(largest.map(\.ending) == [.counted, .piped])
        // J is minors of size 2 here, of one matrix: a term has a coefficient and two variables.
        #expect(benchmark.works[1].bytes == benchmark.works[1].terms * (8 + 2 * 2))
        // As many bytes through a pipe as to a file.
        #expect(benchmark.works[5].bytes == benchmark.works[7].bytes)
        let probes = try #require(benchmark.probes)
        #expect(
            [probes.memoryRead, probes.memoryWritten, probes.memoryFresh, probes.memoryCopied, probes.pipe]
                .allSatisfy { $0 > 0 })
        #expect(largest[1].share(of: probes) == largest[1].bytesPerSecond / probes.pipe)
        #expect(benchmark.macaulay2Version == nil && benchmark.singularVersion == nil)
    }

    /// All of it is read, however the writing ends.
    @Test func pipes() throws {
        struct Stop: Error {}
        #expect(try DrainedPipe.write { for _ in 0..<1_000 { try $0.write("0123456789") } } == 10_000)
        #expect(try DrainedPipe.write { _ in } == 0)
        #expect(throws: Stop.self) {
            try DrainedPipe.write {
                try $0.write("x")
                throw Stop()
            }
        }
    }

    /// What cannot be written to is named.
    @Test func temporaryFiles() throws {
        let error = #expect(throws: ProcessError.self) {
            try DescriptorSink(unlinkedIn: ["TMPDIR": "/nonexistent"])
        }
        #expect(error?.description.contains("/nonexistent/lcngen-") == true)
        #expect(throws: ProcessError.self) { try DescriptorSink(file: "/nonexistent/file") }
        let scratch = try ScratchFolder()
        let file = try DescriptorSink(unlinkedIn: ["TMPDIR": scratch.path])
        try file.write("abc")
        #expect(file.bytesWritten == 3 && scratch.contents.isEmpty)
    }

    /// Each peer has a time or the reason why there is none.
    @Test func peers() throws {
        let session = try Macaulay2Program.locate(Fixtures.path("fake-m2/fails")).session()
        let singular = SingularProgram(
            named: "fails", environment: ["PATH": Fixtures.path("fake-singular") + ":/bin:/usr/bin"])
        let benchmark = try MinorsBenchmark.run(options(macaulay2: session, singular: singular))
        // Beside native work that builds an ideal, as they do.
        let built = benchmark.works.filter { $0.name.hasSuffix(", built") }
        #expect(
            built.count == 2
                && benchmark.works.allSatisfy { $0.peers.isEmpty != $0.name.hasSuffix(", built") })
        let names = built[0].peers.map(\.program)
        #expect(
            names == [
                "Macaulay2 default (bareiss)", "Macaulay2 cofactor", "Macaulay2 dynamic", "Singular Laplace",
            ])
        #expect(built[1].peers.map(\.program) == [names[2], names[3]])
        // The fake gives a time for J1 before it fails; of (3,3;3) there is nothing else.
        #expect(built[1].peers.map(\.time) == [.seconds(0.5), .missing("failed")])
        #expect(benchmark.macaulay2Version == "1.21")
    }
}

import Exports
import Foundation
import Macaulay2
import TestSupport
import Testing

@testable import Studies

@Suite struct IdealBenchmarkTests {
    typealias Subject = IdealBenchmark.Subject

    private func run(
        _ subject: Subject, sizes: [Int] = [3], includesPeers: Bool = true,
        macaulay2: Macaulay2Session? = nil, singular: SingularProgram? = nil, seconds: Double = 60
    ) throws -> IdealBenchmark {
        try IdealBenchmark.run(
            .init(
                subject, sizes: sizes, includesPeers: includesPeers, macaulay2: macaulay2,
                singular: singular, limits: RunLimits(seconds: seconds), provenance: .test))
    }

    /// Of (2,2;3), (3,3;3) and (4,4;3) as many generators as are known, whatever the way.
    @Test func natively() throws {
        for subject in [Subject.kernel, .linearAlgebra] {
            let benchmark = try run(subject, sizes: [2, 3, 4], includesPeers: false)
            #expect(benchmark.agrees && benchmark.macaulay2Version == nil)
            #expect(
                benchmark.works.map { $0.ways.first?.generators } == [2, 9, 36], "\(subject)")
            for way in benchmark.works.flatMap(\.ways) {
                #expect((way.time.seconds ?? 0) > 0 && way.runs > 0 && way.generators != nil)
            }
        }
        // Writing is all that is done without Macaulay2.
        let reading = try run(.reading, sizes: [3], includesPeers: false)
        #expect(reading.works.map(\.ideal) == ["I", "lean J"])
        #expect(reading.works.allSatisfy { $0.ways.allSatisfy { $0.role == .apart && $0.generators == 9 } })
    }

    /// What is not there is said.
    @Test(arguments: Subject.allCases) func missingPrograms(subject: Subject) throws {
        let ways = try run(subject).works.flatMap(\.ways)
        let missing = ways.filter { $0.time.seconds == nil }
        #expect(missing.contains { $0.time == .missing("no M2") })
        #expect(missing.contains { $0.time == .missing("no Singular") } == (subject != .reading))
        let failing = try run(
            subject, macaulay2: Macaulay2Program.locate(Fixtures.path("fake-m2/fails")).session(),
            singular: fakeSingular("fails"))
        #expect(failing.agrees && failing.macaulay2Version == "1.21")
        let others = failing.works.flatMap(\.ways).filter { $0.time.seconds == nil }
        #expect(others.count == missing.count && others.allSatisfy { $0.time == .missing("failed") })
    }

    @Test(arguments: Subject.allCases) func timeLimit(subject: Subject) throws {
        let late = try run(
            subject, macaulay2: Macaulay2Program.locate(Fixtures.path("fake-m2/hangs")).session(seconds: 0.3),
            singular: fakeSingular("hangs"), seconds: 0.3)
        let others = late.works.flatMap(\.ways).filter { $0.time.seconds == nil }
        #expect(!others.isEmpty && others.allSatisfy { $0.time == .beyond(0.3) })
    }

    /// Another number of generators is a disagreement; ratios are of the same.
    @Test func disagreement() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.program(
            named: "Singular", "#!/bin/sh\necho '@lcngen version 4321'\necho '@lcngen equations 8 1500'\n")
        let benchmark = try run(
            .kernel,
            singular: SingularProgram(
                named: "Singular", environment: ["PATH": scratch.path + ":/usr/bin:/bin"]))
        let work = try #require(benchmark.works.first)
        #expect(!benchmark.agrees && benchmark.singularVersion == 4321)
        #expect(
            work.disagreement
                == "native, minors of the minimal nonfaces: 9 generators, Singular, preimage: 8")
        let preimage = try #require(work.ways.first { $0.name == "Singular, preimage" })
        #expect(preimage.time == .seconds(1.5))
        let unit = try #require(work.reference?.time.seconds)
        #expect(work.ratio(of: preimage) == 1.5 / unit)
    }

    private func fakeSingular(_ name: String) -> SingularProgram? {
        SingularProgram(
            named: name, environment: ["PATH": Fixtures.path("fake-singular") + ":/bin:/usr/bin"])
    }

    @Test(.enabled(if: LiveMacaulay2.isPresent || LiveMacaulay2.isRequired), arguments: Subject.allCases)
    func live(subject: Subject) throws {
        #expect(LiveMacaulay2.isPresent, "no Macaulay2")
        for program in LiveMacaulay2.programs {
            let benchmark = try run(
                subject, sizes: [2, 4], macaulay2: program.session(), singular: SingularProgram())
            #expect(benchmark.agrees, "\(program.version): \(benchmark.works.map(\.disagreement))")
            for work in benchmark.works {
                #expect(work.reference?.generators != nil)
                for way in work.ways where way.role == .same && way.name.contains("Macaulay2") {
                    let isThere = way.time != .missing("not installed")
                    #expect(
                        !isThere || way.generators == work.reference?.generators,
                        "\(program.version), \(work.architecture): \(way.name) \(way.time)")
                }
            }
        }
    }

    @Test(.enabled(if: SingularProgram() != nil)) func liveSingular() throws {
        for subject in [Subject.kernel, .linearAlgebra] {
            let ways = try run(subject, sizes: [2, 3, 4], singular: SingularProgram()).works.flatMap(\.ways)
            let found = ways.filter { $0.name.hasPrefix("Singular") }
            #expect(!found.isEmpty && found.allSatisfy { $0.generators != nil }, "\(found)")
        }
    }
}

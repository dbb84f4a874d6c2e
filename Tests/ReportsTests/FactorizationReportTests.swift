import ExactAlgebra
import Neurovariety
import Testing
import Training

@testable import Reports

@Suite struct FactorizationReportTests {
    private func report(
        _ sizes: [Int], _ strides: [Int], _ filter: [Int], tolerance: Double = 1e-8
    ) throws -> FactorizationReport {
        let architecture = try Architecture(filterSizes: sizes, strides: strides)
        let factorization = try FilterFactorization(filter.map { Rational(Integer($0)) }, architecture)
        var nearest: CriticalPoints?
        if case .outside = factorization.answer {
            nearest = try CriticalPoints.run(TrainingProblem(architecture, nearest: filter.map(Double.init)))
        }
        return FactorizationReport(factorization, nearest: nearest, tolerance: tolerance)
    }

    @Test func unique() throws {
        let report = try report([2, 2], [2], [1, 2, 3, 6])
        #expect(
            report.text == """
                architecture   (2,2;2)
                neurovariety   yes, exactly
                neuromanifold  yes: the layers are rational, and unique up to scaling
                layer 1        1, 2
                layer 2        1, 3

                """)
        #expect(report.json["kind"] == "unique" && report.json["inNeurovariety"] == "true")
        #expect(report.json["filterSizes"] == "[2, 2]" && report.json["strides"] == "[2]")
    }

    @Test func zero() throws {
        let report = try report([2, 2], [2], [0, 0, 0, 0])
        #expect(report.text.contains("yes: the zero filter, its singular point"))
        #expect(report.json["kind"] == "zero")
    }

    @Test func ambiguous() throws {
        let report = try report([4, 2, 2], [2, 2], [4, -3, 0, 0, 16, -12, 0, 0, 0, 0])
        #expect(
            report.text.contains("4 different networks, 2 of them real") && report.text.contains("network 4"))
        #expect(report.json["kind"] == "ambiguous" && report.json.count("networks") == 4)
    }

    @Test func outside() throws {
        let far = try report([2, 2], [2], [1, 2, 3, 7])
        #expect(far.text.contains("layer 2 has a common factor of degree 0, and needs 1"))
        #expect(
            far.text.contains("nearest:  distance 0.126004036") && !far.text.contains("within the tolerance"))
        #expect(far.json["failedLayer"] == "2" && far.json["isWithinTolerance"] == "false")
        #expect(far.json.count("nearest") == 2)
        let near = try report([2, 2], [2], [1, 2, 3, 7], tolerance: 0.1)
        #expect(near.text.contains("within the tolerance 1.0e-01 of the neuromanifold"))
        #expect(near.json["isWithinTolerance"] == "true")
    }
}

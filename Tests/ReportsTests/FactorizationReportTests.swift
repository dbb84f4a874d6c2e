import ExactAlgebra
import Exports
import Neurovariety
import Testing
import Training

@testable import Reports

extension FactorizationReport {
    /// What JSON says of the filter.
    fileprivate var filter: JSONValue { json.elements("filters").first ?? .null }
}

@Suite struct FactorizationReportTests {
    private func report(
        _ sizes: [Int], _ strides: [Int], _ filter: String, tolerance: Double? = nil, list: Int = 20
    ) throws -> FactorizationReport {
        FactorizationReport(
            try FilterExamination.run(
                WrittenFilter(filter), Architecture(filterSizes: sizes, strides: strides),
                options: .init(tolerance: tolerance, mostListed: list)))
    }

    @Test func unique() throws {
        let report = try report([2, 2], [2], "1,2,3,6")
        #expect(
            report.text == """
                architecture   (2,2;2)
                filter         1, 2, 3, 6
                neurovariety   yes, exactly
                neuromanifold  yes: the layers are rational, and unique up to scaling
                distance       0, exactly
                layer 1        1, 2
                layer 2        1, 3

                """)
        #expect(report.filter["kind"] == "unique" && report.filter["inNeurovariety"] == "true")
        #expect(report.json["filterSizes"] == "[2, 2]" && report.json["strides"] == "[2]")
    }

    @Test func zero() throws {
        let report = try report([2, 2], [2], "0,0,0,0")
        #expect(report.text.contains("yes: the zero filter, its singular point"))
        #expect(report.filter["kind"] == "zero")
        #expect(try !self.report([3], [], "0,0,0").text.contains("singular"))
    }

    @Test func ambiguous() throws {
        let report = try report([4, 2, 2], [2, 2], "4,-3,0,0,16,-12,0,0,0,0")
        #expect(
            report.text.contains(
                "3 networks, up to scaling; 1 of them real.\nnetwork 1, real\n  layer 1      4, -3, 0, 0\n"))
        #expect(report.text.contains("network 3, residual"))
        #expect(report.filter["kind"] == "ambiguous" && report.filter.count("networks") == 3)
        let cut = try self.report([4, 2, 2], [2, 2], "4,-3,0,0,16,-12,0,0,0,0", list: 2)
        #expect(
            cut.text.contains("The first 2, real ones before the others (--list):\n")
                && cut.filter.count("networks") == 2)
        let none = try self.report([4, 2, 2], [2, 2], "4,-3,0,0,16,-12,0,0,0,0", list: 0)
        #expect(none.text.contains("neuromanifold  yes, by real layers\n"))
        #expect(none.text.hasSuffix("None is listed.\n") && none.text.contains("neuromanifold  yes"))
    }

    /// The answer is for the architecture as given.
    @Test func strideOne() throws {
        let no = try report([2, 2, 2], [1, 2], "1,1,3,2,2")
        #expect(no.text.hasPrefix("architecture    (2,2,2;1,2); over the complex numbers like (3,2;2)\n"))
        #expect(
            no.text.contains(
                "neuromanifold   no: layers 1 and 2 need two real roots between them; the merged filter 1, 1, 1 has none\n"
            ))
        #expect(
            no.text.contains("layers 1 and 2  1, 1, 1\nlayer 3         1, 2\nCritical points of the distance")
        )
        #expect(
            no.text.contains(
                "nearest:  distance 1.134142527, Morse index 0, on the boundary; proved to be the nearest\n"))
        #expect(
            no.filter["inNeurovariety"] == "true" && no.filter["inNeuromanifold"] == "false"
                && no.filter["verdict"] == "no")
        let yes = try report([2, 2], [1], "1,3,2")
        #expect(yes.text.contains("unique up to scaling and to how layers 1 and 2 share their product\n"))
        #expect(yes.filter["verdict"] == "exactly" && yes.filter["relativeDistance"] == "0.0")
    }

    @Test func outside() throws {
        let far = try report([2, 2], [2], "1,2,3,7")
        #expect(
            far.text.contains(
                "no, exactly: the decomposition for layer 2 has a common factor of degree 0, and needs 1\n"))
        #expect(
            far.text.contains("nearest:  distance 0.126004036")
                && far.text.contains("more than rounding explains"))
        #expect(
            far.filter["failedLayers"] == "[2]" && far.filter["verdict"] == "no"
                && far.filter["consistentWith"] == "none")
        #expect(far.filter.count("nearest") == 2)
        let near = try report([2, 2], [2], "1,2,3,7", tolerance: 0.1)
        #expect(
            near.text.contains("neuromanifold  yes within the tolerance, numerically: by the layers below\n"))
        #expect(near.filter["verdict"] == "within tolerance" && near.filter["inNeuromanifold"] == "false")
        let rounded = try report([2, 2], [2], "0.33333334,0.66666667,1,2.0000001")
        #expect(
            rounded.text.contains(
                "as small as rounding to single precision (float32) makes it; tolerance 9.5e-07\nlayer 1 "))
        #expect(rounded.filter["consistentWith"] == "single" && rounded.filter["precision"] == "single")
    }

    /// Numbers that no double holds, and digits that are not right, are said to be so, also in lists.
    @Test func whatCannotBeWritten() throws {
        for (sizes, strides, filter) in [
            ([3, 2], [2], "1e-1000,0,1,0,1"), ([2, 2], [1], "1e1000,3,1e-1000"),
            ([2, 2], [1], "1e400,1,1e-400"),
        ] {
            let report = try report(sizes, strides, filter)
            let words = (report.text + report.json.text).split { !$0.isLetter }
            #expect(
                !words.contains("inf") && !words.contains("nan") && !words.contains("null"), "\(report.text)")
        }
        let listed = try report([3, 2], [2], "1e-1000,0,1,0,1")
        #expect(listed.text.contains("network 2, real, beyond the range of double precision\n"))
        // Exact numbers have no tolerance.
        let almost = try report(
            [2, 2], [2],
            "100000000000000000000,200000000000000000000,300000000000000000000,600000000000000000001")
        #expect(almost.text.contains("neurovariety   no, exactly") && !almost.text.contains("0, exactly"))
        #expect(almost.text.contains("distance 0 to double precision, Morse index 0"))
    }

    @Test func several() throws {
        let architecture = try Architecture(filterSizes: [2, 2], strides: [1])
        let report = FactorizationsReport(
            try ["1,3,2", "1,0,1"].map { try FilterExamination.run(WrittenFilter($0), architecture) },
            architecture)
        #expect(
            report.text.hasPrefix("filter 1 of 2\narchitecture")
                && report.text.hasSuffix("\n1 of 2 filters are made by real layers.\n"))
        #expect(
            report.json.count("filters") == 2 && report.json.member("data")?["filters"] == "2"
                && report.json["strides"] == "[1]")
    }
}

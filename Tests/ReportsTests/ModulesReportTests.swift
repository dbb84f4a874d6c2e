import Exports
import Neurovariety
import Testing

@testable import Reports

@Suite struct ModulesReportTests {
    @Test func twoLayers() throws {
        let modules = try GeneratorModules(Architecture(filterSizes: [5, 2], strides: [3]))
        let report = ModulesReport(try #require(modules))
        #expect(
            report.text.hasPrefix(
                """
                Generators of the prime ideal of (5,2;3) as SL₂-modules

                degree  multidegree  dimension  modules
                ───────────────────────────────────────
                3       (1,1,1)      2          V₁
                3       (1,0,2)      1          V₀
                3       (0,1,2)      1          V₀
                4       (2,2,0)      1          V₀

                """))
        #expect(report.json["strides"] == "[3]" && report.json.count("modules") == 4)
    }

    @Test func multiplicitiesAreWritten() throws {
        let modules = try GeneratorModules(Architecture(filterSizes: [5, 5], strides: [3]))
        let report = ModulesReport(try #require(modules))
        let dimensions = report.modules.rows.map(\.dimension).reduce(0, +)
        #expect(dimensions == 115 && report.text.contains(" + "))
    }
}

import ExactAlgebra
import Exports
import Foundation
import Neurovariety
import Studies
import Testing
import Training

@testable import Reports

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct TrainingReportTests {
    @Test func table3AgreesWithThePaper() throws {
        let table = try Table3(largest: 9)
        #expect(table.agreement == (64, 64))
        #expect(table.isSymmetric)
        #expect(Table3Report(table).table.text(width: nil).contains("64 of 64"))
        let larger = try Table3(largest: 12)
        #expect(larger.agreement == (64, 64) && larger.values.count == 11)
        #expect(try Table3(largest: 3).agreement == (4, 4))
    }

    /// Well-formed by a parser that is not ours.
    private func isXML(_ text: String) -> Bool {
        let parser = XMLParser(data: Data(text.utf8))
        return parser.parse()
    }

    @Test func drawingsAreWellFormed() throws {
        let figure = MergeDiagramReport(try MergeDiagram(filterSizes: [2, 3, 4, 5]))
        #expect(isXML(figure.svg) && figure.svg.contains("2976084") && figure.text.contains("C(6,6) = 17730"))
        #expect(isXML(Table3Report(try Table3(largest: 5)).plot.svg))
        for isLogarithmic in [true, false] {
            for points in [
                [], [(1.0, 5.0)], [(1, 0), (2, -3)], [(1, 1e-300), (2, 1e300)], [(0, .nan), (1, 2)],
            ] as [[(Double, Double)]] {
                let plot = Plot(
                    title: "<&\">", horizontal: "x", vertical: "y", isLogarithmic: isLogarithmic,
                    series: [.init("a & b", points)])
                #expect(isXML(plot.svg), "\(points)")
            }
        }
    }

    @Test func criticalPointsInEveryFormat() throws {
        let problem = try TrainingProblem.random(
            Architecture(filterSizes: [2, 2], strides: [2]), outputWidth: 1, seed: 1)
        let points = try CriticalPoints.run(problem)
        let report = CriticalPointsReport(points, seconds: 0.1)
        #expect(report.text.contains("6 certified") && report.text.contains("global minimum"))
        let all = CriticalPointsReport(points, seconds: 0.1, listsAll: true).text
        #expect(all.hasPrefix(report.text) && all.contains("\n6 certified within "))
        let parsed = try JSONSerialization.jsonObject(with: Data(report.json.text.utf8)) as? [String: Any]
        #expect(parsed?["isComplete"] as? Bool == true && parsed?["expected"] as? Int == 6)
        let real = try #require(parsed?["real"] as? [[String: Any]])
        let listed = try #require(parsed?["points"] as? [[String: Any]])
        #expect(real.count == points.certifiedRealCount && listed.count == 6)
        for (object, point) in zip(listed, points.points) {
            #expect(object["status"] as? String == "certified" && object["isReal"] as? Bool == point.isReal)
            // Foundation reads the last digit differently.
            let filter = try #require(object["endToEndFilter"] as? [[Double]])
            for (pair, value) in zip(filter, point.filter) {
                #expect(abs(pair[0] - value.real) + abs(pair[1] - value.imaginary) < 1e-14)
            }
            #expect((object["layerRadii"] as? [[Double]])?.map(\.count) == [2, 2])
        }
        for (object, point) in zip(real, points.real) {
            let interval = try #require(object["lossInterval"] as? [Double])
            #expect(interval[0] < point.loss && point.loss < interval[1])
            #expect(object["isIndexProved"] as? Bool == true)
            #expect(abs((object["meanLoss"] as? Double ?? 0) * 8 - point.loss) < 1e-14 * point.loss)
        }
        let rows = report.csv.split(separator: "\n")
        #expect(rows.count == 7)
        let columns = rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }
        #expect(Set(columns) == [18])
        #expect(rows.count { $0.contains(",certified,yes,") } == points.certifiedRealCount)
        #expect(isXML(report.svg))
    }

    /// The boundary of what layers with stride 1 make, in all formats: the same points, and the minimum of the network.
    @Test func boundary() throws {
        let points = try CriticalPoints.run(
            .random(Architecture(filterSizes: [2, 2, 2], strides: [1, 2]), outputWidth: 1, seed: 1))
        let report = CriticalPointsReport(points, seconds: 0.1)
        #expect(points.networkMinimum?.place == .boundary(stratum: 0, point: 0))
        let loss = try #require(points.networkMinimum?.point.lossInterval.certainText())
        #expect(
            report.text.contains(
                "minimum            \(loss), point b1: the global minimum of the network, proved\n"))
        #expect(
            report.text.contains(
                "boundary           layers 1-2: double root: 14 of 14 critical points certified, all; "))
        #expect(report.text.contains("global minimum of the neurovariety, not attained"))
        let parsed = try JSONSerialization.jsonObject(with: Data(report.json.text.utf8)) as? [String: Any]
        let part = try #require((parsed?["boundary"] as? [[String: Any]])?.first)
        #expect(part["multiplicities"] as? [[Int]] == [[2], []] && part["isComplete"] as? Bool == true)
        #expect((part["points"] as? [Any])?.count == 14)
        let minimum = try #require(parsed?["networkMinimum"] as? [String: Any])
        #expect(minimum["point"] as? String == "b1" && minimum["isProved"] as? Bool == true)
        #expect((minimum["layers"] as? [[Double]])?.map(\.count) == [2, 2, 2])
        let rows = report.csv.split(separator: "\n")
        #expect(rows.count == 1 + 10 + 14)
        #expect(rows.contains { $0.hasPrefix("b1,layers 1-2: double root,certified,yes,yes,") })
        #expect(rows.contains { $0.contains(",\"global minimum of the neurovariety, not attained\",") })
        let without = CriticalPointsReport(
            try CriticalPoints.run(points.problem, options: .init(searchesBoundary: false)), seconds: 0)
        #expect(
            without.text.contains("boundary           not searched\n") && !without.text.contains("proved\n"))
    }

    /// A loss that turns of the root do not change: on the boundary the minima are a circle, and the report says what was found there.
    @Test func circleOnTheBoundary() throws {
        let inputs: [Double] = [1, 0, 0, 0, 0.5.squareRoot(), 0, 0, 0, 1]
        let problem = try TrainingProblem(
            Architecture(filterSizes: [2, 2], strides: [1]),
            inputs: DataMatrix(rowCount: 3, columnCount: 3, values: inputs),
            outputs: DataMatrix(rowCount: 3, columnCount: 1, values: [1, 0, 1]))
        let points = try CriticalPoints.run(problem)
        let report = CriticalPointsReport(points, seconds: 0)
        #expect(points.networkMinimum?.isProved != true && !points.isBoundaryComplete)
        #expect(!report.text.contains("not searched") && !report.text.contains("minimum of the network"))
        let endings = try #require(points.boundary.first?.endings)
        #expect(endings.pathCount == 4 && !endings.pathsByDimension.isEmpty)
        #expect(report.text.contains("; numerically, \(endings.text)\n"))
    }

    /// Where the search was stopped nobody knows how the paths end.
    @Test func stopped() throws {
        let problem = try TrainingProblem.random(
            Architecture(filterSizes: [2, 2, 2], strides: [1, 2]), outputWidth: 1, seed: 1)
        let report = CriticalPointsReport(
            try CriticalPoints.run(problem, options: .init(shouldStop: { true })), seconds: 0)
        #expect(!report.json.text.contains("pathEndings") && !report.text.contains("lost"))
        #expect(!report.text.contains("global minimum"))
    }

    /// What was read: in both files something was left out.
    @Test func dataThatWereRead() throws {
        let inputs = try DataMatrix(
            text: "0,1,2,3\n"
                + (0..<6).map { i in
                    (0..<4).map { "\(sin(Double(i * i + 5 * $0 * $0 + i * $0)))" }.joined(separator: ",")
                        + "\n"
                }.joined(), name: "X\u{1B}.csv")
        let outputs = try DataMatrix(text: ";y\n0;1,5\n1;2\n2;0,5\n3;1\n4;0\n5;2\n", name: "Y.csv")
        let problem = try TrainingProblem(
            Architecture(filterSizes: [2, 2], strides: [2]), inputs: inputs, outputs: outputs)
        let report = CriticalPointsReport(try CriticalPoints.run(problem), seconds: 0.1)
        #expect(
            report.text.contains(
                """
                data               samples 6, inputs 4, outputs 1
                  X                X\\u{1B}.csv: text, commas; line 1 is a heading (0, 1, 2, 3)
                  Y                Y.csv: text, semicolons, decimal commas; line 1 is a heading (, y); column 1 is an index, left out

                """), "\(report.text)")
        let parsed = try JSONSerialization.jsonObject(with: Data(report.json.text.utf8)) as? [String: Any]
        let data = try #require(parsed?["data"] as? [String: Any])
        #expect(data["samples"] as? Int == 6 && data["inputs"] as? Int == 4 && data["outputs"] as? Int == 1)
        let (x, y) = try (
            #require(data["x"] as? [String: Any]), #require(data["y"] as? [String: Any])
        )
        #expect(x["headingLine"] as? Int == 1 && x["heading"] as? String == "0, 1, 2, 3")
        #expect(x["hasIndexColumn"] as? Bool == false && y["hasIndexColumn"] as? Bool == true)
        #expect(x["file"] as? String == "X\\u{1B}.csv" && x["format"] as? String == "text, commas")
        // Random data come from no file, and a filter's neighbours from no data.
        let random = CriticalPointsReport(
            try CriticalPoints.run(
                .random(Architecture(filterSizes: [2, 2], strides: [2]), outputWidth: 1, seed: 1)), seconds: 0
        )
        #expect(random.text.contains("samples 8, inputs 4, outputs 1") && !random.text.contains("  X  "))
        let nearest = CriticalPointsReport(
            try CriticalPoints.run(
                TrainingProblem(Architecture(filterSizes: [2, 2], strides: [2]), nearest: [1, 2, 3, 7])),
            seconds: 0)
        #expect(!nearest.text.contains("samples"))
    }

    /// A point that is not counted, and completeness that is not proved.
    /// Degenerate points and sets of positive dimension, in text and JSON.
    @Test func whereThePathsEnd() throws {
        func report(_ sizes: [Int], _ filter: [Double]) throws -> CriticalPointsReport {
            CriticalPointsReport(
                try CriticalPoints.run(
                    TrainingProblem(Architecture(filterSizes: sizes, strides: [2]), nearest: filter)),
                seconds: 0.1)
        }
        let circle = try report([2, 2], [1, 0, 0, 1])
        #expect(circle.text.contains("2 to infinity, 4 on critical sets of dimension 1; together 6\n"))
        #expect(
            circle.text.contains(
                "isolated           0 filters w ≠ 0, and critical sets of positive dimension, numerically\n"))
        // The real ones, by loss, come first.
        #expect(
            circle.text.contains(
                "n2     1  on a critical set of dimension 1: 1 path ends there, real to rounding\n"))
        #expect(circle.text.contains("1 path ends there, not real\n"))
        let degenerate = try report([3, 2], [1, 0, 0, 0, 1])
        let words = "isolated, degenerate: 6 paths end there, real to rounding"
        #expect(degenerate.text.contains("n1     0  \(words)\n"))
        let rows = degenerate.csv.split(separator: "\n")
        #expect(rows.count == 6 && rows[5].hasPrefix("n1,,numerical,unknown,,0.0,,,,,,\"\(words)\",,,,,"))
        #expect(
            degenerate.svg.contains("n1, not certified")
                && degenerate.svg.contains("4 certified critical points, 1 not"))
        // Both of the equal minima; the degenerate point is lower.
        #expect(degenerate.text.matches(of: /lowest certified minimum/).count == 2)
        #expect(
            degenerate.text.contains(
                "4 paths at 4 filters with regular Hessian, 6 at 1 filter isolated and degenerate (multiplicity 6)"
            ))
        let parsed =
            try JSONSerialization.jsonObject(with: Data(degenerate.json.text.utf8)) as? [String: Any]
        let endings = try #require(parsed?["pathEndings"] as? [String: Any])
        #expect(endings["regular"] as? Int == 4 && endings["lost"] as? Int == 0)
        let points = try #require(endings["singularPoints"] as? [[String: Any]])
        #expect(points.count == 1 && points[0]["paths"] as? Int == 6 && points[0]["dimension"] as? Int == 0)
    }

    /// Equal minima have the same name, in text, CSV and drawing.
    @Test func ties() throws {
        let (diagonal, output) = ([5.0, 3, 3, 5], [-1.0, 3, 3, -1])
        var inputs = [Double](repeating: 0, count: 16)
        for (i, value) in diagonal.enumerated() { inputs[5 * i] = value }
        let points = try CriticalPoints.run(
            TrainingProblem(
                Architecture(filterSizes: [2, 2], strides: [2]),
                inputs: DataMatrix(rowCount: 4, columnCount: 4, values: inputs),
                outputs: DataMatrix(rowCount: 4, columnCount: 1, values: output)))
        let report = CriticalPointsReport(points, seconds: 0)
        #expect(points.isComplete && !points.isGlobalMinimumProved)
        for text in [report.text, report.csv, report.picture.marks.compactMap(\.label).joined()] {
            #expect(text.matches(of: /lowest minimum, tied/).count == 2 && !text.contains("local minimum"))
        }
    }

    @Test func whatIsNotCountedIsNamed() throws {
        var inputs = [Double](repeating: 0, count: 16)
        for (i, value) in [1.0, 2, 3, 5].enumerated() { inputs[5 * i] = value }
        let problem = try TrainingProblem(
            Architecture(filterSizes: [2, 2], strides: [2]),
            inputs: DataMatrix(rowCount: 4, columnCount: 4, values: inputs),
            outputs: DataMatrix(rowCount: 4, columnCount: 1, values: [1, 1, 1, 1.2]))
        let report = CriticalPointsReport(try CriticalPoints.run(problem), seconds: 0.1)
        #expect(report.text.contains("5 with w ≠ 0, 5 certified"))
        #expect(report.text.contains("5 paths at 5 filters with regular Hessian, 1 at w = 0; together 6\n"))
        #expect(report.text.contains("isolated           5 filters w ≠ 0, numerically\n"))
        #expect(report.text.contains("not proved: 5 certified, at most 6 exist"))
        #expect(report.text.contains("lowest certified minimum") && !report.text.contains("global minimum"))
        #expect(report.json.text.contains("\"isComplete\": false"))
    }

    /// Points that are found and cannot be certified are numerical, and have no radii.
    @Test func whatIsNotCertifiedIsNumerical() throws {
        let problem = try TrainingProblem(
            Architecture(filterSizes: [3, 2], strides: [2]), nearest: [1, 0, -2, 0, 1])
        let points = try CriticalPoints.run(problem)
        let report = CriticalPointsReport(points, seconds: 0.1, listsAll: true)
        let numerical = points.foundCount - points.certifiedCount
        #expect(report.json.text.components(separatedBy: "\"numerical\"").count == 1 + numerical)
        // Each once, those where paths end among them.
        let listed = report.numericalPoints
        #expect(report.csv.components(separatedBy: ",numerical,unknown,").count == 1 + listed.count)
        #expect(!listed.isEmpty && listed.count >= numerical)
        #expect(report.text.contains("not certified: degenerate") == (numerical > 0))
        #expect(points.points.allSatisfy { $0.isCertified != $0.filterRadii.isEmpty })
        #expect(report.json.text.firstMatch(of: /nan|inf\b|null/) == nil)
    }

    @Test func digitsThatAreCertain() throws {
        let problem = try TrainingProblem.random(
            Architecture(filterSizes: [2, 2], strides: [2]), outputWidth: 1, seed: 1)
        let interval = try #require(CriticalPoints.run(problem).real.first?.lossInterval)
        let text = interval.certainText()
        #expect(text == String(format: "%.12g", interval.lower))
        // More digits than there are.
        let most = try #require(Double(interval.certainText(digits: 30)))
        #expect(abs(most - interval.midpoint) <= 1e-12 * interval.midpoint)
        let exact = try CriticalPoints.run(
            TrainingProblem(Architecture(filterSizes: [2, 2], strides: [2]), nearest: [1, 2, 3, 6]))
        let zero = try #require(exact.real.first?.lossInterval)
        #expect(zero.lower <= 0 && zero.certainText().hasPrefix("< "))
    }
}

import ExactAlgebra
import Exports
import Foundation
import Neurovariety
import TestSupport
import Testing

@testable import Reports
@testable import Studies

@Suite struct SweepReportTests {
    /// Two data sets, one of which makes no problem; the layers make less than the neurovariety.
    private func report(
        _ sizes: [Int] = [2, 2, 2], _ strides: [Int] = [1, 2], searchesBoundary: Bool = true
    ) throws -> SweepReport {
        SweepReport(try sweep(sizes, strides, searchesBoundary: searchesBoundary))
    }

    private func conditions(
        _ sizes: [Int] = [2, 2, 2], _ strides: [Int] = [1, 2], searchesBoundary: Bool = true
    ) throws -> SweepConditions {
        let architecture = try Architecture(filterSizes: sizes, strides: strides)
        var conditions = SweepConditions(
            program: "lcngen", build: "b", architecture: architecture, lastStride: 1, expected: 10,
            mostPoints: 100, searchesBoundary: searchesBoundary)
        (conditions.inputs, conditions.outputs, conditions.seed) = (7, 2, 3)
        return conditions
    }

    private func sweep(_ sizes: [Int] = [2, 2, 2], _ strides: [Int] = [1, 2], searchesBoundary: Bool = true)
        throws -> CriticalPointsSweep
    {
        let conditions = try conditions(sizes, strides, searchesBoundary: searchesBoundary)
        let found = SweepRow.Found(
            found: 10, certified: 10, real: 4, realByIndex: [1, 3], isComplete: true,
            network: strides[0] > 1
                ? nil : .init(attained: 3, boundary: 2, minima: 2, isBoundaryComplete: true),
            minimum: .init(lower: 0.5, upper: 0.50000095367431640625, isProved: false, isOnBoundary: true))
        return CriticalPointsSweep(
            rows: [
                SweepRow(
                    .dataSet(name: "a, b\u{1B}.csv", hash: "00ff"), samples: 5, found: found, seconds: 0.25),
                SweepRow(
                    .dataSet(name: "c.csv", hash: "11ff"), samples: 1, found: nil, missing: "too few",
                    seconds: 0),
            ], conditions: conditions, plannedCount: 3)
    }

    @Test func text() throws {
        let text = try report().text
        for line in [
            "architecture       (2,2,2;1,2), reduced (3,2;2)\n",
            "problems           2 of 3, data sets of samples of 7 inputs, 2 outputs; seed 3\n",
            "complete           1: all C_k points with w ≠ 0 are certified, and all of the boundary\n",
            "not searched       1\n",
            "minimum            0 global minima are proved; on the boundary lie 1\n",
            "c.csv: too few\n", "mean 4.000\n", "Local minima of the network: how often",
            "Real critical points by Morse index, mean  0: 1.000, 1: 3.000\n",
        ] { #expect(text.contains(line), "\(line)\n\(text)") }
        #expect(text.contains(/a, b\\u\{1B\}\.csv .* 0\.5 \? +boundary +yes\n/), "\(text)")
        // Nothing is said of networks that make all.
        let plain = try report([3, 2], [2]).text
        #expect(!plain.contains("boundary") && !plain.contains("network minima"), "\(plain)")
        // Without the boundary it is not known how many minima there are.
        let bare = try report(searchesBoundary: false)
        #expect(bare.text.contains("attained") && !bare.text.contains("network minima"))
        #expect(bare.csv.hasPrefix("file,") && !bare.csv.contains("network_minima"))
        for line in bare.csv.replacing("\"a, b", with: "a b").split(separator: "\n") {
            #expect(line.count { $0 == "," } == 17, "\(line)")
        }
    }

    /// Tables fit the terminal.
    @Test(arguments: [60, 80, 120]) func widths(width: Int) throws {
        let lines = try report().text(width: width).split(separator: "\n")
        let table = lines.filter { $0.contains(".csv  ") || $0.hasPrefix("─") || $0.hasPrefix("data set") }
        #expect(table.count >= 4 && table.allSatisfy { $0.count <= width }, "\(table)")
    }

    @Test func fields() throws {
        let lines = try report().csv.split(separator: "\n")
        #expect(
            lines[0]
                == "file,content_hash,samples,C_k,found,certified,real,minima,real_by_morse_index,attained,boundary_attained,network_minima,least_loss,loss_lower,loss_upper,mean_loss,minimum_proved,minimum_on_boundary,complete,missing,seconds"
        )
        #expect(
            lines[1]
                == "\"a, b\\u{1B}.csv\",00ff,5,10,10,10,4,1,1 3,3,2,2,0.5000004768371582,0.5,0.5000009536743164,0.05000004768371582,no,yes,yes,,0.25"
        )
        #expect(lines[2] == "c.csv,11ff,1,10,,,,,,,,,,,,,,,no,too few,0.0")
    }

    /// Damaged lines of a journal are results that can be printed, or none.
    @Test func damagedLines() throws {
        let rows = try JSONLine.text(of: conditions())
        let lines = try sweep().rows.map { try SweepLine.row($0).text() } + [rows]
        var mutations = Mutations(lines.map { Array($0.utf8) })
        var count = 0
        for _ in 0..<Mutations.count {
            let text = String(decoding: mutations.next(), as: UTF8.self)
            let read = try JSONLine.read(SweepConditions.self, text)
            guard case .row(let row)? = try SweepLine(text) else {
                if let read { _ = read.differences(from: try conditions()) }
                continue
            }
            count += 1
            let report = SweepReport(
                CriticalPointsSweep(rows: [row], conditions: try conditions(), plannedCount: 1))
            #expect(!report.text.isEmpty && !report.csv.isEmpty, "seed \(mutations.seed)")
            _ = report.json
        }
        #expect(count > 10, "seed \(mutations.seed)")
        for (before, after) in [
            ("\"samples\":5", "\"samples\":0"), ("\"real\":4", "\"real\":3"),
            ("[1,3]", "[9223372036854775807,3]"),
            ("\"real\":4", "\"real\":11"), ("\"lower\":0.5", "\"lower\":0.6"),
            ("\"samples\":5", "\"samples\":5,\"missing\":\"x\""),
            ("\"attained\":3", "\"attained\":-3"), ("\"seconds\":0.25", "\"seconds\":-1"),
        ] {
            #expect(lines[0].contains(before), "\(before)\n\(lines[0])")
            #expect(try SweepLine(lines[0].replacing(before, with: after)) == nil, "\(after)")
        }
    }
}

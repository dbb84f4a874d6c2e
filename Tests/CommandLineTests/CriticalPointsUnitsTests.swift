import Foundation
import TestSupport
import Testing

/// Data in units of any size: answered, or refused with the reason.
@Suite struct CriticalPointsUnitsTests {
    /// The fixture with every number times a power of ten.
    private func write(_ name: String, exponent: Int, to folder: String) throws -> String {
        let text = try String(contentsOfFile: Fixtures.path("training/\(name)"), encoding: .utf8)
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            line.split(separator: ",").map { "\($0)e\(exponent)" }.joined(separator: ",") + "\n"
        }
        let path = folder + "/" + name
        try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test(
        arguments: [
            (0, 0, 0), (80, 80, 0), (-85, -85, 0), (0, 140, 0), (0, -140, 0), (150, 0, 0), (-150, 0, 0),
            (160, 0, 0), (-160, 0, 0), (0, 160, 65), (0, -160, 65), (160, 160, 65), (-160, -160, 65),
            (-150, 140, 65), (-310, 0, 65), (-310, -310, 65), (300, -300, 65),
        ] as [(Int, Int, Int32)])
    func answeredOrRefused(inputs: Int, outputs: Int, status: Int32) throws {
        let scratch = try ScratchFolder()
        let words = [
            "critical-points", "--k", "3,3", "--s", "2",
            "--x", try write("X.csv", exponent: inputs, to: scratch.path),
            "--y", try write("Y.csv", exponent: outputs, to: scratch.path),
        ]
        for format in ["text", "json", "csv"] {
            let outcome = try run(words + ["--format", format])
            #expect(outcome.status == status, "\(outcome)")
            guard status == 0 else {
                #expect(outcome.output.isEmpty && outcome.errors.contains("beyond the range of numbers"))
                continue
            }
            #expect(outcome.output.firstMatch(of: /\b(nan|inf|null)\b/) == nil)
            #expect(outcome.output.components(separatedBy: "saddle").count == 5)
            #expect(outcome.output.components(separatedBy: "local minimum").count == 3)
            #expect(outcome.output.components(separatedBy: "global minimum").count == 2)
            if format == "text" {
                #expect(outcome.output.contains("39 with w ≠ 0, 39 certified"))
                #expect(outcome.output.contains("1  3.84647761762"))
            }
        }
    }
}

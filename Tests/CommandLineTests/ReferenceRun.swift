import Exports
import Foundation
import Neurovariety
import Studies
import TestSupport

/// A document of `fixtures/bench`: a folder for each machine, with what `bench` and `table2` wrote there.
///
/// Of Table 2 each column is a run of its own, `table2-7.json`.
struct ReferenceRun {
    let machine: String
    let name: String
    let text: String

    static let subjects = ["minors", "kernel", "linear-algebra", "reading", "factor", "critical"]

    static func all() throws -> [ReferenceRun] {
        let folder = Fixtures.path("bench")
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().flatMap { machine in
            try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(machine)").sorted().map { name in
                ReferenceRun(
                    machine: machine, name: name.replacing(".json", with: ""),
                    text: try String(contentsOfFile: "\(folder)/\(machine)/\(name)", encoding: .utf8))
            }
        }
    }

    /// In the schema.
    var definition: String {
        switch name {
        case "minors": return "benchMinors"
        case "factor": return "benchFactor"
        case "critical": return "benchCritical"
        case _ where name.hasPrefix("table2-"): return "table2"
        default: return "benchIdeals"
        }
    }

    func decoded<Document: Decodable>(_ type: Document.Type) throws -> Document {
        try JSONDecoder().decode(Document.self, from: Data(text.utf8))
    }
}

/// What tests read of a document of Table 2.
struct Table2Document: Decodable {
    struct Column: Decodable {
        let filterSizes: [Int]
        let strides: [Int]
        /// With those that the paper prints.
        let times: [String: MeasuredTime]
    }

    let command: String
    let machine: String
    let macaulay2: String
    let limitSeconds: Double
    let architectures: [Column]
}

/// What tests read of a document of `bench kernel` and its like.
struct IdealsDocument: Decodable {
    struct Work: Decodable {
        let filterSizes: [Int]
        let strides: [Int]
        let ideal: String
        let ways: [Way]
        let disagreement: String?
    }

    struct Way: Decodable {
        let name: String
        let time: MeasuredTime
    }

    let machine: String
    let macaulay2: String
    let singular: Int?
    let limitSeconds: Double
    let works: [Work]
}

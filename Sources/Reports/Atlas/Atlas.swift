import Foundation
import Neurovariety

/// A table of all reduced architectures up to an end-to-end filter size.
///
/// With a journal, a CSV file to which each row is appended when it is known, an interrupted run goes on where it
/// stopped.
public struct Atlas: Sendable {
    public private(set) var rows: [AtlasRow] = []

    static let heading = AtlasRow.columns.joined(separator: ",")

    /// - Parameters:
    ///   - journal: the path of the CSV file; made if it does not exist.
    ///   - progress: called with the architecture that begins and the share of rows that are done.
    /// - Throws: ``AtlasError`` for a journal that is something else.
    public init(
        upTo largest: Int, journal path: String?, progress: (Architecture, Double) -> Void = { _, _ in }
    ) throws {
        let architectures = ReducedArchitectures.upTo(endToEndFilterSize: largest)
        let journal = try path.map { try AtlasJournal(path: $0) }
        for (index, architecture) in architectures.enumerated() {
            if let known = journal?.known[architecture.filterSizes + [0] + architecture.strides] {
                rows.append(known)
                continue
            }
            progress(architecture, Double(index) / Double(architectures.count))
            let row = try AtlasRow(architecture)
            try journal?.append(row)
            rows.append(row)
        }
    }

    public func rendered(_ format: AtlasFormat) -> String {
        switch format {
        case .csv: return ([Self.heading] + rows.map(\.csv)).joined(separator: "\n") + "\n"
        case .text: return table.text
        case .markdown: return table.markdown
        case .json: return JSONValue.array(rows.map(\.json)).text
        }
    }

    private var table: Table {
        Table(
            caption: "Neurovarieties of reduced architectures",
            header: ["(k;s)", "K", "dim", "degree", "generators", "h-numerator", "J radical", "by"],
            rows: rows.map(\.tableRow),
            notes: [
                "Generators: of the prime ideal, degree:number; minors of minimal nonfaces, minimal as observed.",
                "J radical: by ranks in every degree with generators, or for two layers by the levels below l₁.",
            ],
            alignsRight: false)
    }
}

public enum AtlasFormat: String, CaseIterable, Sendable {
    case text, markdown, csv, json
}

/// What is wrong with a journal.
public enum AtlasError: Error, Hashable, Sendable, CustomStringConvertible {
    case noJournal(path: String)
    case cannotWrite(path: String, reason: String)

    public var description: String {
        switch self {
        case .noJournal(let path): return "\(path) is no journal of this version of the atlas"
        case .cannotWrite(let path, let reason): return "cannot write \(path): \(reason)"
        }
    }
}

/// The rows known so far, in a file that is only appended to.
private final class AtlasJournal {
    private(set) var known: [[Int]: AtlasRow] = [:]
    private let path: String
    private let handle: FileHandle

    init(path: String) throws {
        self.path = path
        let data = FileManager.default.contents(atPath: path) ?? Data()
        // A line that was cut off by a crash does not count, and is taken out.
        let whole = data.lastIndex(of: UInt8(ascii: "\n")).map { data[...$0] } ?? Data()
        let lines = String(decoding: whole, as: UTF8.self).split(separator: "\n")
        if !data.isEmpty {
            guard lines.first.map(String.init) == Atlas.heading || Atlas.heading.utf8.starts(with: data)
            else { throw AtlasError.noJournal(path: path) }
        }
        for line in lines.dropFirst() {
            guard let row = AtlasRow(csv: line) else { throw AtlasError.noJournal(path: path) }
            known[row.filterSizes + [0] + row.strides] = row
        }
        do {
            if !FileManager.default.fileExists(atPath: path) {
                try Data().write(to: URL(fileURLWithPath: path))
            }
            handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            try handle.truncate(atOffset: UInt64(whole.count))
            if whole.isEmpty { try handle.write(contentsOf: Data((Atlas.heading + "\n").utf8)) }
        } catch {
            throw AtlasError.cannotWrite(path: path, reason: error.localizedDescription)
        }
    }

    func append(_ row: AtlasRow) throws {
        do {
            try handle.write(contentsOf: Data((row.csv + "\n").utf8))
        } catch {
            throw AtlasError.cannotWrite(path: path, reason: error.localizedDescription)
        }
    }
}

import Foundation

extension DataMatrix {
    /// The most bytes that are read.
    static let largestFile = 1 << 30

    /// Reads a file: a NumPy array if it ends in `.npy`, else text, one sample a line.
    ///
    /// - Throws: ``DataError``.
    public init(path: String) throws(DataError) {
        let data: Data
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            data = try file.read(upToCount: Self.largestFile + 1) ?? Data()
        } catch {
            throw .cannotRead(file: path, reason: String(cString: strerror(errno)))
        }
        guard data.count <= Self.largestFile else {
            throw .cannotRead(file: path, reason: "larger than \(Self.largestFile) bytes")
        }
        if path.hasSuffix(".npy") {
            try self.init(numPy: [UInt8](data), name: path)
        } else {
            try self.init(text: String(decoding: data, as: UTF8.self), name: path)
        }
    }

    /// Reads lines of numbers separated by commas, semicolons, tabs or spaces. Empty lines and what follows `#` are
    /// left out; a first line without any number is a heading.
    public init(text: String, name: String) throws(DataError) {
        var values: [Double] = []
        var width: Int?
        var rows = 0
        var isFirst = true
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            let content = line.prefix { $0 != "#" }
            guard content.contains(where: { !$0.isWhitespace }) else { continue }
            let fields = Self.fields(content)
            if isFirst, fields.allSatisfy({ Double($0) == nil }) {
                isFirst = false
                continue
            }
            isFirst = false
            if let width, fields.count != width {
                throw .ragged(file: name, line: index + 1, expected: width, found: fields.count)
            }
            width = fields.count
            for (column, field) in fields.enumerated() {
                guard let value = Double(field) else {
                    throw .notANumber(
                        file: name, line: index + 1, column: column + 1, text: String(field.prefix(40)))
                }
                guard value.isFinite else {
                    throw .notFinite(file: name, line: index + 1, column: column + 1)
                }
                values.append(value)
            }
            rows += 1
        }
        guard let width, rows > 0 else { throw .empty(file: name) }
        self.init(rowCount: rows, columnCount: width, values: values)
    }

    private static func fields(_ line: Substring) -> [Substring] {
        let separator: Character? = [",", ";", "\t"].first { line.contains($0) }
        guard let separator else { return line.split(whereSeparator: \.isWhitespace) }
        return line.split(separator: separator, omittingEmptySubsequences: false).map { field in
            var rest = field.drop(while: \.isWhitespace)
            while rest.last?.isWhitespace == true { rest.removeLast() }
            return rest
        }
    }
}

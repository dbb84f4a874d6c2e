import Foundation

/// Files of numbers, as bytes; `-` is standard input.
enum DataFile {
    /// The most bytes that are read.
    static let largestSize = 1 << 30

    /// What messages and reports call it.
    static func name(_ path: String) -> String {
        path == "-" ? "standard input" : path.hasPrefix("-:") ? "standard input\(path.dropFirst())" : path
    }

    static func exists(_ path: String) -> Bool { path == "-" || FileManager.default.fileExists(atPath: path) }

    static func bytes(path: String) throws(DataError) -> [UInt8] {
        let data: Data
        do {
            let file =
                path == "-"
                ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            data = try file.read(upToCount: largestSize + 1) ?? Data()
        } catch {
            throw .cannotRead(file: name(path), reason: String(cString: strerror(errno)))
        }
        guard data.count <= largestSize else {
            throw .cannotRead(file: name(path), reason: "larger than \(largestSize) bytes")
        }
        return [UInt8](data)
    }
}

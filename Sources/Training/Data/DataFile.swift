import PlatformBasics

/// Files of numbers, as bytes; `-` is standard input.
enum DataFile {
    /// The most bytes that are read.
    static let largestSize = 1 << 30

    /// What messages and reports call it.
    static func name(_ path: String) -> String {
        path == "-" ? "standard input" : path.hasPrefix("-:") ? "standard input\(path.dropFirst())" : path
    }

    static func exists(_ path: String) -> Bool { path == "-" || access(path, F_OK) == 0 }

    static func bytes(path: String) throws(DataError) -> [UInt8] {
        let bytes: [UInt8]
        do throws(SystemError) {
            bytes = try FileBytes.readInput(path, atMost: largestSize + 1)
        } catch {
            throw .cannotRead(file: name(path), reason: "\(error)")
        }
        guard bytes.count <= largestSize else {
            throw .cannotRead(file: name(path), reason: "larger than \(largestSize) bytes")
        }
        return bytes
    }
}

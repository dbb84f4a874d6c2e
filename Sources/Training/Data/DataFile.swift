import Foundation

/// Files of numbers, as bytes.
enum DataFile {
    /// The most bytes that are read.
    static let largestSize = 1 << 30

    static func bytes(path: String) throws(DataError) -> [UInt8] {
        let data: Data
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            data = try file.read(upToCount: largestSize + 1) ?? Data()
        } catch {
            throw .cannotRead(file: path, reason: String(cString: strerror(errno)))
        }
        guard data.count <= largestSize else {
            throw .cannotRead(file: path, reason: "larger than \(largestSize) bytes")
        }
        return [UInt8](data)
    }
}

/// The files in a zip archive, stored or deflated, as NumPy writes `.npz`; a length of 4 GiB or more is not read.
struct ZipArchive {
    private struct Entry {
        let method: UInt64
        let checksum: UInt64
        let storedSize: Int
        let size: Int
        let headerStart: Int
        let isEncrypted: Bool
    }

    private let bytes: [UInt8]
    private let name: String
    private var entries: [String: Entry] = [:]
    /// In the order of the archive.
    private(set) var names: [String] = []

    /// Whether bytes begin like an archive, an empty one included.
    static func isOne(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
    }

    init(_ bytes: [UInt8], name: String) throws(DataError) {
        (self.bytes, self.name) = (bytes, name)
        // The directory is at the end, and its own end, of 22 bytes, has at most a comment behind it.
        let earliest = max(0, bytes.count - 22 - 65_535)
        guard
            let end = stride(from: bytes.count - 22, through: earliest, by: -1).first(where: {
                bytes[$0...].starts(with: [0x50, 0x4B, 5, 6])
            })
        else { throw broken }
        let count = try number(end + 10, 2)
        var at = Int(try number(end + 16, 4))
        for _ in 0..<count {
            guard try number(at, 4) == 0x0201_4B50 else { throw broken }
            let length = Int(try number(at + 28, 2))
            guard at + 46 + length <= bytes.count else { throw broken }
            let name = String(decoding: bytes[(at + 46)..<(at + 46 + length)], as: UTF8.self)
            if entries[name] == nil { names.append(name) }
            entries[name] = Entry(
                method: try number(at + 10, 2), checksum: try number(at + 16, 4),
                storedSize: Int(try number(at + 20, 4)), size: Int(try number(at + 24, 4)),
                headerStart: Int(try number(at + 42, 4)), isEncrypted: try number(at + 8, 2) & 1 == 1)
            at += 46 + length + Int(try number(at + 30, 2)) + Int(try number(at + 32, 2))
        }
    }

    /// The names of NumPy arrays, in the order of the archive.
    var arrays: [String] { names.filter { $0.hasSuffix(".npy") }.map { String($0.dropLast(4)) } }

    private var broken: DataError {
        .archive(file: name, reason: "it is damaged or cut off")
    }

    /// A number of the format, the low byte first.
    private func number(_ start: Int, _ length: Int) throws(DataError) -> UInt64 {
        guard start >= 0, start + length <= bytes.count else { throw broken }
        return bytes[start..<(start + length)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// What a file of the archive holds.
    func contents(of member: String) throws(DataError) -> [UInt8] {
        func fail(_ reason: String) -> DataError { .archive(file: name, reason: "\(member) \(reason)") }
        guard let entry = entries[member] else { throw fail("is not there") }
        guard !entry.isEncrypted else { throw fail("is encrypted") }
        guard try number(entry.headerStart, 4) == 0x0403_4B50 else { throw broken }
        let start =
            entry.headerStart + 30 + Int(try number(entry.headerStart + 26, 2))
            + Int(try number(entry.headerStart + 28, 2))
        guard start + entry.storedSize <= bytes.count else { throw fail("is cut off, or has 4 GiB or more") }
        guard entry.size <= DataFile.largestSize else {
            throw fail("has more than \(DataFile.largestSize) bytes")
        }
        let stored = bytes[start..<(start + entry.storedSize)]
        let contents: [UInt8]
        switch entry.method {
        case 0: contents = Array(stored)
        case 8:
            guard let inflated = Inflation.bytes(of: stored, count: entry.size) else {
                throw fail("is damaged")
            }
            contents = inflated
        default: throw fail("is compressed by a method that is not read; write it by numpy.savez")
        }
        guard contents.count == entry.size, UInt64(CyclicRedundancyCheck.of(contents)) == entry.checksum
        else { throw fail("is damaged") }
        return contents
    }
}

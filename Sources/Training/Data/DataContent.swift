import PlatformBasics

/// What a file of numbers holds, recognized by how it begins, whatever its name.
enum DataContent {
    /// An array, and its name: that of an array of an archive has the archive's before it.
    case array(NumPyArray, name: String)
    /// Text as UTF-8.
    case text([UInt8], TextEncoding)

    /// Opens a file, or `ARCHIVE:NAME`, an array of an archive; `-` is standard input.
    init(path: String) throws(DataError) {
        let bytes: [UInt8]
        do throws(DataError) {
            bytes = try DataFile.bytes(path: path)
        } catch {
            // A file may have a colon in its name; only where there is none of that name, it separates.
            guard let colon = path.lastIndex(of: ":"), colon > path.startIndex,
                !DataFile.exists(path)
            else { throw error }
            let (archive, member) = (String(path[..<colon]), String(path[path.index(after: colon)...]))
            guard DataFile.exists(archive) else { throw error }
            self = try Self.member(member, of: try DataFile.bytes(path: archive), DataFile.name(archive))
            return
        }
        try self.init(bytes, name: DataFile.name(path))
    }

    init(_ bytes: [UInt8], name: String) throws(DataError) {
        if ZipArchive.isOne(bytes) {
            self = try Self.member(nil, of: bytes, name)
        } else if bytes.starts(with: NumPyHeader.magic) || name.hasSuffix(".npy") {
            self = .array(try NumPyArray(bytes, name: name), name: name)
        } else if let (_, what) = Self.others.first(where: { bytes.starts(with: $0.0) }) {
            throw .notText(file: name, reason: "it is \(what); save the numbers as text or by numpy.save")
        } else {
            let (text, encoding) = try TextEncoding.decode(bytes, name: name)
            self = .text(text, encoding)
        }
    }

    /// How files begin that hold numbers for other programs.
    private static let others: [([UInt8], String)] = [
        ([0x1F, 0x8B], "compressed by gzip"), (Array("BZh9".utf8), "compressed by bzip2"),
        ([0xFD] + Array("7zXZ".utf8), "compressed by xz"), ([0x28, 0xB5, 0x2F, 0xFD], "compressed by zstd"),
        ([0x89] + Array("HDF".utf8), "an HDF5 or MATLAB file"), (Array("MATLAB 5.0".utf8), "a MATLAB file"),
        (Array("PAR1".utf8), "a Parquet file"), (Array("ARROW1".utf8), "an Arrow file"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel file"), ([0x80, 0x02], "a Python pickle"),
        ([0x80, 0x03], "a Python pickle"), ([0x80, 0x04], "a Python pickle"),
        ([0x80, 0x05], "a Python pickle"), (Array("%PDF".utf8), "a PDF"),
    ]

    /// An array of an archive; with no name, the only one.
    static func member(
        _ name: String?, of bytes: [UInt8], _ file: String
    ) throws(DataError) -> Self {
        guard ZipArchive.isOne(bytes) else {
            throw .archive(file: file, reason: "it is no .npz archive, and so has no arrays with names")
        }
        let archive = try ZipArchive(bytes, name: file)
        let arrays = archive.arrays
        guard !arrays.isEmpty else {
            let isSheet = archive.names.contains { $0.hasPrefix("xl/") }
            let isTorch = archive.names.contains { $0.hasSuffix("data.pkl") }
            throw .archive(
                file: file,
                reason: "it is \(isSheet ? "an Excel file" : isTorch ? "a PyTorch file" : "a zip archive") "
                    + "without NumPy arrays; save the numbers as text or by numpy.save")
        }
        let chosen = name ?? (arrays.count == 1 ? arrays[0] : nil)
        guard let chosen, arrays.contains(chosen) else {
            let list = arrays.prefix(10).joined(separator: ", ") + (arrays.count > 10 ? ", …" : "")
            throw .archive(
                file: file,
                reason: (name.map { "it has no array '\($0)'" } ?? "it has \(arrays.count) arrays")
                    + "; name one as in \(file):\(arrays[0]), of \(list)")
        }
        let full = "\(file):\(chosen)"
        return .array(try NumPyArray(try archive.contents(of: chosen + ".npy"), name: full), name: full)
    }
}

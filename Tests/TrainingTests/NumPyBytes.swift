/// Arrays in the NumPy format, byte by byte.
enum NumPyBytes {
    /// - Parameters:
    ///   - type: as in the format, such as `<f8`.
    ///   - shape: as in the format, such as `2, 3` or `4,`.
    static func array(
        _ type: String, _ shape: String, fortran: Bool = false, _ body: [UInt8]
    ) -> [UInt8] {
        var header =
            "{'descr': '\(type)', 'fortran_order': \(fortran ? "True" : "False"), 'shape': (\(shape)), }"
        while (10 + header.utf8.count + 1) % 64 != 0 { header += " " }
        header += "\n"
        let length = UInt16(header.utf8.count)
        return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 255), UInt8(length >> 8)]
            + Array(header.utf8) + body
    }

    /// The bytes of floats of 64 bits.
    static func doubles(_ values: [Double], bigEndian: Bool = false) -> [UInt8] {
        integers(values.map(\.bitPattern), bigEndian: bigEndian)
    }

    /// The bytes of floats of 32 bits.
    static func floats(_ values: [Float], bigEndian: Bool = false) -> [UInt8] {
        integers(values.map(\.bitPattern), bigEndian: bigEndian)
    }

    static func integers(_ values: [some FixedWidthInteger], bigEndian: Bool = false) -> [UInt8] {
        values.flatMap { value in
            let little = stride(from: 0, to: value.bitWidth, by: 8).map {
                UInt8(truncatingIfNeeded: value >> $0)
            }
            return bigEndian ? little.reversed() : little
        }
    }
}

/// Tells one text of bytes from another: FNV-1a, 64 bits, over words. Against accidents, not against malice.
enum Fingerprint {
    static func of(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        bytes.withUnsafeBytes { bytes in
            var offset = 0
            while offset < bytes.count {
                var word: UInt64 = 0
                for place in offset..<min(offset + 8, bytes.count) { word = word << 8 | UInt64(bytes[place]) }
                hash = (hash ^ word) &* 0x100_0000_01b3
                offset += 8
            }
        }
        return String(hash, radix: 16)
    }
}

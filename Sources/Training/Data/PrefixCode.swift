/// Bits of bytes, the lowest first.
struct BitReader {
    private let bytes: ArraySlice<UInt8>
    private var next: Int
    private var buffer: UInt64 = 0
    private var filled = 0

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        next = bytes.startIndex
    }

    private mutating func fill() {
        while filled <= 48, next < bytes.endIndex {
            buffer |= UInt64(bytes[next]) << UInt64(filled)
            next += 1
            filled += 8
        }
    }

    /// The next bits without taking them, at most 16; zeros behind the end.
    mutating func peek(_ count: Int) -> Int {
        if filled < count { fill() }
        return Int(buffer & (1 << UInt64(count) - 1))
    }

    /// Takes bits, at most 16; nil if there are not so many.
    mutating func take(_ count: Int) -> Int? {
        let value = peek(count)
        guard count <= filled else { return nil }
        buffer >>= UInt64(count)
        filled -= count
        return value
    }

    /// Leaves out what is left of a byte that was begun.
    mutating func skipToByte() {
        buffer >>= UInt64(filled % 8)
        filled -= filled % 8
    }
}

/// A prefix code that is given by the lengths of its words: of words with the same length, those of later symbols are
/// larger, and shorter words come before longer ones.
struct PrefixCode {
    /// For each beginning of `longest` bits, the symbol and the length of its word; length 0 for none.
    private let table: [(symbol: UInt16, length: UInt8)]
    private let longest: Int

    /// - Parameter lengths: at most 15; 0 for symbols without a word.
    ///
    /// Nil where the words do not fit, and where they leave room, but for codes of one word, or none.
    init?(lengths: [Int]) {
        longest = lengths.max() ?? 0
        guard longest <= 15 else { return nil }
        var counts = [Int](repeating: 0, count: 16)
        for length in lengths where length > 0 { counts[length] += 1 }
        var (word, first) = (0, [Int](repeating: 0, count: 17))
        for length in 1...15 {
            first[length] = word
            word = (word + counts[length]) << 1
        }
        let room = (1...15).reduce(1 << 15) { $0 - counts[$1] << (15 - $1) }
        guard room == 0 || room > 0 && counts.reduce(0, +) <= 1 else { return nil }
        var table = [(symbol: UInt16, length: UInt8)](repeating: (0, 0), count: 1 << longest)
        for (symbol, length) in lengths.enumerated() where length > 0 {
            // Words are read from their highest bit, and bits are taken from the lowest.
            var reversed = 0
            for bit in 0..<length where first[length] >> bit & 1 == 1 { reversed |= 1 << (length - 1 - bit) }
            first[length] += 1
            for place in stride(from: reversed, to: table.count, by: 1 << length) {
                table[place] = (UInt16(symbol), UInt8(length))
            }
        }
        self.table = table
    }

    /// The next symbol; nil if no word is there.
    func next(_ bits: inout BitReader) -> Int? {
        let (symbol, length) = table[bits.peek(longest)]
        guard length > 0, bits.take(Int(length)) != nil else { return nil }
        return Int(symbol)
    }
}

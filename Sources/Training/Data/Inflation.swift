/// Undoes the compression *deflate* of zip archives (RFC 1951).
///
/// The data are blocks, stored or coded. Coded ones are literals, and copies of what was before: a length, and a distance
/// back. Both have prefix codes, fixed ones or such as the block begins with, themselves coded.
struct Inflation {
    private var bits: BitReader
    private var output: [UInt8] = []
    private let count: Int

    /// What was compressed, which has `count` bytes; nil if it is damaged.
    static func bytes(of compressed: ArraySlice<UInt8>, count: Int) -> [UInt8]? {
        var inflation = Self(bits: BitReader(compressed), count: count)
        var isLast = false
        while !isLast {
            guard let last = inflation.bits.take(1), let kind = inflation.bits.take(2) else { return nil }
            isLast = last == 1
            let isRead =
                switch kind {
                case 0: inflation.copyStored()
                case 1: inflation.read(fixedLiterals, fixedDistances)
                case 2: inflation.readCoded()
                default: false
                }
            guard isRead else { return nil }
        }
        return inflation.output.count == count ? inflation.output : nil
    }

    private init(bits: BitReader, count: Int) {
        (self.bits, self.count) = (bits, count)
    }

    private mutating func copyStored() -> Bool {
        bits.skipToByte()
        guard let length = bits.take(16), let complement = bits.take(16), length ^ complement == 0xFFFF,
            output.count + length <= count
        else { return false }
        for _ in 0..<length {
            guard let byte = bits.take(8) else { return false }
            output.append(UInt8(byte))
        }
        return true
    }

    /// The fixed codes have a symbol or two that are never used.
    private static let fixedLiterals = PrefixCode(
        lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
    private static let fixedDistances = PrefixCode(lengths: [Int](repeating: 5, count: 32))

    /// Lengths from 3, by the symbols from 257: groups of four take one more bit each.
    private static let lengths: [(base: Int, bits: Int)] = {
        var (table, base) = ([(base: Int, bits: Int)](), 3)
        for symbol in 0..<28 {
            let bits = symbol < 8 ? 0 : symbol / 4 - 1
            table.append((base, bits))
            base += 1 << bits
        }
        return table + [(258, 0)]
    }()
    /// Distances from 1: groups of two.
    private static let distances: [(base: Int, bits: Int)] = {
        var (table, base) = ([(base: Int, bits: Int)](), 1)
        for symbol in 0..<30 {
            let bits = symbol < 4 ? 0 : symbol / 2 - 1
            table.append((base, bits))
            base += 1 << bits
        }
        return table
    }()

    private mutating func read(_ literals: PrefixCode?, _ distances: PrefixCode?) -> Bool {
        guard let literals, let distances else { return false }
        while true {
            guard let symbol = literals.next(&bits) else { return false }
            if symbol == 256 { return true }
            if symbol < 256 {
                guard output.count < count else { return false }
                output.append(UInt8(symbol))
                continue
            }
            guard Self.lengths.indices.contains(symbol - 257) else { return false }
            let length = Self.lengths[symbol - 257]
            guard let more = bits.take(length.bits), let far = distances.next(&bits),
                Self.distances.indices.contains(far)
            else { return false }
            let distance = Self.distances[far]
            guard let farther = bits.take(distance.bits) else { return false }
            let (copied, back) = (length.base + more, distance.base + farther)
            guard back <= output.count, output.count + copied <= count else { return false }
            // What is copied may overlap what is written.
            for _ in 0..<copied { output.append(output[output.count - back]) }
        }
    }

    /// A block with codes of its own.
    private mutating func readCoded() -> Bool {
        guard let literals = bits.take(5), let distances = bits.take(5), let codes = bits.take(4) else {
            return false
        }
        let counts = (literals: literals + 257, distances: distances + 1)
        guard counts.literals <= 286, counts.distances <= 30 else { return false }
        let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
        var codeLengths = [Int](repeating: 0, count: 19)
        for place in order.prefix(codes + 4) {
            guard let length = bits.take(3) else { return false }
            codeLengths[place] = length
        }
        guard let code = PrefixCode(lengths: codeLengths) else { return false }
        var lengths: [Int] = []
        while lengths.count < counts.literals + counts.distances {
            guard let symbol = code.next(&bits) else { return false }
            let run: (length: Int, base: Int, bits: Int)
            switch symbol {
            case ..<16: run = (symbol, 1, 0)
            case 16:
                guard let last = lengths.last else { return false }
                run = (last, 3, 2)
            case 17: run = (0, 3, 3)
            default: run = (0, 11, 7)
            }
            guard let more = bits.take(run.bits) else { return false }
            lengths += [Int](repeating: run.length, count: run.base + more)
        }
        // A run may go over from one code to the other, but not beyond.
        guard lengths.count == counts.literals + counts.distances, lengths[256] > 0 else { return false }
        return read(
            PrefixCode(lengths: Array(lengths[..<counts.literals])),
            PrefixCode(lengths: Array(lengths[counts.literals...])))
    }
}

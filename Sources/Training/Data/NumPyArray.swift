/// An array in the NumPy format: floats, integers or booleans, in either byte order and either order of axes.
///
/// Its elements are asked for in the order of rows, the last axis fastest, whatever the order in the file.
struct NumPyArray {
    enum Kind: Character {
        case float = "f"
        case signed = "i"
        case unsigned = "u"
        case boolean = "b"
    }

    /// As the file has it.
    let type: String
    let kind: Kind
    /// Bytes of an element.
    let width: Int
    /// The lengths along the axes, all positive; none for a single number.
    let shape: [Int]
    /// The number of elements.
    let count: Int

    private let isBigEndian: Bool
    private let isColumnMajor: Bool
    private let bytes: [UInt8]
    private let start: Int

    init(_ bytes: [UInt8], name: String) throws(DataError) {
        func fail(_ reason: String) -> DataError { .notNumPy(file: name, reason: reason) }
        let header = try NumPyHeader(bytes, name: name)
        guard let (kind, width) = Self.element(header.type) else {
            throw .numPyType(file: name, type: header.type)
        }
        guard !header.shape.contains(0) else { throw .empty(file: name) }
        var count = 1
        for size in header.shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: size)
            guard !overflow, product <= bytes.count else { throw fail("it is shorter than its shape") }
            count = product
        }
        let found = bytes.count - header.end
        guard found == count * width else {
            throw fail(
                "its shape needs \(count * width) bytes of numbers, and \(found) are there"
                    + (found < count * width ? "; it is cut off" : ""))
        }
        (type, shape, start, self.bytes) = (header.type, header.shape, header.end, bytes)
        (self.kind, self.width, self.count) = (kind, width, count)
        (isBigEndian, isColumnMajor) = (header.type.first == ">", header.isColumnMajor)
    }

    /// A type that is read; nil for others.
    private static func element(_ type: String) -> (Kind, Int)? {
        guard let parts = type.wholeMatch(of: /[<>|=]?([fiub])([1248])/),
            let kind = parts.1.first.flatMap(Kind.init), let width = Int(parts.2)
        else { return nil }
        switch kind {
        case .float: return width > 1 ? (kind, width) : nil
        case .boolean: return width == 1 ? (kind, width) : nil
        case .signed, .unsigned: return (kind, width)
        }
    }

    /// Where an element is in the file, counted in elements.
    private func place(_ position: Int) -> Int {
        guard isColumnMajor else { return position }
        // The last axis is fastest in the position and slowest in the file.
        var (rest, step, place) = (position, count, 0)
        for size in shape.reversed() {
            step /= size
            place += rest % size * step
            rest /= size
        }
        return place
    }

    /// The bytes of an element as a number, the lowest bits first.
    func word(_ position: Int) -> UInt64 {
        let first = start + place(position) * width
        let element = bytes[first..<(first + width)]
        return isBigEndian
            ? element.reduce(0) { $0 << 8 | UInt64($1) }
            : element.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// An element of an array of signed integers.
    func signed(_ position: Int) -> Int64 {
        let shift = UInt64(64 - 8 * width)
        return Int64(bitPattern: word(position) << shift) >> Int64(shift)
    }

    /// An element, rounded where it is an integer of more than 53 binary digits.
    func approximation(_ position: Int) -> Double {
        switch (kind, width) {
        case (.signed, _): Double(signed(position))
        case (.unsigned, _): Double(word(position))
        case (.boolean, _): word(position) == 0 ? 0 : 1
        case (.float, 2): Self.half(UInt16(word(position)))
        case (.float, 4): Double(Float(bitPattern: UInt32(word(position))))
        case (.float, _): Double(bitPattern: word(position))
        }
    }

    /// All elements, each as by ``approximation(_:)``, at some hundred million a second.
    func approximations() -> [Double] {
        switch (kind, width) {
        case (.float, 4): elements { (word: UInt32) in Double(Float(bitPattern: word)) }
        case (.float, 8): elements { (word: UInt64) in Double(bitPattern: word) }
        case (.float, _): elements { (word: UInt16) in Self.half(word) }
        case (.boolean, _): elements { (word: UInt8) in word == 0 ? 0 : 1 }
        case (.signed, 1): elements { (word: Int8) in Double(word) }
        case (.signed, 2): elements { (word: Int16) in Double(word) }
        case (.signed, 4): elements { (word: Int32) in Double(word) }
        case (.signed, _): elements { (word: Int64) in Double(word) }
        case (.unsigned, 1): elements { (word: UInt8) in Double(word) }
        case (.unsigned, 2): elements { (word: UInt16) in Double(word) }
        case (.unsigned, 4): elements { (word: UInt32) in Double(word) }
        case (.unsigned, _): elements { (word: UInt64) in Double(word) }
        }
    }

    /// The elements by their bits. Specialized for each type, and the closure is part of the loop.
    @inline(__always)
    private func elements<Word: FixedWidthInteger & BitwiseCopyable>(_ value: (Word) -> Double) -> [Double] {
        bytes.withUnsafeBytes { bytes in
            [Double](unsafeUninitializedCapacity: count) { target, filled in
                for position in 0..<count {
                    let word = bytes.loadUnaligned(
                        fromByteOffset: start + place(position) * width, as: Word.self)
                    target[position] = value(isBigEndian ? Word(bigEndian: word) : Word(littleEndian: word))
                }
                filled = count
            }
        }
    }

    /// The value of a float of 16 bits: a sign, five bits of exponent, ten of significand.
    private static func half(_ bits: UInt16) -> Double {
        let exponent = Int(bits >> 10 & 31)
        let fraction = Double(bits & 1023)
        let magnitude =
            switch exponent {
            case 0: fraction * 0x1p-24
            case 31: fraction == 0 ? .infinity : Double.nan
            default: (1024 + fraction).scaled(byPowerOfTwo: exponent - 25)
            }
        return bits >> 15 == 0 ? magnitude : -magnitude
    }
}

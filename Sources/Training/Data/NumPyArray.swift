import Foundation

/// An array in the NumPy format, versions 1 to 3: floats or integers, in either byte order and either order of axes.
///
/// Its elements are asked for in the order of rows, the last axis fastest, whatever the order in the file.
struct NumPyArray {
    enum Kind: Character {
        case float = "f"
        case signed = "i"
        case unsigned = "u"
    }

    let kind: Kind
    /// Bytes of an element.
    let width: Int
    /// The lengths along the axes, all positive; none for a single number.
    let shape: [Int]
    /// The number of elements.
    let count: Int

    private let isBigEndian: Bool
    private let isColumnMajor: Bool
    private let body: ArraySlice<UInt8>

    init(_ bytes: [UInt8], name: String) throws(DataError) {
        func fail(_ reason: String) -> DataError { .notNumPy(file: name, reason: reason) }
        guard bytes.count >= 12, bytes.starts(with: [0x93] + Array("NUMPY".utf8)) else {
            throw fail("it does not begin like one")
        }
        let isFirstVersion = bytes[6] == 1
        let start = isFirstVersion ? 10 : 12
        let length = (isFirstVersion ? bytes[8..<10] : bytes[8..<12]).reversed().reduce(0) {
            $0 << 8 | Int($1)
        }
        guard start + length <= bytes.count else { throw fail("its heading is cut off") }
        let header = String(decoding: bytes[start..<(start + length)], as: UTF8.self)
        guard let type = header.firstMatch(of: /'descr': *'([<>|=])([fiu])([1248])'/),
            let kind = type.2.first.flatMap(Kind.init), let width = Int(type.3), kind != .float || width > 1,
            let order = header.firstMatch(of: /'fortran_order': *(True|False)/),
            let sizes = header.firstMatch(of: /'shape': *\(([0-9, ]*)\)/)
        else { throw fail("its heading names no real numbers or no shape") }
        var shape: [Int] = []
        var count = 1
        for size in sizes.1.split(separator: ",") {
            let text = size.trimmingCharacters(in: .whitespaces)
            if text.isEmpty { continue }
            guard let size = Int(text) else { throw fail("its size does not fit its shape") }
            shape.append(size)
        }
        guard !shape.contains(0) else { throw .empty(file: name) }
        for size in shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: size)
            guard !overflow, product <= bytes.count else { throw fail("its size does not fit its shape") }
            count = product
        }
        body = bytes[(start + length)...]
        guard body.count == count * width else { throw fail("its size does not fit its shape") }
        (self.kind, self.width, self.shape, self.count) = (kind, width, shape, count)
        (isBigEndian, isColumnMajor) = (type.1 == ">", order.1 == "True")
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
        let start = body.startIndex + place(position) * width
        let element = body[start..<(start + width)]
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
        case (.float, 2): Self.half(UInt16(word(position)))
        case (.float, 4): Double(Float(bitPattern: UInt32(word(position))))
        case (.float, _): Double(bitPattern: word(position))
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
            default: Double(sign: .plus, exponent: exponent - 25, significand: 1024 + fraction)
            }
        return bits >> 15 == 0 ? magnitude : -magnitude
    }
}

import PlatformBasics

/// What stands before the elements of an array in the NumPy format, versions 1 to 3, as Python 2 and 3 write it.
struct NumPyHeader {
    static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

    /// The type of the elements as it stands there, such as `<f4`; for others than simple types, its beginning.
    let type: String
    let isColumnMajor: Bool
    /// The lengths along the axes; none for a single number.
    let shape: [Int]
    /// Where the elements begin.
    let end: Int

    init(_ bytes: [UInt8], name: String) throws(DataError) {
        func fail(_ reason: String) -> DataError { .notNumPy(file: name, reason: reason) }
        guard bytes.starts(with: Self.magic) else { throw fail("it does not begin like one") }
        guard bytes.count >= 12 else { throw fail("its heading is cut off") }
        guard (1...3).contains(bytes[6]) else {
            throw fail("its version is \(bytes[6]), and versions 1 to 3 are read")
        }
        let start = bytes[6] == 1 ? 10 : 12
        let length = bytes[8..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
        // NumPy itself stops far earlier.
        guard length <= 1 << 20 else { throw fail("its heading is too long") }
        guard start + length <= bytes.count else { throw fail("its heading is cut off") }
        end = start + length
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        guard let type = text.firstMatch(of: /'descr' *: *(?:'([^']*)'|(\[|\())/),
            let order = text.firstMatch(of: /'fortran_order' *: *(True|False)/),
            let sizes = text.firstMatch(of: /'shape' *: *\(([0-9L, ]*)\)/)
        else { throw fail("its heading names no type, no order or no shape") }
        if let simple = type.1 {
            self.type = String(simple)
        } else {
            let list = text[type.range.lowerBound...].drop { $0 != "[" && $0 != "(" }
            self.type = list.prefix { $0 != "]" } + "]"
        }
        isColumnMajor = order.1 == "True"
        var shape: [Int] = []
        for size in sizes.1.split(separator: ",") {
            // Python 2 wrote `3L`.
            var digits = size.withoutBlanksAround[...]
            if digits.last == "L" { digits.removeLast() }
            guard !digits.isEmpty || size.contains("L") else { continue }
            guard let size = Int(digits) else { throw fail("its shape is none: '\(size.prefix(40))'") }
            shape.append(size)
        }
        self.shape = shape
    }
}

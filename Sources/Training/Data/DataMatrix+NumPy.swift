import Foundation

extension DataMatrix {
    /// Reads the NumPy format, versions 1 to 3: one- and two-dimensional arrays of floats or integers, in either
    /// byte order and either order of axes.
    init(numPy bytes: [UInt8], name: String) throws(DataError) {
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
            let order = header.firstMatch(of: /'fortran_order': *(True|False)/),
            let shape = header.firstMatch(of: /'shape': *\(([0-9, ]*)\)/)
        else { throw fail("its heading names no real numbers or no shape") }
        let sizes = shape.1.split(separator: ",").compactMap { Int($0.trimmingCharacters(in: .whitespaces)) }
        guard (1...2).contains(sizes.count), let width = Int(type.3) else {
            throw fail("it has \(sizes.count) axes, not one or two")
        }
        let (rows, columns) = sizes.count == 2 ? (sizes[0], sizes[1]) : (sizes[0], 1)
        guard rows > 0, columns > 0 else { throw .empty(file: name) }
        let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
        guard !overflow, count <= bytes.count, bytes.count - start - length == count * width else {
            throw fail("its size does not fit its shape")
        }
        var values = [Double](repeating: 0, count: count)
        for index in 0..<count {
            let place = start + length + index * width
            var word: UInt64 = 0
            for byte in 0..<width {
                let source = type.1 == ">" ? place + byte : place + width - 1 - byte
                word = word << 8 | UInt64(bytes[source])
            }
            let value: Double
            switch (type.2, width) {
            case ("f", 8): value = Double(bitPattern: word)
            case ("f", 4): value = Double(Float(bitPattern: UInt32(word)))
            case ("i", _):
                let shift = UInt64(64 - 8 * width)
                value = Double(Int64(bitPattern: word << shift) >> Int64(shift))
            case ("u", _): value = Double(word)
            default: throw fail("its numbers are 16-bit floats")
            }
            let isColumnMajor = order.1 == "True"
            let (row, column) =
                isColumnMajor ? (index % rows, index / rows) : (index / columns, index % columns)
            guard value.isFinite else { throw .notFinite(file: name, line: row + 1, column: column + 1) }
            values[row * columns + column] = value
        }
        self.init(rowCount: rows, columnCount: columns, values: values)
    }
}

extension DataMatrix {
    /// Reads the NumPy format: one- and two-dimensional arrays; one axis is a column.
    init(numPy bytes: [UInt8], name: String) throws(DataError) {
        let array = try NumPyArray(bytes, name: name)
        guard (1...2).contains(array.shape.count) else {
            throw .notNumPy(file: name, reason: "it has \(array.shape.count) axes, not one or two")
        }
        let columns = array.shape.count == 2 ? array.shape[1] : 1
        var values: [Double] = []
        values.reserveCapacity(array.count)
        for position in 0..<array.count {
            let value = array.approximation(position)
            guard value.isFinite else {
                throw .notFinite(file: name, line: position / columns + 1, column: position % columns + 1)
            }
            values.append(value)
        }
        self.init(rowCount: array.count / columns, columnCount: columns, values: values)
    }
}

extension DataMatrix {
    /// Reads an array in the NumPy format: one axis is a column, of two the first counts samples. Further axes of
    /// length 1, as those of channels, are left out.
    init(numPy bytes: [UInt8], name: String) throws(DataError) {
        try self.init(NumPyArray(bytes, name: name), name: name)
    }

    init(_ array: NumPyArray, name: String) throws(DataError) {
        let shape = array.shape
        guard let samples = shape.first else {
            throw .notNumPy(file: name, reason: "it is a single number, without any axis")
        }
        guard shape.dropFirst().count(where: { $0 > 1 }) <= 1 else { throw .axes(file: name, shape: shape) }
        let columns = array.count / samples
        let values = array.approximations()
        if let place = values.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(file: name, line: place / columns + 1, column: place % columns + 1)
        }
        self.init(rowCount: samples, columnCount: columns, values: values)
        source = DataSource(name: name, format: .numPy(type: array.type, shape: shape))
    }
}

/// The inputs and outputs of a training problem in one file.
///
/// A table, as text or a NumPy array, has a sample a line: its inputs, then its outputs. As there are K + (d − 1)s inputs to d
/// outputs, the width tells which are which. An archive has the arrays X and Y, or x and y.
public struct DataSet: Sendable {
    /// One sample a row.
    public let inputs: DataMatrix
    /// One sample a row.
    public let outputs: DataMatrix

    /// How files end that hold data sets, without the point.
    public static let endings = ["csv", "tsv", "txt", "dat", "npy", "npz"]

    /// - Parameters:
    ///   - filterSize: K.
    ///   - stride: s, the product of all strides, the last included.
    /// - Throws: ``DataError``.
    public init(path: String, filterSize: Int, stride: Int) throws(DataError) {
        let (bytes, name) = (try DataFile.bytes(path: path), DataFile.name(path))
        if ZipArchive.isOne(bytes) {
            let arrays = try ZipArchive(bytes, name: name).arrays
            func array(_ names: String...) -> String? { names.first { arrays.contains($0) } }
            if let x = array("X", "x"), let y = array("Y", "y") {
                inputs = try DataMatrix(DataContent.member(x, of: bytes, name), name: name)
                outputs = try DataMatrix(DataContent.member(y, of: bytes, name), name: name)
                guard inputs.columnCount == filterSize + (outputs.columnCount - 1) * stride,
                    inputs.rowCount == outputs.rowCount
                else { throw Self.misfit(inputs, outputs, name, filterSize, stride) }
                return
            }
            guard arrays.count < 2 else {
                throw .archive(
                    file: name,
                    reason: "a data set has the arrays X and Y, or is one table; this has "
                        + arrays.prefix(10).joined(separator: ", "))
            }
        }
        let table = try DataMatrix(DataContent(bytes, name: name), name: name)
        let rest = table.columnCount - filterSize + stride
        guard rest > stride, rest.isMultiple(of: stride + 1) else {
            throw .jointWidth(
                file: name, found: table.columnCount, filterSize: filterSize, stride: stride)
        }
        let width = table.columnCount - rest / (stride + 1)
        inputs = table.columns(0..<width)
        outputs = table.columns(width..<table.columnCount)
    }

    private static func misfit(
        _ inputs: DataMatrix, _ outputs: DataMatrix, _ name: String, _ filterSize: Int, _ stride: Int
    ) -> DataError {
        guard inputs.rowCount == outputs.rowCount else {
            return .dataSet(
                file: name, .sampleCounts(inputs: inputs.rowCount, outputs: outputs.rowCount))
        }
        return .dataSet(
            file: name,
            .width(
                found: inputs.columnCount, expected: filterSize + (outputs.columnCount - 1) * stride,
                filterSize: filterSize, outputs: outputs.columnCount, stride: stride))
    }
}

extension DataMatrix {
    /// Some of the columns.
    func columns(_ range: Range<Int>) -> DataMatrix {
        var result = DataMatrix(
            rowCount: rowCount, columnCount: range.count,
            values: (0..<rowCount).flatMap { row in range.map { self[row, $0] } })
        result.source = source
        return result
    }
}

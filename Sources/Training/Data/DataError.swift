/// What is wrong with the data of a training problem.
public indirect enum DataError: Error, Hashable, Sendable {
    case cannotRead(file: String, reason: String)
    case empty(file: String)
    /// A file that is neither text nor a NumPy array.
    case notText(file: String, reason: String)
    case archive(file: String, reason: String)
    /// A byte that no text has.
    case controlByte(file: String, line: Int, byte: UInt8)
    case openQuote(file: String, line: Int)
    case notANumber(file: String, line: Int, column: Int, text: String)
    /// An empty field, or a mark such as `NA`.
    case missing(file: String, line: Int, column: Int, text: String)
    /// A first line 0, 1, 2, … or 1, 2, 3, …, which may be a heading.
    case countingLine(file: String, line: Int)
    /// A first column 0, 1, 2, … or 1, 2, 3, …, which may be an index.
    case countingColumn(file: String)
    /// A first column without a name, or the only one with a name, which does not count.
    case otherIndex(file: String, line: Int)
    /// Decimal commas beside decimal points, or beside commas that separate.
    case mixedCommas(file: String, line: Int, column: Int)
    case notFinite(file: String, line: Int, column: Int)
    case outOfRange(file: String, line: Int, column: Int, text: String)
    case ragged(file: String, line: Int, expected: Int, found: Int)
    case notNumPy(file: String, reason: String)
    case numPyType(file: String, type: String)
    /// More than one axis besides that of the samples is longer than 1.
    case axes(file: String, shape: [Int])
    case notAFilter(file: String, FilterTextError)
    case sampleCounts(inputs: Int, outputs: Int, hint: ShapeHint? = nil)
    case width(
        found: Int, expected: Int, filterSize: Int, outputs: Int, stride: Int, hint: ShapeHint? = nil)
    /// The matrix T of the loss is singular to working precision.
    case rankDeficient(NumericalRank, samples: Int, outputs: Int)
    /// Sums of products leave the range of double precision.
    case filterSize(found: Int, expected: Int)
    case layerCount(found: Int, expected: Int)
    case layerSize(layer: Int, found: Int, expected: Int)
    case zeroFilter
    case unrepresentable(DataUnits)
    case tooLarge(filterSize: Int, limit: Int)
    /// Inputs and outputs stand in one table, of a width that none has.
    case jointWidth(file: String, found: Int, filterSize: Int, stride: Int)
    /// The data sets of a folder are not of one shape.
    case otherShape(file: String, [Int], first: String, [Int])
    /// No file of the folder is one of numbers, by its name.
    case noDataSets(folder: String)
    /// What is wrong with a data set that is in one file.
    case dataSet(file: String, DataError)
}

extension DataError: CustomStringConvertible {
    /// One line, in which nothing steers a terminal.
    public var description: String { VisibleText.of(message) }

    private var message: String {
        switch self {
        case .cannotRead(let file, let reason): return "cannot read \(file): \(reason)"
        case .empty(let file): return "\(file) has no numbers"
        case .notANumber(let file, let line, let column, let text):
            return "\(file), line \(line), column \(column): '\(text)' is not a number"
        case .notText(let file, let reason): return "\(file): \(reason)"
        case .archive(let file, let reason): return "\(file): \(reason)"
        case .controlByte(let file, let line, let byte):
            return "\(file), line \(line): the byte 0x\(VisibleText.hexadecimal(byte)) is no text; "
                + "only text, NumPy arrays and .npz archives are read"
        case .openQuote(let file, let line): return "\(file), line \(line): a quotation mark is not closed"
        case .missing(let file, let line, let column, let text):
            return "\(file), line \(line), column \(column): a value is missing"
                + (text.isEmpty ? "" : " ('\(text)')") + "; leave the sample out, or fill the value in"
        case .countingLine(let file, let line):
            return "\(file), line \(line) counts its columns, as pandas' headings do, and may be numbers: "
                + "if it is a heading, delete it (header=False), else write its numbers with a decimal point"
        case .countingColumn(let file):
            return "\(file), column 1 counts the lines, as an index does, and may be numbers: "
                + "if it is an index, write the file without it (index=False), "
                + "else write its numbers with a decimal point"
        case .otherIndex(let file, let line):
            return
                "\(file), line \(line): column 1 stands where an index does, and does not count 0, 1, 2, …: "
                + "write the file without it (index=False), or give all columns names"
        case .mixedCommas(let file, let line, let column):
            return "\(file), line \(line), column \(column): decimal commas stand beside decimal points, "
                + "or beside commas that separate; use one kind"
        case .numPyType(let file, let type):
            return
                "\(file) is an array of type '\(type.prefix(40))'\(Self.kind(ofType: type)); floats of 16, 32 "
                + "and 64 bits, integers and booleans are read"
        case .axes(let file, let shape):
            return
                "\(file) has the shape (\(shape.map(String.init).joined(separator: ", "))); samples are rows, "
                + "(N, d), or have one channel, (N, 1, d)"
        case .notFinite(let file, let line, let column):
            return
                "\(file), line \(line), column \(column): the number is not finite, or beyond double precision"
        case .outOfRange(let file, let line, let column, let text):
            return "\(file), line \(line), column \(column): \(FilterTextError.outOfRange(text))"
        case .ragged(let file, let line, let expected, let found):
            return "\(file), line \(line): \(found) numbers where the lines before have \(expected)"
        case .notNumPy(let file, let reason):
            return "\(file) is not a NumPy array that can be read: \(reason)"
        case .notAFilter(let file, let error): return "\(file): \(error)"
        case .sampleCounts(let inputs, let outputs, let hint):
            return "X has \(inputs) samples and Y has \(outputs); both need one line a sample"
                + (hint.map { "; \($0)" }
                    ?? (abs(inputs - outputs) == 1 ? ", and a heading of numbers is none" : ""))
        case .width(let found, let expected, let filterSize, let outputs, let stride, let hint):
            return "samples of X have \(found) numbers; with Y of width \(outputs) they need "
                + "\(filterSize) + (\(outputs) - 1)*\(stride) = \(expected) (one line a sample)"
                + (hint.map { "; \($0)" } ?? "")
        case .rankDeficient(let rank, let samples, let outputs):
            let most = samples * outputs
            return "the inputs are rank-deficient: the quadratic form T of the loss has \(rank)"
                + (most < rank.size
                    ? ", which is at most samples times outputs, \(samples)*\(outputs) = \(most)" : "")
                + "; take more samples, longer ones, or inputs that vary more"
        case .filterSize(let found, let expected):
            return
                "the filter has \(found) entries; the architecture has end-to-end filters of size \(expected)"
        case .tooLarge(let size, let limit):
            return
                "end-to-end filters of size \(size) are too large for training problems; the limit is \(limit)"
        case .layerCount(let found, let expected):
            return "\(found) layers are given; the architecture has \(expected)"
        case .layerSize(let layer, let found, let expected):
            return "layer \(layer) has \(found) entries; its filter size is \(expected)"
        case .unrepresentable(let units): return units.description
        case .jointWidth(let file, let found, let size, let stride):
            let widths = (0..<3).map { "\(size + 1 + $0 * (stride + 1))" }.joined(separator: ", ")
            return "\(file) has lines of \(found) numbers; inputs and outputs of a sample, in one line, are "
                + "K + (d-1)s + d = \(size) + (d-1)*\(stride) + d: \(widths), … numbers"
        case .otherShape(let file, let shape, let first, let other):
            func words(_ shape: [Int]) -> String { "\(shape[0]) inputs and \(shape[1]) outputs" }
            return "\(file) has samples of \(words(shape)), and \(first) of \(words(other)); "
                + "the data sets of a folder have one shape"
        case .noDataSets(let folder):
            return "\(folder) has no data sets: no file that ends in "
                + DataSet.endings.map { ".\($0)" }.joined(separator: ", ")
        case .dataSet(let file, let error): return "\(file): \(error.message)"
        case .zeroFilter: return "all outputs are orthogonal to the inputs: the best filter is 0"
        }
    }

    /// What a type of NumPy is that is not read.
    private static func kind(ofType type: String) -> String {
        let words: [Character: String] = [
            "c": "complex numbers", "O": "Python objects", "U": "text", "S": "text", "a": "text",
            "[": "records",
            "(": "records", "V": "records or bytes", "M": "dates", "m": "times",
            "f": "floats of another width",
        ]
        return type.first { !"<>|=".contains($0) }.flatMap { words[$0] }.map { ", \($0)" } ?? ""
    }
}

/// What is wrong with the data of a training problem.
public enum DataError: Error, Hashable, Sendable {
    case cannotRead(file: String, reason: String)
    case empty(file: String)
    case notANumber(file: String, line: Int, column: Int, text: String)
    case notFinite(file: String, line: Int, column: Int)
    case outOfRange(file: String, line: Int, column: Int, text: String)
    case ragged(file: String, line: Int, expected: Int, found: Int)
    case notNumPy(file: String, reason: String)
    case notAFilter(file: String, FilterTextError)
    case sampleCounts(inputs: Int, outputs: Int)
    case width(found: Int, expected: Int, filterSize: Int, outputs: Int, stride: Int)
    case tooFewSamples(found: Int, needed: Int)
    case rankDeficient
    case filterSize(found: Int, expected: Int)
    case layerCount(found: Int, expected: Int)
    case layerSize(layer: Int, found: Int, expected: Int)
    case zeroFilter
    case unrepresentable(DataUnits)
    case tooLarge(filterSize: Int, limit: Int)
}

extension DataError: CustomStringConvertible {
    /// One line.
    public var description: String {
        switch self {
        case .cannotRead(let file, let reason): return "cannot read \(file): \(reason)"
        case .empty(let file): return "\(file) has no numbers"
        case .notANumber(let file, let line, let column, let text):
            return "\(file), line \(line), column \(column): '\(text)' is not a number"
        case .notFinite(let file, let line, let column):
            return "\(file), line \(line), column \(column): the number is not finite"
        case .outOfRange(let file, let line, let column, let text):
            return "\(file), line \(line), column \(column): \(FilterTextError.outOfRange(text))"
        case .ragged(let file, let line, let expected, let found):
            return "\(file), line \(line): \(found) numbers where the lines before have \(expected)"
        case .notNumPy(let file, let reason):
            return "\(file) is not a NumPy array that can be read: \(reason)"
        case .notAFilter(let file, let error): return "\(file): \(error)"
        case .sampleCounts(let inputs, let outputs):
            return "X has \(inputs) samples and Y has \(outputs); both need one line a sample"
        case .width(let found, let expected, let filterSize, let outputs, let stride):
            return "samples of X have \(found) numbers; with Y of width \(outputs) they need "
                + "\(filterSize) + (\(outputs) - 1)*\(stride) = \(expected) (one line a sample)"
        case .tooFewSamples(let found, let needed):
            return "\(found) samples of \(needed) numbers each cannot have full rank; "
                + "at least \(needed) samples are needed (N >= d_0)"
        case .rankDeficient:
            return "the inputs are rank-deficient: the quadratic form T of the loss is not positive definite"
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
        case .zeroFilter: return "all outputs are orthogonal to the inputs: the best filter is 0"
        }
    }
}

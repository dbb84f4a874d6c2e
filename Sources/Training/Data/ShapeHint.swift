/// How inputs and outputs would fit an architecture that do not fit as they are.
public enum ShapeHint: Hashable, Sendable {
    /// With the samples of X, Y or both in columns.
    case transposed(inputs: Bool, outputs: Bool)
    /// With another stride of the last layer.
    case lastStride(Int)
    /// With so many outputs a sample.
    case outputs(Int)
}

extension ShapeHint {
    /// Nil where no hint fits.
    ///
    /// - Parameters:
    ///   - strideProduct: of all strides but the last.
    ///   - lastStride: of the last layer.
    init?(
        inputs: DataMatrix, outputs: DataMatrix, filterSize: Int, strideProduct: Int, lastStride: Int
    ) {
        let stride = strideProduct * lastStride
        for (turnsInputs, turnsOutputs) in [(true, true), (true, false), (false, true)] {
            let (samples, width) =
                turnsInputs
                ? (inputs.columnCount, inputs.rowCount) : (inputs.rowCount, inputs.columnCount)
            let (targets, count) =
                turnsOutputs
                ? (outputs.columnCount, outputs.rowCount) : (outputs.rowCount, outputs.columnCount)
            if samples == targets, width == filterSize + (count - 1) * stride {
                self = .transposed(inputs: turnsInputs, outputs: turnsOutputs)
                return
            }
        }
        let rest = inputs.columnCount - filterSize
        guard inputs.rowCount == outputs.rowCount, rest >= 0 else { return nil }
        let steps = (outputs.columnCount - 1) * strideProduct
        if steps > 0, rest > 0, rest.isMultiple(of: steps) {
            self = .lastStride(rest / steps)
        } else if rest.isMultiple(of: stride) {
            self = .outputs(rest / stride + 1)
        } else {
            return nil
        }
    }
}

extension ShapeHint: CustomStringConvertible {
    /// What to do, in a few words.
    public var description: String {
        switch self {
        case .transposed(true, true):
            "they fit transposed, with the samples of X and Y in columns: transpose both"
        case .transposed(true, false): "they fit if X, with its samples in columns, is transposed"
        case .transposed: "they fit if Y, with its samples in columns, is transposed"
        case .lastStride(let stride): "they fit if the last layer has stride \(stride)"
        case .outputs(let count): "they fit Y of width \(count)"
        }
    }
}

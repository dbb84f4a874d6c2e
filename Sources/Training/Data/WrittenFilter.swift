import ExactAlgebra

/// A filter as it was written: exact numbers, and how precisely they were meant.
public struct WrittenFilter: Hashable, Sendable {
    /// The numbers as they stand: a decimal is that decimal, a binary floating-point number is its value.
    public let coefficients: [Rational]
    /// How precisely they were meant.
    public let precision: Precision

    /// A filter of these numbers.
    public init(_ coefficients: [Rational], precision: Precision = .exact) {
        self.coefficients = coefficients
        self.precision = precision
    }

    init(_ numbers: [WrittenNumber]) {
        self.init(numbers.map(\.value), precision: Precision(ofAll: numbers.map(\.precision)))
    }
}

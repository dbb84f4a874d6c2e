import ExactAlgebra

/// A number as it was written, and how precisely it was meant.
struct WrittenNumber {
    enum Problem: Error {
        case notANumber
        case notFinite
        /// A decimal that is longer, or has a larger exponent, than is read.
        case outOfRange
    }

    let value: Rational
    var precision: WrittenFilter.Precision

    /// Reads an integer, a fraction or a decimal.
    init(_ text: Substring) throws(Problem) {
        guard let value = Rational(text) else {
            let word = text.drop { $0 == "+" || $0 == "-" }.lowercased()
            if ["nan", "inf", "infinity"].contains(word) { throw .notFinite }
            let isDecimal = text.wholeMatch(of: /[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?/) != nil
            throw isDecimal ? .outOfRange : .notANumber
        }
        self.value = value
        precision = WrittenFilter.Precision(of: text, value: value)
    }

    /// Whether it is meant as one, whatever its size.
    static func isNumber(_ text: Substring) -> Bool {
        do throws(Problem) {
            _ = try Self(text)
            return true
        } catch {
            return error != .notANumber
        }
    }
}

import ExactAlgebra

extension WrittenFilter {
    /// How precisely the numbers of a filter were meant.
    ///
    /// Text says it by the number of significant digits, without zeros at either end:
    /// - integers, fractions and decimals with at most 5 digits are exact;
    /// - decimals with at most 9 digits, or whose nearest `Double` is a `Float`, are of single precision;
    /// - other decimals are of double precision.
    ///
    /// Short decimals that PyTorch prints (`tensor([0.1234])`) are of single precision, rounded to these digits.
    ///
    /// Arrays say it by their type:
    /// - integers are exact, floats of 16 bits of half and of 32 bits of single precision, also where one is printed
    ///   with its type (`dtype=float32`);
    /// - floats of 64 bits are exact if all are integers below 2^53, else of single precision if all are values of
    ///   `Float`, else of double precision.
    ///
    /// A filter is as precise as the number in it that needs the most precision.
    public enum Precision: String, Sendable, CaseIterable {
        /// The numbers are the filter.
        case exact
        /// Rounded to 11 binary digits.
        case half
        /// Rounded to 24 binary digits.
        case single
        /// Rounded to 53 binary digits.
        case double
    }
}

extension WrittenFilter.Precision {
    private static let mostExactDigits = 5
    /// So many tell all values of `Float` apart.
    private static let mostSingleDigits = 9

    /// Of a number as text, which has that value.
    init(of text: Substring, value: Rational) {
        guard text.contains(where: { $0 == "." || $0 == "e" || $0 == "E" }) else {
            self = .exact
            return
        }
        let digits = text.prefix { $0 != "e" && $0 != "E" }.filter(\.isNumber).drop { $0 == "0" }
        let count = digits.lastIndex { $0 != "0" }.map { digits[...$0].count } ?? 0
        if count <= Self.mostExactDigits {
            self = .exact
        } else {
            self = count <= Self.mostSingleDigits || Self.isSingle(value) ? .single : .double
        }
    }

    /// Of some numbers of an array.
    init(of values: [Rational], kind: NumPyArray.Kind, width: Int) {
        switch (kind, width) {
        case (.signed, _), (.unsigned, _), (.boolean, _): self = .exact
        case (.float, 2): self = .half
        case (.float, 4): self = .single
        case (.float, _):
            let limit = Integer(1 << 53)
            if values.allSatisfy({ $0.denominator == 1 && $0.numerator.magnitude < limit }) {
                self = .exact
            } else {
                self = values.allSatisfy(Self.isSingle) ? .single : .double
            }
        }
    }

    /// Whether the nearest `Double` is a `Float`.
    private static func isSingle(_ value: Rational) -> Bool {
        let nearest = value.approximation
        let isInRange = nearest.isFinite && (nearest != 0 || value.numerator.signum == 0)
        return isInRange && Float(exactly: nearest) != nil
    }

    /// Of a type as it is printed, such as `float32`, `torch.float16` or `'>f4'`; nil for those that leave it to the
    /// digits.
    init?(typeName: Substring) {
        switch typeName.split(whereSeparator: { ".'\"<>".contains($0) }).last {
        case "float16", "f2": self = .half
        case "float32", "f4": self = .single
        default: return nil
        }
    }

    /// Of a filter whose numbers are meant so.
    init(ofAll precisions: [Self]) {
        self = Self.allCases.last(where: precisions.contains) ?? .exact
    }
}

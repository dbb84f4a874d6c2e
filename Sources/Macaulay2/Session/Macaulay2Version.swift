/// A version of Macaulay2: two to four numbers and a suffix, as in `1.21`, `1.26.06`, `1.24.11-42-gabc`.
public struct Macaulay2Version: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Two to four.
    public let numbers: [Int]
    /// With the character that it begins with; empty for none.
    public let suffix: String

    /// The oldest version the scripts run in.
    public static let minimum = Macaulay2Version(numbers: [1, 21], suffix: "")

    init(numbers: [Int], suffix: String) {
        self.numbers = numbers
        self.suffix = suffix
    }

    /// Nil for anything that is not a version.
    public init?(_ text: some StringProtocol) {
        let number = text.prefix { ("0"..."9").contains($0) || $0 == "." }
        let suffix = text[number.endIndex...]
        let parts = number.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        let numbers = parts.compactMap { $0 }
        guard numbers.count == parts.count, (2...4).contains(numbers.count),
            suffix.isEmpty || "-+~_".contains(suffix[suffix.startIndex]), suffix.count < 100,
            suffix.allSatisfy({ $0.isASCII && !$0.isWhitespace })
        else { return nil }
        self.init(numbers: numbers, suffix: String(suffix))
        original = String(number)
    }

    /// The numbers as they were written: `1.26.06` keeps its zero.
    private var original = ""

    /// By numbers and suffix: `1.26.06` is `1.26.6`.
    public static func == (left: Self, right: Self) -> Bool {
        left.numbers == right.numbers && left.suffix == right.suffix
    }

    /// By numbers and suffix.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(numbers)
        hasher.combine(suffix)
    }

    /// By numbers alone.
    public static func < (left: Self, right: Self) -> Bool {
        left.numbers.lexicographicallyPrecedes(right.numbers)
    }

    /// As it was written.
    public var description: String {
        (original.isEmpty ? numbers.map(String.init).joined(separator: ".") : original) + suffix
    }
}

import PlatformBasics

/// A number in the largest unit that leaves one at least, without digits that nobody knows.
package struct RoughEstimate: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// `3 hours`.
    package init(seconds: Double) {
        description = Self.text(
            seconds, [(1, "second"), (60, "minute"), (3600, "hour"), (86_400, "day"), (31_557_600, "year")]
        ) {
            "\($0) \($0 == "1" ? $1 : $1 + "s")"
        }
    }

    /// `15 GB`.
    package init(bytes: Double) {
        description = Self.text(bytes, [(1e6, "MB"), (1e9, "GB"), (1e12, "TB")]) { "\($0) \($1)" }
    }

    /// `20 million`.
    package init(count: Double) {
        description = Self.text(
            count, [(1, ""), (1e3, "thousand"), (1e6, "million"), (1e9, "billion"), (1e12, "trillion")]
        ) { $1.isEmpty ? $0 : "\($0) \($1)" }
    }

    private static func text(
        _ value: Double, _ units: [(size: Double, name: String)], _ noun: (_ number: String, String) -> String
    ) -> String {
        let unit = units.last { value >= $0.size } ?? units[0]
        let count = max(1, value / unit.size)
        let number = count < 1e4 ? count.fixed(0) : "10^" + log10(count).fixed(0)
        return noun(number, unit.name)
    }
}

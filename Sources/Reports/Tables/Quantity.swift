import Foundation

/// Numbers as a person reads them.
public enum Quantity {
    /// Seconds to three figures: `0.00431 s`, `12.4 s`, `816 s`.
    public static func seconds(_ value: Double) -> String {
        guard value > 0 else { return "0 s" }
        if value >= 100 { return "\(Int(value.rounded())) s" }
        let digits = max(0, 2 - Int(log10(value).rounded(.down)))
        return String(format: "%.\(min(digits, 6))f s", value)
    }

    /// A limit as it was given: `60 s`, `0.5 s`.
    public static func limit(_ seconds: Double) -> String {
        (seconds == seconds.rounded() && seconds < 1e15 ? "\(Int(seconds))" : "\(seconds)") + " s"
    }

    /// `14,112`.
    public static func count(_ value: String) -> String {
        var result = ""
        for (index, digit) in value.reversed().enumerated() {
            if index > 0, index % 3 == 0, digit != "-" { result.append(",") }
            result.append(digit)
        }
        return String(result.reversed())
    }

    public static func count(_ value: Int) -> String { count(String(value)) }
}

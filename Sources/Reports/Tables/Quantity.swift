import PlatformBasics
import Studies

/// Numbers as a person reads them.
package enum Quantity {
    /// Seconds to three figures: `0.00431 s`, `12.4 s`, `816 s`.
    package static func seconds(_ value: Double) -> String {
        guard value > 0 else { return "0 s" }
        // Also for numbers that no integer holds, as a damaged journal may have.
        if value >= 100 { return "\(value.rounded().fixed(0)) s" }
        let digits = max(0, 2 - Int(log10(value).rounded(.down)))
        return "\(value.fixed(min(digits, 6))) s"
    }

    /// A limit as it was given: `60 s`, `0.5 s`.
    package static func limit(_ seconds: Double) -> String {
        (seconds == seconds.rounded() && seconds < 1e15 ? "\(Int(seconds))" : "\(seconds)") + " s"
    }

    /// Why there are no seconds, `> 60 s` or a reason; nil where there are some.
    package static func missing(_ time: MeasuredTime) -> String? {
        switch time {
        case .seconds: return nil
        case .beyond(let seconds): return "> " + limit(seconds)
        case .missing(let reason): return reason
        }
    }

    /// Seconds, or why there are none.
    package static func text(_ time: MeasuredTime) -> String {
        missing(time) ?? seconds(time.seconds ?? 0)
    }

    /// `14,112`.
    package static func count(_ value: String) -> String {
        var result = ""
        for (index, digit) in value.reversed().enumerated() {
            if index > 0, index % 3 == 0, digit != "-" { result.append(",") }
            result.append(digit)
        }
        return String(result.reversed())
    }

    package static func count(_ value: Int) -> String { count(String(value)) }

    /// One time over another: `1,200×`.
    package static func ratio(_ value: Double) -> String { "\(count(value.rounded().fixed(0)))×" }
}

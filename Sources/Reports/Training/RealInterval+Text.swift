import PlatformBasics
import Training

extension RealInterval {
    /// The number to as many digits as are certain, at most so many: both ends are rounded to the same.
    ///
    /// Where no digit is, an upper bound of the absolute value: `< 1.3e-28`.
    func certainText(digits most: Int = 12) -> String {
        for digits in stride(from: most, through: 1, by: -1) {
            let text = lower.significant(digits)
            if text == upper.significant(digits) { return text }
        }
        return "< " + (max(abs(lower), abs(upper)) * 1.1).scientific(1)
    }
}

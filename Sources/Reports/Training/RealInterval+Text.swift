import Foundation
import Training

extension RealInterval {
    /// The number to as many digits as are certain, at most so many: both ends are rounded to the same.
    ///
    /// Where no digit is, an upper bound of the absolute value: `< 1.3e-28`.
    func certainText(digits most: Int = 12) -> String {
        for digits in stride(from: most, through: 1, by: -1) {
            let text = String(format: "%.\(digits)g", lower)
            if text == String(format: "%.\(digits)g", upper) { return text }
        }
        return "< " + String(format: "%.1e", max(abs(lower), abs(upper)) * 1.1)
    }
}

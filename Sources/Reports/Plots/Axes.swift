import PlatformBasics

/// Where ticks stand, and how values become places.
struct Axes {
    struct Axis {
        let low: Double
        let high: Double
        let ticks: [Double]

        func share(_ value: Double) -> Double { high > low ? (value - low) / (high - low) : 0.5 }
    }

    let horizontal: Axis
    /// Of the decimal logarithm, if the axis is logarithmic.
    let vertical: Axis
    private let isLogarithmic: Bool

    /// Nil without data.
    init?(series: [Plot.Series], isLogarithmic: Bool) {
        let xs = series.flatMap { $0.points.map(\.x) }
        let ys = series.flatMap { $0.points.map { isLogarithmic ? log10($0.y) : $0.y } }
        guard let left = xs.min(), let right = xs.max(), let low = ys.min(), let high = ys.max() else {
            return nil
        }
        self.isLogarithmic = isLogarithmic
        horizontal = Self.linear(left, right, margin: 0.03, whole: xs.allSatisfy { $0 == $0.rounded() })
        if isLogarithmic {
            let (from, to) = (low.rounded(.down), max(high.rounded(.up), low.rounded(.down) + 1))
            let step = max(1, ((to - from) / 8).rounded(.up))
            vertical = Axis(low: from, high: to, ticks: Array(stride(from: from, through: to, by: step)))
        } else {
            vertical = Self.linear(low, high, margin: 0.06, whole: false)
        }
    }

    /// Ticks at 1, 2 or 5 times a power of ten.
    private static func linear(_ low: Double, _ high: Double, margin: Double, whole: Bool) -> Axis {
        let size = max(abs(low), abs(high))
        // One value, or values that are nearly equal, need a neighborhood in which ticks differ.
        let span = high > low ? max(high - low, size * 1e-4) : (size > 0 ? size : 1)
        let extra = whole ? 0 : (span - (high - low)) / 2
        let raw = span / 7
        let unit = pow(10, log10(raw).rounded(.down))
        var step = [1, 2, 5, 10].map { $0 * unit }.first { $0 >= raw } ?? unit
        if whole { step = max(1, step) }
        let (from, to) = (low - extra - margin * span, high + extra + margin * span)
        let first = (from / step).rounded(.up)
        let last = (to / step).rounded(.down)
        let ticks = first <= last ? stride(from: first, through: last, by: 1).map { $0 * step } : []
        return Axis(low: from, high: to, ticks: ticks)
    }

    /// A label to the left of a place on the vertical axis, as SVG.
    func verticalLabel(_ tick: Double, x: Double, y: Double) -> String {
        let exponent = Int(isLogarithmic ? tick : 0)
        let label: String
        let size: String
        if isLogarithmic, !(-3...4).contains(exponent) {
            (label, size) = ("10<tspan dy=\"-5\" font-size=\"9\">\(exponent)</tspan>", "12")
        } else {
            label = Self.label(isLogarithmic ? pow(10, tick) : tick)
            // Beside it the axis has its name.
            size = SVGStyle.size(of: label, usual: 12, room: 44)
        }
        return
            "<text class=\"quiet\" x=\"\(SVGStyle.number(x))\" y=\"\(SVGStyle.number(y))\" dy=\"4\" font-size=\"\(size)\" text-anchor=\"end\">\(label)</text>\n"
    }

    static func label(_ value: Double) -> String {
        // Without the sign of a zero that was rounded.
        value == 0 ? "0" : value.significant(6)
    }
}

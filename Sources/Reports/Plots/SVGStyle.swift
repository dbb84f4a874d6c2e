import PlatformBasics

/// What all drawings share: colors for light and dark, and escaping.
enum SVGStyle {
    /// Distinguishable with the common color blindnesses (Okabe and Ito), dark enough on white.
    static let colors = ["#0072b2", "#d55e00", "#009e73", "#b5487f", "#8a6d00", "#3f8fc4", "#666666"]

    /// - Parameter extra: further rules.
    static func styles(_ extra: String = "") -> String {
        """
        <style>
        .paper{fill:#fff}.ink{fill:#1b1b1b}.quiet{fill:#555}.grid{stroke:#ddd;fill:none}.axis{stroke:#555;fill:none}
        text{font-family:system-ui,-apple-system,"Segoe UI",sans-serif}\(extra)
        @media (prefers-color-scheme:dark){.paper{fill:#16181c}.ink{fill:#ececec}.quiet{fill:#aaa}.grid{stroke:#33363c}.axis{stroke:#999}}
        @media print{.paper{fill:#fff}.ink{fill:#000}.quiet{fill:#333}.grid{stroke:#ccc}.axis{stroke:#333}}
        </style>

        """
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    /// At most so wide is a text in the sans-serif fonts that browsers have: measured in the widest of them, DejaVu Sans
    /// and Verdana.
    static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
        text.reduce(0) { $0 + (isBold ? 1.1 : 1) * size * em($1) }
    }

    /// The font size with which a text fits a room, at most the usual one.
    static func size(of text: String, usual: Double, room: Double) -> String {
        let width = width(of: text, size: 1, isBold: true)
        return (width * usual > room ? room / width : usual).significant(4)
    }

    /// The width of a letter in units of the font's size.
    private static func em(_ letter: Character) -> Double {
        switch letter {
        case "0"..."9": 0.65
        case " ", ",", ".", ":", ";", "(", ")", "-", "'", "|", "/", "f", "i", "j", "l", "r", "t", "I": 0.46
        case "m", "w", "M", "W", "–", "→", "√", "…": 1
        case "A"..."Z", "=", "+", "<", ">", "≠", "×", "·": 0.84
        default: 0.65
        }
    }

    /// Coordinates with one decimal: enough for a screen, the same bytes for the same drawing.
    static func number(_ value: Double) -> String {
        let rounded = (value * 10).rounded() / 10
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }
}

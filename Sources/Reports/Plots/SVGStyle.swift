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

    /// Coordinates with one decimal: enough for a screen, the same bytes for the same drawing.
    static func number(_ value: Double) -> String {
        let rounded = (value * 10).rounded() / 10
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }
}

import PlatformBasics

/// A plot of several series, drawn as SVG.
package struct Plot: Sendable {
    package struct Series: Sendable {
        package var name: String
        package var points: [(x: Double, y: Double)]
        package var isJoined: Bool

        package init(_ name: String, _ points: [(x: Double, y: Double)], isJoined: Bool = true) {
            self.name = name
            self.points = points
            self.isJoined = isJoined
        }
    }

    package var title: String
    package var horizontal: String
    package var vertical: String
    /// Whether the vertical axis is logarithmic; values that are not positive are left out.
    package var isLogarithmic: Bool
    package var series: [Series]

    package init(
        title: String, horizontal: String, vertical: String, isLogarithmic: Bool, series: [Series]
    ) {
        self.title = title
        self.horizontal = horizontal
        self.vertical = vertical
        self.isLogarithmic = isLogarithmic
        self.series = series.map { one in
            var one = one
            one.points = one.points.filter { $0.y.isFinite && $0.x.isFinite && (!isLogarithmic || $0.y > 0) }
            return one
        }.filter { !$0.points.isEmpty }
    }

    private static let width = 640.0
    private static let frame = (left: 76.0, right: 16.0, top: 40.0, bottom: 52.0, height: 330.0)

    /// A whole SVG document; it can also stand inside HTML.
    package var svg: String {
        let legendRows = (series.count + 1) / 2
        let height = Self.frame.top + Self.frame.height + Self.frame.bottom + Double(legendRows) * 20
        var text = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(Self.width)) \(Int(height))" role="img" aria-label="\(SVGStyle.escaped(title))">
            \(SVGStyle.styles())<rect class="paper" width="100%" height="100%"/>
            <text class="ink" x="16" y="24" font-size="16" font-weight="600">\(SVGStyle.escaped(title))</text>

            """
        guard let axes = Axes(series: series, isLogarithmic: isLogarithmic) else {
            return text
                + "<text class=\"quiet\" x=\"\(Int(Self.frame.left))\" y=\"80\" font-size=\"14\">no data</text>\n</svg>\n"
        }
        let right = Self.width - Self.frame.right
        let bottom = Self.frame.top + Self.frame.height
        func x(_ value: Double) -> Double {
            Self.frame.left + axes.horizontal.share(value) * (right - Self.frame.left)
        }
        func y(_ value: Double) -> Double {
            bottom - axes.vertical.share(isLogarithmic ? log10(value) : value) * Self.frame.height
        }
        for tick in axes.vertical.ticks {
            let place = y(isLogarithmic ? pow(10, tick) : tick)
            text +=
                "<path class=\"grid\" d=\"M\(Int(Self.frame.left)) \(SVGStyle.number(place))H\(Int(right))\"/>"
            text += axes.verticalLabel(tick, x: Self.frame.left - 8, y: place)
        }
        for tick in axes.horizontal.ticks {
            let place = SVGStyle.number(x(tick))
            text +=
                "<path class=\"axis\" d=\"M\(place) \(Int(bottom))v5\"/><text class=\"quiet\" x=\"\(place)\" y=\"\(Int(bottom) + 20)\" font-size=\"12\" text-anchor=\"middle\">"
                + Axes.label(tick) + "</text>\n"
        }
        text +=
            "<path class=\"axis\" d=\"M\(Int(Self.frame.left)) \(Int(Self.frame.top))V\(Int(bottom))H\(Int(right))\"/>\n"
        text +=
            "<text class=\"ink\" x=\"\(Int((Self.frame.left + right) / 2))\" y=\"\(Int(bottom) + 40)\" font-size=\"13\" text-anchor=\"middle\">\(SVGStyle.escaped(horizontal))</text>\n"
        text +=
            "<text class=\"ink\" transform=\"translate(16 \(Int(Self.frame.top + Self.frame.height / 2)))rotate(-90)\" font-size=\"13\" text-anchor=\"middle\">\(SVGStyle.escaped(vertical))</text>\n"
        for (index, one) in series.enumerated() {
            let color = SVGStyle.colors[index % SVGStyle.colors.count]
            if one.isJoined, one.points.count > 1 {
                let path = one.points.enumerated().map {
                    ($0 == 0 ? "M" : "L") + SVGStyle.number(x($1.x)) + " " + SVGStyle.number(y($1.y))
                }.joined()
                text += "<path d=\"\(path)\" fill=\"none\" stroke=\"\(color)\" stroke-width=\"1.8\"/>\n"
            }
            for point in one.points {
                text += marker(index, x(point.x), y(point.y), color)
            }
            let legendX = Self.frame.left + Double(index % 2) * 280
            let legendY = bottom + Self.frame.bottom + Double(index / 2) * 20 + 6
            text += marker(index, legendX + 6, legendY, color)
            text +=
                "<text class=\"ink\" x=\"\(Int(legendX) + 18)\" y=\"\(Int(legendY))\" dy=\"4\" font-size=\"13\">\(SVGStyle.escaped(one.name))</text>\n"
        }
        return text + "</svg>\n"
    }

    /// Shapes differ too: colors alone are lost in print.
    private func marker(_ index: Int, _ x: Double, _ y: Double, _ color: String) -> String {
        let (x, y) = (SVGStyle.number(x), SVGStyle.number(y))
        switch index % 4 {
        case 0: return "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"4\" fill=\"\(color)\"/>\n"
        case 1: return "<path d=\"M\(x) \(y)m-4 -4h8v8h-8z\" fill=\"\(color)\"/>\n"
        case 2: return "<path d=\"M\(x) \(y)m0 -5l5 9h-10z\" fill=\"\(color)\"/>\n"
        default: return "<path d=\"M\(x) \(y)m0 -5l5 5l-5 5l-5 -5z\" fill=\"\(color)\"/>\n"
        }
    }
}

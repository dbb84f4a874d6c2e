import PlatformBasics

/// Critical points by Morse index and loss, drawn as SVG: a column for each index, the loss upwards.
struct LossPicture {
    /// What a point is among its neighbours: shape and color.
    enum Kind: String, CaseIterable {
        case minimum, saddle
        case unproved = "index-not-proved"
        case uncertified = "not-certified"

        fileprivate var color: String {
            switch self {
            case .minimum: SVGStyle.colors[1]
            case .saddle: SVGStyle.colors[0]
            case .unproved, .uncertified: SVGStyle.colors[6]
            }
        }

        /// Shapes differ too: colors alone are lost in print.
        fileprivate func outline(_ r: Double) -> String {
            let number = SVGStyle.number
            switch self {
            case .minimum:
                let d = r * 1.4
                return
                    "m0 \(number(-d))l\(number(d)) \(number(d))l\(number(-d)) \(number(d))l\(number(-d)) \(number(-d))z"
            case .saddle:
                return
                    "m\(number(-r)) 0a\(number(r)) \(number(r)) 0 1 0 \(number(2 * r)) 0a\(number(r)) \(number(r)) 0 1 0 \(number(-2 * r)) 0z"
            case .unproved:
                return "m\(number(-r)) \(number(-r))h\(number(2 * r))v\(number(2 * r))h\(number(-2 * r))z"
            case .uncertified:
                return
                    "m0 \(number(-1.3 * r))l\(number(1.2 * r)) \(number(2.2 * r))h\(number(-2.4 * r))z"
            }
        }
    }

    /// Where a point lies with respect to what the layers make: how it is filled.
    enum Standing: String, CaseIterable {
        case attained
        case notAttained = "not-attained"
        /// Attained, on the boundary of what layers make: where real roots coincide.
        case boundary

        fileprivate var rule: String {
            switch self {
            case .attained: ""
            // All of it still answers to the pointer.
            case .notAttained: "fill:none;pointer-events:all"
            case .boundary: "fill-opacity:.35"
            }
        }
    }

    struct Mark {
        /// Nil where it is not known: then it stands in a column of its own.
        var index: Int?
        /// 0 where it cannot be told from 0.
        var loss: Double
        var kind: Kind
        var standing = Standing.attained
        /// Shown where the pointer rests.
        var note: String
        /// Written beside it.
        var label: String?
    }

    var title: String
    /// Whether the legend tells what is attained.
    var showsStanding: Bool
    var marks: [Mark]

    private static let width = 640.0
    private static let frame = (left: 76.0, right: 16.0, top: 40.0, bottom: 52.0, height: 360.0)
    /// Between the lowest mark and the axis there is room for a label.
    private static let padding = 26.0
    private static let right = width - frame.right
    private static let bottom = frame.top + frame.height

    /// Losses far apart need a logarithmic axis; a loss of 0 then has a line of its own below it.
    private var isLogarithmic: Bool {
        let positive = marks.map(\.loss).filter { $0 > 0 }
        guard let least = positive.min(), let most = positive.max() else { return false }
        return most / least > 100
    }

    /// The kinds that there are, with their numbers.
    private var legend: [(kind: Kind, standing: Standing, words: String)] {
        Kind.allCases.flatMap { kind in
            Standing.allCases.compactMap { standing in
                let count = marks.count { $0.kind == kind && $0.standing == standing }
                guard count > 0 else { return nil }
                return (kind, standing, "\(words(kind, standing)) (\(count))")
            }
        }
    }

    private func words(_ kind: Kind, _ standing: Standing) -> String {
        if standing == .boundary, kind == .saddle { return "no minima, on the boundary" }
        let noun =
            switch kind {
            case .minimum: "minima"
            case .saddle: "saddles"
            case .unproved: "index not proved"
            case .uncertified: "not certified"
            }
        guard showsStanding, kind != .uncertified else { return noun }
        switch standing {
        case .attained: return noun + ", attained"
        case .notAttained: return noun + ", not attained"
        case .boundary: return noun + ", on the boundary"
        }
    }

    /// A whole SVG document.
    var svg: String {
        let legend = legend
        let scale = Scale(marks, isLogarithmic: isLogarithmic)
        let (places, radius) = scale.map(places) ?? ([], 4.5)
        let height = Self.bottom + Self.frame.bottom + Double((legend.count + 1) / 2) * 20
        let titleSize = SVGStyle.size(of: title, usual: 16, room: Self.right - 16)
        var text = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(Self.width)) \(Int(height))" role="img" aria-label="\(SVGStyle.escaped(title))">
            \(SVGStyle.styles(Self.rules(radius)))<rect class="paper" width="100%" height="100%"/>
            <text class="ink" x="16" y="24" font-size="\(titleSize)" font-weight="600">\(SVGStyle.escaped(title))</text>

            """
        guard let scale else {
            return text
                + "<text class=\"quiet\" x=\"\(Int(Self.frame.left))\" y=\"80\" font-size=\"14\">no real points</text>\n</svg>\n"
        }
        text += axes(scale)
        for (mark, place) in zip(marks, places) {
            text += Self.drawn(mark.kind, mark.standing, place, radius, note: mark.note)
        }
        text += labels(places, radius)
        for (number, entry) in legend.enumerated() {
            let x = Self.frame.left + Double(number % 2) * 280
            let y = Self.bottom + Self.frame.bottom + Double(number / 2) * 20 + 6
            text += Self.drawn(entry.kind, entry.standing, (x + 6, y), 4.5, note: nil)
            text +=
                "<text class=\"ink\" x=\"\(Int(x) + 18)\" y=\"\(Int(y))\" dy=\"4\" font-size=\"13\">\(entry.words)</text>\n"
        }
        return text + "</svg>\n"
    }

    /// Lines thin enough that a small hollow mark stays hollow.
    private static func rules(_ radius: Double) -> String {
        Kind.allCases.map {
            ".\($0.rawValue){fill:\($0.color);stroke:\($0.color);stroke-width:\(SVGStyle.number(min(1.6, radius * 0.5)))}"
        }.joined()
            + Standing.allCases.filter { !$0.rule.isEmpty }.map { ".\($0.rawValue){\($0.rule)}" }.joined()
    }

    private static func drawn(
        _ kind: Kind, _ standing: Standing, _ place: (x: Double, y: Double), _ radius: Double, note: String?
    ) -> String {
        let number = SVGStyle.number
        let path =
            "<path class=\"\(note == nil ? "key" : "mark") \(kind.rawValue) \(standing.rawValue)\" d=\"M\(number(place.x)) \(number(place.y))\(kind.outline(radius))\""
        guard let note else { return path + "/>\n" }
        return path + "><title>\(SVGStyle.escaped(note))</title></path>\n"
    }

    /// How losses become heights, and indices columns.
    private struct Scale {
        let axes: Axes
        let isLogarithmic: Bool
        let hasZero: Bool
        /// Columns of indices.
        let indexed: Int
        let columns: Int

        /// Nil without marks.
        init?(_ marks: [Mark], isLogarithmic: Bool) {
            let losses = marks.map(\.loss).filter { !isLogarithmic || $0 > 0 }
            let series = Plot.Series("", losses.map { (0, $0) })
            guard let axes = Axes(series: [series], isLogarithmic: isLogarithmic) else { return nil }
            self.axes = axes
            self.isLogarithmic = isLogarithmic
            hasZero = isLogarithmic && losses.count < marks.count
            let indices = marks.compactMap(\.index)
            indexed = indices.max().map { $0 + 1 } ?? 0
            columns = indexed + (indices.count < marks.count ? 1 : 0)
        }

        var columnWidth: Double { (LossPicture.right - LossPicture.frame.left) / Double(columns) }

        func x(_ index: Int?) -> Double {
            LossPicture.frame.left + (Double(index ?? columns - 1) + 0.5) * columnWidth
        }

        /// Of a loss of 0 on a logarithmic axis.
        var zero: Double { LossPicture.bottom - LossPicture.padding }

        func y(_ loss: Double) -> Double {
            if isLogarithmic, loss <= 0 { return zero }
            return y(share: axes.vertical.share(isLogarithmic ? log10(loss) : loss))
        }

        func y(share: Double) -> Double {
            let low = zero - (hasZero ? 34 : 0)
            return low - share * (low - LossPicture.frame.top - 10)
        }
    }

    private func axes(_ scale: Scale) -> String {
        let number = SVGStyle.number
        let (left, right, bottom) = (Int(Self.frame.left), Int(Self.right), Int(Self.bottom))
        var text = ""
        func grid(_ y: Double) { text += "<path class=\"grid\" d=\"M\(left) \(number(y))H\(right)\"/>" }
        for tick in scale.axes.vertical.ticks where scale.isLogarithmic || tick >= 0 {
            let y = scale.y(share: scale.axes.vertical.share(tick))
            grid(y)
            text += scale.axes.verticalLabel(tick, x: Self.frame.left - 8, y: y)
        }
        if scale.hasZero {
            grid(scale.zero)
            text +=
                "<text class=\"quiet\" x=\"\(left - 8)\" y=\"\(number(scale.zero))\" dy=\"4\" font-size=\"12\" text-anchor=\"end\">0</text>\n"
        }
        let step = max(1, scale.columns / 20)
        for index in 0..<scale.columns {
            if index > 0 {
                let edge = number(Self.frame.left + Double(index) * scale.columnWidth)
                text += "<path class=\"grid\" d=\"M\(edge) \(Int(Self.frame.top))V\(bottom)\"/>"
            }
            guard index.isMultiple(of: step) else { continue }
            text +=
                "<text class=\"quiet\" x=\"\(number(scale.x(index)))\" y=\"\(bottom + 18)\" font-size=\"12\" text-anchor=\"middle\">\(index < scale.indexed ? "\(index)" : "?")</text>\n"
        }
        text += "<path class=\"axis\" d=\"M\(left) \(Int(Self.frame.top))V\(bottom)H\(right)\"/>\n"
        text +=
            "<text class=\"ink\" x=\"\((left + right) / 2)\" y=\"\(bottom + 38)\" font-size=\"13\" text-anchor=\"middle\">Morse index\(marks.contains { $0.standing == .boundary } ? "; on the boundary, that along it" : "")</text>\n"
        return text
            + "<text class=\"ink\" transform=\"translate(16 \(Int(Self.frame.top + Self.frame.height / 2)))rotate(-90)\" font-size=\"13\" text-anchor=\"middle\">loss (sum of squares)</text>\n"
    }

    /// Where marks stand, and the largest radius with which none covers another, or else the smallest.
    private func places(_ scale: Scale) -> (places: [(x: Double, y: Double)], radius: Double) {
        var result = (places: [(x: Double, y: Double)](), radius: 0.0)
        for radius in [4.5, 3.5, 2.5, 1.8] {
            result = (marks.map { (scale.x($0.index), scale.y($0.loss)) }, radius)
            var areApart = true
            for (_, column) in Dictionary(grouping: marks.indices, by: { marks[$0].index }) {
                let swarm = Swarm.offsets(
                    heights: column.map { result.places[$0].y }, spacing: 2.8 * radius + 1.2,
                    room: max(0, scale.columnWidth / 2 - radius - 2))
                for (mark, offset) in zip(column, swarm.offsets) { result.places[mark].x += offset }
                areApart = areApart && swarm.areApart
            }
            if areApart { break }
        }
        return result
    }

    /// Each label below its mark, or beside it, or above, wherever first it covers no mark and no label; where all that is
    /// covered, in the nearest free place, with a line to its mark. Without any, it is left out: the mark has its note.
    private func labels(_ places: [(x: Double, y: Double)], _ radius: Double) -> String {
        let r = radius * 1.4 + 1
        var taken = places.map { Box(x: $0.x - r, y: $0.y - r, width: 2 * r, height: 2 * r) }
        var text = ""
        for (mark, place) in zip(marks, places) {
            guard let label = mark.label else { continue }
            let size = (width: SVGStyle.width(of: label, size: 12) + 4, height: 15.0)
            let beside = [
                (place.x - r, place.y + r + 1), (place.x + r + 3, place.y - size.height / 2),
                (place.x - r - 3 - size.width, place.y - size.height / 2),
                (place.x - r, place.y - r - 1 - size.height),
            ]
            func isFree(_ box: Box) -> Bool { !taken.contains { $0.meets(box) } }
            var box = beside.lazy.map { Self.box(at: $0, size) }.first(where: isFree)
            if box == nil, let free = Self.nearest(to: place, size, isFree) {
                box = free
                let number = SVGStyle.number
                text +=
                    "<path class=\"axis\" d=\"M\(number(place.x)) \(number(place.y))L\(number(free.x + free.width / 2)) \(number(free.y + free.height / 2))\"/>"
            }
            guard let box else { continue }
            taken.append(box)
            // Grid lines end at it.
            text +=
                "<rect class=\"paper\" x=\"\(SVGStyle.number(box.x))\" y=\"\(SVGStyle.number(box.y))\" width=\"\(SVGStyle.number(box.width))\" height=\"\(SVGStyle.number(box.height))\"/>"
            text +=
                "<text class=\"ink\" x=\"\(SVGStyle.number(box.x + 2))\" y=\"\(SVGStyle.number(box.y + 11.5))\" font-size=\"12\">\(SVGStyle.escaped(label))</text>\n"
        }
        return text
    }

    private struct Box {
        var (x, y, width, height): (Double, Double, Double, Double)

        func meets(_ other: Box) -> Bool {
            x < other.x + other.width && other.x < x + width && y < other.y + other.height
                && other.y < y + height
        }
    }

    /// Inside of the axes.
    private static func box(at corner: (x: Double, y: Double), _ size: (width: Double, height: Double)) -> Box
    {
        Box(
            x: max(frame.left + 3, min(corner.x, right - size.width)),
            y: max(frame.top, min(corner.y, bottom - size.height - 2)), width: size.width, height: size.height
        )
    }

    private static func nearest(
        to place: (x: Double, y: Double), _ size: (width: Double, height: Double), _ isFree: (Box) -> Bool
    ) -> Box? {
        var best: (box: Box, distance: Double)?
        for x in stride(from: frame.left + 3, through: right - size.width, by: 12) {
            for y in stride(from: frame.top, through: bottom - size.height - 2, by: 6) {
                let box = box(at: (x, y), size)
                let (across, along) = (x + size.width / 2 - place.x, y + size.height / 2 - place.y)
                let distance = across * across + along * along
                if distance < best?.distance ?? .infinity, isFree(box) { best = (box, distance) }
            }
        }
        return best?.box
    }
}

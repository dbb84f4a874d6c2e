import Foundation
import Neurovariety
import Testing
import Training

@testable import Reports

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What stands in a drawing, read by a parser that is not ours.
private final class Drawing: NSObject, XMLParserDelegate {
    /// Of all paths with a class.
    var classes: [[String]] = []
    var texts: [String] = []
    /// Where marks and labels stand.
    var places: [(x: Double, y: Double)] = []
    private var isText = false

    /// Nil if the text is no XML.
    init?(_ svg: String) {
        super.init()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = self
        guard parser.parse() else { return nil }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        isText = name == "text" || name == "title"
        if isText { texts.append("") }
        guard name == "path", let words = attributes["class"]?.split(separator: " ") else { return }
        classes.append(words.map(String.init))
        if words.first == "mark", let start = attributes["d"]?.firstMatch(of: /^M(-?[0-9.]+) (-?[0-9.]+)m/) {
            places.append((Double(start.1) ?? .nan, Double(start.2) ?? .nan))
        }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        isText = false
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if isText { texts[texts.count - 1] += string }
    }

    func count(_ kind: LossPicture.Kind, _ standing: LossPicture.Standing) -> Int {
        classes.count { $0 == ["mark", kind.rawValue, standing.rawValue] }
    }
}

@Suite struct LossPictureTests {
    private func mark(
        _ index: Int, _ loss: Double, _ standing: LossPicture.Standing = .attained, label: String? = nil
    ) -> LossPicture.Mark {
        .init(
            index: index, loss: loss, kind: index == 0 ? .minimum : .saddle, standing: standing,
            note: "<\(loss)>",
            label: label)
    }

    private func drawing(_ marks: [LossPicture.Mark], showsStanding: Bool = true) throws -> Drawing {
        let svg = LossPicture(title: "a & b", showsStanding: showsStanding, marks: marks).svg
        #expect(svg.firstMatch(of: /(?i)\bnan|\binf/) == nil)
        return try #require(Drawing(svg))
    }

    /// Every mark inside of the axes.
    private func expectInside(_ drawing: Drawing, _ count: Int, _ name: Comment) {
        #expect(drawing.places.count == count, name)
        #expect(drawing.places.allSatisfy { (76...624).contains($0.x) && (40...400).contains($0.y) }, name)
    }

    @Test func marksAreCountedByKind() throws {
        let picture = try drawing([
            mark(0, 1), mark(0, 2, .notAttained), mark(0, 2.5, .notAttained), mark(1, 3), mark(1, 3.5),
            mark(1, 4),
            mark(2, 5, .notAttained),
            .init(index: 2, loss: 6, kind: .unproved, note: ""), mark(0, 1.5, .boundary),
            mark(1, 2, .boundary),
            mark(1, 2.1, .boundary),
        ])
        #expect(picture.count(.minimum, .attained) == 1 && picture.count(.minimum, .notAttained) == 2)
        #expect(picture.count(.saddle, .attained) == 3 && picture.count(.saddle, .notAttained) == 1)
        #expect(picture.count(.unproved, .attained) == 1 && picture.count(.unproved, .notAttained) == 0)
        expectInside(picture, 11, "")
        for words in [
            "minima, attained (1)", "minima, not attained (2)", "saddles, attained (3)",
            "saddles, not attained (1)",
            "index not proved, attained (1)", "minima, on the boundary (1)", "no minima, on the boundary (2)",
            "Morse index; on the boundary, that along it",
        ] { #expect(picture.texts.contains(words), "\(words)") }
        #expect(picture.classes.count { $0.first == "key" } == 7)
        let all = try drawing([mark(0, 1), mark(1, 2)], showsStanding: false).texts
        #expect(all.contains("minima (1)") && !all.contains { $0.contains("attained") })
    }

    /// Losses that are hard to draw.
    @Test(
        arguments: [
            [], [0], [5], [1e-20], [1e300], [0, 0], [0, 3, 5], [0, 1e-13, 3, 500], [1, 1 + 1e-15], [3, 3, 3],
            [1e-300, 1e300], [7, 7.1, 900],
        ] as [[Double]])
    func lossesOfAllSizes(losses: [Double]) throws {
        let picture = try drawing(
            losses.enumerated().map { mark(min(1, $0), $1, label: $0 == 0 ? "least" : nil) })
        expectInside(picture, losses.count, "\(losses)")
        #expect(picture.texts.contains("no real points") == losses.isEmpty)
        #expect(picture.texts.contains("least") != losses.isEmpty)
        // More loss is never lower, and twice the loss is higher.
        for (one, two) in zip(losses.indices, losses.indices.dropFirst()) {
            let (y, next) = (picture.places[one].y, picture.places[two].y)
            #expect(next <= y && (losses[two] < 2 * losses[one] || losses[two] == 0 || next < y), "\(losses)")
        }
    }

    /// Hundreds of marks cover none, and keep their heights.
    @Test func manyMarks() throws {
        let marks = (0..<600).map { number in
            mark(
                number % 5, 100 + Double(number * 7_919 % 997) / 50,
                number % 3 == 0 ? .attained : .notAttained)
        }
        let picture = try drawing(marks)
        expectInside(picture, 600, "")
        #expect(picture.count(.saddle, .attained) + picture.count(.minimum, .attained) == 200)
        var least = Double.infinity
        for (number, one) in picture.places.enumerated() {
            for two in picture.places[..<number] {
                least = min(least, (one.x - two.x) * (one.x - two.x) + (one.y - two.y) * (one.y - two.y))
            }
        }
        // The smallest have a radius of 1.8, or for minima 1.4 times that.
        #expect(least.squareRoot() > 2 * 1.4 * 1.8)
    }

    @Test func swarms() {
        #expect(Swarm.offsets(heights: [0, 100], spacing: 10, room: 50).offsets == [0, 0])
        #expect(Swarm.offsets(heights: [3, 3, 3], spacing: 10, room: 50).offsets == [0, 10, -10])
        // Without room they stay in the column.
        let close = Swarm.offsets(heights: [3, 3], spacing: 10, room: 0)
        #expect(close.offsets == [0, 0] && !close.areApart)
        let crowded = Swarm.offsets(heights: [Double](repeating: 1, count: 9), spacing: 10, room: 12)
        #expect(
            crowded.offsets.allSatisfy { abs($0) <= 12 } && Set(crowded.offsets).count == 5
                && !crowded.areApart)
    }

    /// The points of chains, with stride 1 and without, and what is named among them.
    @Test(arguments: [([3, 2, 2, 2], [1, 2, 1]), ([2, 2, 2, 2], [1, 2, 1]), ([2, 2], [2])])
    func thePictureOfAReport(sizes: [Int], strides: [Int]) throws {
        let architecture = try Architecture(filterSizes: sizes, strides: strides)
        let points = try CriticalPoints.run(.random(architecture, outputWidth: 1, seed: 3))
        let report = CriticalPointsReport(points, seconds: 0)
        let picture = try #require(Drawing(report.svg))
        let hollow = points.attainments.count { !$0.isAttained }
        let minima = points.real.count(where: \.isMinimum)
        #expect((hollow > 0) == points.mayBeUnattained)
        #expect(picture.count(.minimum, .notAttained) + picture.count(.saddle, .notAttained) == hollow)
        #expect(picture.count(.minimum, .notAttained) + picture.count(.minimum, .attained) == minima)
        #expect(picture.count(.unproved, .attained) == 0)
        let boundary = points.boundary.flatMap(\.real).filter(\.attainment.isAttained)
        #expect(boundary.isEmpty != points.mayBeUnattained)
        #expect(picture.count(.minimum, .boundary) == boundary.count(where: \.isMinimum))
        #expect(picture.count(.saddle, .boundary) == boundary.count { !$0.isMinimum })
        expectInside(picture, points.real.count + boundary.count, "")

        let minimum = try #require(points.networkMinimum).point.lossInterval.certainText(digits: 6)
        let words = points.mayBeUnattained ? "global minimum of the network" : "global minimum"
        #expect(picture.texts.contains { $0.hasPrefix(words) && $0.hasSuffix(": \(minimum)") })
        // The pointer tells what the table tells.
        for index in points.real.indices {
            #expect(
                picture.texts.contains { $0.hasPrefix("\(index + 1): ") && $0.hasSuffix(report.kind(index)) })
        }
    }
}

import Foundation

/// A line of `fixtures/homology/betti.txt`, which Macaulay2 wrote: what it says of one architecture.
package struct RecordedHomology: Sendable {
    package let filterSizes: [Int]
    package let strides: [Int]
    package let depth: Int
    package let regularity: Int
    /// By homological degree and degree, without zeros.
    package let betti: [[Int]: Int]

    /// `5,2;3 depth 5 regularity 3 betti 0:0:1 1:3:4`; nil for anything else.
    package init?(line: some StringProtocol) {
        let words = line.split(separator: " ").map { String($0) }
        let architecture = words.prefix(1).flatMap { word in
            word.split(separator: ";" as Character).map { Self.numbers($0) }
        }
        guard words.count > 6, words[1] == "depth", words[3] == "regularity", words[5] == "betti",
            architecture.count == 2, let depth = Int(words[2]), let regularity = Int(words[4])
        else { return nil }
        var betti: [[Int]: Int] = [:]
        for word in words[6...] {
            let numbers = word.split(separator: ":").compactMap { Int(String($0)) }
            guard numbers.count == 3 else { return nil }
            betti[[numbers[0], numbers[1]]] = numbers[2]
        }
        (filterSizes, strides) = (architecture[0], architecture[1])
        (self.depth, self.regularity, self.betti) = (depth, regularity, betti)
    }

    package static func numbers(_ list: some StringProtocol) -> [Int] {
        list.split(separator: ",").compactMap { Int(String($0)) }
    }

    /// Nil where a line is something else.
    package static func all(in text: String) -> [RecordedHomology]? {
        let lines = text.split(separator: "\n")
        let records = lines.compactMap { RecordedHomology(line: $0) }
        return records.count == lines.count ? records : nil
    }

    /// Reduced architectures of several layers with K ≤ 12.
    package static func recorded() throws -> [RecordedHomology]? {
        all(in: try String(contentsOfFile: Fixtures.path("homology/betti.txt"), encoding: .utf8))
    }
}

import Neurovariety

/// A part of an atlas for one of several machines. It stands in the second line of its journal, behind `#`.
package struct AtlasShard: Hashable, Sendable {
    package let shard: Shard
    /// Up to which end-to-end filter size the whole atlas goes.
    package let largest: Int

    package init(_ shard: Shard, upTo largest: Int) {
        (self.shard, self.largest) = (shard, largest)
    }

    /// `#shard 3/8 --max-K 14`; nil for anything else.
    init?(line: some StringProtocol) {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 4, words[0] == "#shard", words[2] == "--max-K", let shard = Shard(words[1]),
            let largest = Int(words[3]), 1...Atlas.largestSize ~= largest
        else { return nil }
        self.init(shard, upTo: largest)
    }

    /// The options of the whole atlas.
    static func study(upTo largest: Int) -> String { "--max-K \(largest)" }

    var line: String { "#shard \(shard) --max-K \(largest)" }

    /// Those that belong to it.
    package var architectures: [Architecture] {
        shard.tasks(of: ReducedArchitectures.upTo(endToEndFilterSize: largest), cost: Self.cost)
    }

    /// About how many seconds of one core a row takes. Ranks, which are found where K is small and there are more than two
    /// layers, take most; from atlases up to 16, 24 and 32.
    package static func cost(_ architecture: Architecture) -> Double {
        let size = Double(architecture.endToEndFilterSize)
        let isByRanks = architecture.filterSizes.count > 2 && size <= 16
        return size * size * size / 2e7 + (isByRanks ? size * size * size * size / 1e6 : 0)
    }
}

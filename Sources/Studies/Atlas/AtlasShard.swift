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

    var line: String { "#shard \(shard) --max-K \(largest)" }

    /// Those that belong to it.
    package var architectures: [Architecture] {
        shard.tasks(of: ReducedArchitectures.upTo(endToEndFilterSize: largest)) { architecture in
            let size = Double(architecture.endToEndFilterSize)
            return size * size * size * Double(architecture.filterSizes.count)
        }
    }
}

import ExactAlgebra
import Neurovariety
import TestSupport
import Testing

@testable import Studies

@Suite struct ShardTests {
    @Test func text() {
        #expect(Shard("3/8")?.description == "3/8" && Shard("1/1")?.fileName == "1-of-1")
        for text in [
            "", "3", "0/8", "9/8", "-1/8", "3/8/2", "3/ 8", "+3/8", "03/8", "3/8.0", "3/10001", "a/b",
        ] {
            #expect(Shard(text) == nil, "\(text)")
        }
    }

    /// Every task is in one part, in its order, and no part has much more than another.
    @Test func partition() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix(seed: seed)
        for _ in 0..<50 {
            let costs = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                Double.random(in: 0...100, using: &generator)
            }
            let tasks = Array(costs.indices)
            let count = Int.random(in: 1...12, using: &generator)
            let parts = Shard.all(count).map { $0.tasks(of: tasks) { costs[$0] } }
            #expect(parts.flatMap(\.self).sorted() == tasks, "seed \(seed)")
            #expect(parts.allSatisfy { $0 == $0.sorted() })
            let loads = parts.map { part in part.reduce(0) { $0 + costs[$1] } }
            let least = max(costs.reduce(0, +) / Double(count), costs.max() ?? 0)
            // Graham's bound for any order.
            #expect((loads.max() ?? 0) <= 2 * least + 1e-9, "seed \(seed)")
        }
        #expect(Shard.all(3).map { $0.tasks(of: ["a"]) { _ in 0 } } == [["a"], [], []])
    }

    /// Parts of a grid are those of all machines.
    @Test func gridsAndAtlases() throws {
        let grid = try #require(
            ArchitectureGrid(layers: [2, 3], filterSizes: [2, 3], strides: [2, 3], largest: 14))
        let parts = Shard.all(5).map { grid.part($0).architectures }
        #expect(parts.flatMap(\.self).count == grid.architectures.count)
        #expect(Set(parts.flatMap(\.self)) == Set(grid.architectures))
        // A limit for tasks is heeded: what would take days takes that long.
        let limited = Shard.all(5).map { grid.part($0, limit: 1) }
        #expect(Set(limited.flatMap(\.architectures)) == Set(grid.architectures))
        let loads = limited.map { $0.cost(limit: 1) }
        #expect(
            (loads.max() ?? 0) <= (loads.min() ?? 0) + 2.3
                && parts.map(\.count) != limited.map(\.architectures.count))
        let rows = Shard.all(4).flatMap { AtlasShard($0, upTo: 12).architectures }
        #expect(rows.count == ReducedArchitectures.upTo(endToEndFilterSize: 12).count)
        let shard = try #require(Shard("2/4"))
        #expect(AtlasShard(line: AtlasShard(shard, upTo: 12).line) == AtlasShard(shard, upTo: 12))
        for line in [
            "#shard 2/4", "#shard 2/4 --max-K 0", "#shard 2/4 --max-K 61", "shard 2/4 --max-K 9", "#",
        ] {
            #expect(AtlasShard(line: line) == nil)
        }
    }
}

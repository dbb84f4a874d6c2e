import Neurovariety
import Studies
import Testing

@Suite struct ArchitectureGridTests {
    @Test func grids() throws {
        let grid = try #require(
            ArchitectureGrid(layers: [1, 2, 3], filterSizes: [2, 3], strides: [2], largest: 8))
        let all = Array(2...300)
        #expect(ArchitectureGrid(layers: [2, 3, 4], filterSizes: all, strides: all, largest: 1_000) == nil)
        #expect(Set(grid.architectures).count == grid.architectures.count)
        #expect(grid.architectures.allSatisfy { $0.endToEndFilterSize <= 8 })
        #expect(grid.architectures.count { $0.layerCount == 1 } == 2)
        #expect(grid.architectures.count { $0.layerCount == 2 } == 4)
        #expect(
            grid.architectures.map(\.endToEndFilterSize)
                == grid.architectures.map(\.endToEndFilterSize).sorted())
    }
}

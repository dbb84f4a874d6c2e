import ExactAlgebra
import Testing

@testable import Neurovariety

/// The character of an irreducible representation of `GL_n`, by restriction to smaller n.
private func character(_ partition: [Int], _ n: Int) -> [[Int]: Integer] {
    guard n > 0 else { return partition.allSatisfy { $0 == 0 } ? [[]: .one] : [:] }
    guard partition.count <= n else { return [:] }
    let padded = partition + [Int](repeating: 0, count: n - partition.count)
    var result: [[Int]: Integer] = [:]
    func interlace(_ smaller: [Int]) {
        guard smaller.count < n - 1 else {
            let last = padded.reduce(0, +) - smaller.reduce(0, +)
            for (weight, count) in character(smaller, n - 1) {
                result[weight + [last], default: .zero] += count
            }
            return
        }
        for part in padded[smaller.count + 1]...padded[smaller.count] { interlace(smaller + [part]) }
    }
    interlace([])
    return result
}

/// The weights of sums of modules of SL₂.
private func weights(_ modules: [(highestWeight: Int, multiplicity: Integer)]) -> [Int: Integer] {
    modules.reduce(into: [:]) { result, module in
        for weight in stride(from: -module.highestWeight, through: module.highestWeight, by: 2) {
            result[weight, default: .zero] += module.multiplicity
        }
    }
}

private typealias Character = [[Int]: [Int: Integer]]

extension Character {
    /// Of the torus of all forms, and of SL₂.
    fileprivate init(_ representation: GeneratorRepresentation) {
        self = [:]
        let (r, l) = (representation.ribbons.topFormCount, representation.ribbons.lowFormCount)
        for degree in representation.degrees {
            let exterior = weights(degree.exteriorPower)
            for summand in degree.summands {
                let own = weights([(summand.highestWeight, summand.multiplicity)])
                for (top, x) in character(summand.top.parts, r) {
                    for (low, y) in character(summand.low.parts, l) {
                        for (a, u) in own {
                            for (b, v) in exterior {
                                self[top + low, default: [:]][a + b, default: .zero] += x * y * u * v
                            }
                        }
                    }
                }
            }
        }
    }

    fileprivate init(_ modules: GeneratorModules) {
        self = [:]
        for row in modules.rows {
            self[row.multidegree] = weights(row.modules.map { ($0, Integer($1)) })
        }
    }
}

/// A two-layer architecture, also with `k_1 = 1`.
private func random(using generator: inout SplitMix, vertices: Int) throws -> Architecture {
    while true {
        let a = try architecture(
            [Int.random(in: 1...16, using: &generator), Int.random(in: 2...5, using: &generator)],
            [Int.random(in: 2...9, using: &generator)])
        if a.endToEndFilterSize <= vertices { return a }
    }
}

private func smallArchitectures(_ largest: Int) throws -> [Architecture] {
    var result = ReducedArchitectures.upTo(endToEndFilterSize: largest).filter { $0.layerCount == 2 }
    for stride in 2..<largest {
        for size in 2...((largest - 1) / stride + 1) { result.append(try architecture([1, size], [stride])) }
    }
    return result
}

@Suite struct GeneratorRepresentationTests {
    @Test func knownOnes() throws {
        let small = try #require(try GeneratorRepresentation(architecture([5, 2], [3])))
        #expect(small.degrees.map(\.degree) == [3, 4])
        #expect(
            small.degrees.flatMap(\.summands).map {
                "\($0.top)\($0.low) \($0.highestWeight) \($0.multiplicity)"
            }
                == ["(1,1)(1) 1 1", "(1)(2) 0 1", "(2,2)() 0 1"])
        // Quadrics of a matrix, and cubes of forms.
        let matrix = try #require(try GeneratorRepresentation(architecture([3, 4], [4])))
        #expect(
            matrix.degrees.flatMap(\.summands).map { "\($0.top)\($0.low) \($0.highestWeight)" }
                == ["()(1) 0", "(1,1)() 0"])
        #expect(matrix.degrees.map { $0.exteriorPower.map(\.highestWeight) } == [[2], [4, 0]])
        #expect(try GeneratorRepresentation(architecture([3, 2, 2], [2, 2])) == nil)
        #expect(try GeneratorRepresentation(architecture([4, 3], [1])) == nil)
    }

    /// What the nonfaces say in every multidegree.
    @Test func torusOfSmallArchitectures() throws {
        for a in try smallArchitectures(16) {
            let representation = try #require(try GeneratorRepresentation(a))
            let modules = try #require(try GeneratorModules(a))
            #expect(Character(representation) == Character(modules), "\(a)")
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func torusOfRandomArchitectures(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        var found = 0
        while found < 8 {
            let a = try random(using: &generator, vertices: 40)
            guard a.endToEndFilterSize > 16, let total = NonfaceCounts(byVerticesOf: a)?.total, total < 4000
            else { continue }
            let representation = try #require(try GeneratorRepresentation(a))
            let modules = try #require(try GeneratorModules(a))
            #expect(Character(representation) == Character(modules), "seed \(seed): \(a)")
            found += 1
        }
    }

    /// The numbers of generators: by fillings, by irreducible representations, and by nonfaces.
    @Test func dimensions() throws {
        var generator = SplitMix(seed: 4)
        let architectures =
            try smallArchitectures(20)
            + (0..<30).map { _ in
                try random(using: &generator, vertices: 60)
            }
        for a in architectures {
            let counts = NonfaceCounts(byVerticesOf: a)?.bySize
            #expect(NonfaceCounts(a)?.bySize == counts, "seed 4: \(a)")
            guard let representation = try? GeneratorRepresentation(a) else { continue }
            let dimensions = representation.degrees.map { ($0.degree, representation.dimension(of: $0)) }
            #expect(Dictionary(uniqueKeysWithValues: dimensions) == counts, "seed 4: \(a)")
        }
    }

    @Test func threeFormsOfEqualDegree() throws {
        for p in 0...20 {
            let counts = try #require(NonfaceCounts(architecture([3 * p + 3, 2], [3])))
            for t in 0...p {
                let expected = Integer.binomial(2 * p - t + 3, 2 * t - p + 1)
                #expect(counts.bySize[t + 2 + p, default: .zero] == expected, "p = \(p), t = \(t)")
            }
        }
    }

    /// So many forms that their numbers are interpolated.
    @Test func manyForms() throws {
        for (sizes, stride) in [
            ([30, 2], 30), ([47, 3], 30), ([26, 2], 24), ([90, 2], 45), ([50, 2], 60),
        ] {
            let a = try architecture(sizes, [stride])
            let ribbons = try #require(a.thickRibbons)
            let counts = try #require(NonfaceCounts(byVerticesOf: a)).bySize
            #expect(GeneratorCounts(ribbons).byDegree() == counts, "\(a)")
            #expect(GeneratorCounts(ribbons).byDegree(interpolates: true) == counts, "\(a)")
        }
    }

    /// Ribbon by ribbon it is the same; the fillings of each are counted again from its skew shape.
    @Test func ribbons() throws {
        for (sizes, stride) in [([9, 2], 3), ([12, 2], 3), ([10, 2], 4), ([9, 2], 2), ([3, 2], 5)] {
            let a = try architecture(sizes, [stride])
            let parts = try #require(try RibbonRepresentations(a))
            let whole = try #require(try GeneratorRepresentation(a))
            let (r, l) = (parts.ribbons.topFormCount, parts.ribbons.lowFormCount)
            var sums: [String: [Int: Integer]] = [:]
            for row in parts.rows {
                let (outer, inner) = row.ribbon.shape
                #expect(outer.size - inner.size == row.ribbon.columns.reduce(0, +))
                var fillings = Integer.zero
                for summand in row.summands {
                    sums["\(row.degree) \(summand.top) \(summand.low)", default: [:]][
                        summand.weight, default: .zero] += summand.multiplicity
                    fillings +=
                        summand.multiplicity * summand.top.dimension(ofRank: r)
                        * summand.low.dimension(ofRank: l)
                }
                let counted = semistandardFillings(
                    outer.parts, inner.parts, letters: r + l + parts.ribbons.separatorCount
                ) { column, row, letter in
                    guard parts.ribbons.separatorCount > 0 else { return true }
                    let isFirst = column == outer.parts[0] - 1 && row < 2
                    return (letter == r + row && isFirst) || (!isFirst && letter != r && letter != r + 1)
                }
                #expect(Integer(counted) == fillings, "\(a): \(row.ribbon.columns)")
            }
            var expected: [String: [Int: Integer]] = [:]
            for degree in whole.degrees {
                for summand in degree.summands {
                    for (weight, count) in weights([(summand.highestWeight, summand.multiplicity)]) {
                        expected["\(degree.degree) \(summand.top) \(summand.low)", default: [:]][
                            weight, default: .zero] += count
                    }
                }
            }
            #expect(sums == expected, "\(a)")
        }
    }

    /// Boxes are filled row by row; whether a letter may stand somewhere is asked for each.
    private func semistandardFillings(
        _ outer: [Int], _ inner: [Int], letters: Int, allows: (Int, Int, Int) -> Bool
    ) -> Int {
        let boxes = outer.indices.flatMap { row in
            ((row < inner.count ? inner[row] : 0)..<outer[row]).map { (row: row, column: $0) }
        }
        var filled: [[Int]: Int] = [:]
        func fill(_ place: Int) -> Int {
            guard place < boxes.count else { return 1 }
            let (row, column) = boxes[place]
            return (0..<letters).reduce(0) { sum, letter in
                guard filled[[row, column - 1]].map({ $0 <= letter }) ?? true,
                    filled[[row - 1, column]].map({ $0 < letter }) ?? true, allows(column, row, letter)
                else { return sum }
                filled[[row, column]] = letter
                defer { filled[[row, column]] = nil }
                return sum + fill(place + 1)
            }
        }
        return fill(0)
    }

    @Test func tooLarge() throws {
        #expect(throws: IdealError.tooManySummands(try architecture([200, 2], [8]))) {
            try GeneratorRepresentation(architecture([200, 2], [8]))
        }
        #expect(throws: IdealError.exteriorPowersTooLarge(try architecture([5, 9000], [3]))) {
            try GeneratorRepresentation(architecture([5, 9000], [3]))
        }
        #expect(throws: IdealError.tooManyRibbons(try architecture([60, 2], [3]), exponent: 19)) {
            try RibbonRepresentations(architecture([60, 2], [3]))
        }
        // At the ends of what an architecture can be.
        for (sizes, stride) in [
            ([1, 2], Int.max - 1), ([Int.max / 2, 2], 2), ([Int.max / 2, 2], Int.max / 2),
            ([2, Int.max / 2], 2),
        ] {
            let a = try architecture(sizes, [stride])
            let counts = NonfaceCounts(a)?.bySize
            if sizes[0] < 3 {
                #expect(counts?.isEmpty == false)
            } else if stride == 2 {
                #expect(counts == nil)
            }
            _ = try? GeneratorRepresentation(a)
            _ = try? RibbonRepresentations(a)
        }
    }
}

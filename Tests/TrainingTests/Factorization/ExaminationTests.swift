import ExactAlgebra
import Foundation
import Neurovariety
import Testing

@testable import Training

@Suite struct ExaminationTests {
    /// Trained and random networks as their filters are saved are recognized without options.
    @Test(arguments: [RandomChains.Layers.normal, .smooth, .trained])
    func savedFilters(_ kind: RandomChains.Layers) throws {
        let first = UInt64(Date().timeIntervalSince1970)
        var missed: Set<UInt64> = []
        for seed in first..<(first + 70) {
            var generator = SplitMix(seed: seed)
            let architecture = try RandomChains.randomArchitecture(&generator)
            let layers = RandomChains.randomLayers(architecture, kind, &generator)
            let double = RandomChains.product(layers, architecture)
            let single = RandomChains.product(layers.map { $0.map { Float($0) } }, architecture)
            guard single.contains(where: { $0 != 0 }) else { continue }
            let written: [(String, WrittenFilter)] = [
                // As Python, C and NumPy print them.
                ("repr", try WrittenFilter(double.map { "\($0)" }.joined(separator: ", "))),
                (
                    "%.17g",
                    try WrittenFilter(double.map { String(format: "%.17g", $0) }.joined(separator: ", "))
                ),
                ("float32 repr", try WrittenFilter(single.map { "\($0)" }.joined(separator: " "))),
                (
                    "%.9g",
                    try WrittenFilter(
                        single.map { String(format: "%.9g", Double($0)) }.joined(separator: " "))
                ),
                (
                    "%.7g",
                    try WrittenFilter(
                        single.map { String(format: "%.7g", Double($0)) }.joined(separator: " "))
                ),
                (
                    "float32",
                    WrittenFilter(single.compactMap { Rational(exactly: Double($0)) }, precision: .single)
                ),
                ("float64", WrittenFilter(double.compactMap { Rational(exactly: $0) }, precision: .double)),
            ]
            for (name, filter) in written {
                let examination = try FilterExamination.run(filter, architecture)
                let comment: Comment = "seed \(seed), \(architecture), \(name), \(examination.distance ?? -1)"
                guard examination.verdict == .exactly || examination.verdict == .withinTolerance else {
                    // The search is numerical, and may stop short of the layers.
                    missed.insert(seed)
                    #expect(examination.distance.map { $0 <= 100 * examination.tolerance } == true, comment)
                    continue
                }
                #expect(examination.distance.map { $0 <= examination.tolerance } == true, comment)
                if examination.verdict == .withinTolerance {
                    #expect(examination.explanation != .none, comment)
                    #expect(examination.nearby?.layers.map(\.count) == architecture.filterSizes, comment)
                }
            }
        }
        #expect(missed.count <= 1, "seeds \(missed)")
    }

    private func examine(
        _ sizes: [Int], _ strides: [Int], _ filter: String, tolerance: Double? = nil, seed: UInt64 = 1
    ) throws -> FilterExamination {
        try FilterExamination.run(
            WrittenFilter(filter), Architecture(filterSizes: sizes, strides: strides),
            options: .init(tolerance: tolerance, nearest: .init(seed: seed, mostPoints: 5_000)))
    }

    /// Rounding takes a double root apart: exactly the layers are complex, within the rounding they are real.
    @Test func boundary() throws {
        let apart = try examine([2, 2], [1], "0.10000001,0.2,0.1")
        #expect(apart.factorization.isInNeuromanifold == false && apart.factorization.isInNeurovariety)
        #expect(apart.verdict == .withinTolerance && apart.explanation == .rounding(.single))
        let exact = try examine([2, 2], [1], "0.1,0.2,0.1")
        #expect(exact.verdict == .exactly && exact.distance == 0)
        // Exact numbers are taken at their word.
        let fractions = try examine([2, 2], [1], "1000000001/1000000000,2,1")
        #expect(fractions.verdict == .no && fractions.tolerance == 0)
        #expect(fractions.distance.map { $0 > 0 && $0 < 1e-9 } == true)
    }

    /// What PyTorch prints is rounded to four digits behind the point.
    @Test func printedTensors() throws {
        let first = UInt64(Date().timeIntervalSince1970)
        for seed in first..<(first + 40) {
            var generator = SplitMix(seed: seed)
            let architecture = try RandomChains.randomArchitecture(&generator)
            let filter = RandomChains.scaled(
                RandomChains.product(
                    RandomChains.randomLayers(architecture, .normal, &generator), architecture))
            let text = filter.map { String(format: "%.4f", $0) }.joined(separator: ", ")
            let examination = try FilterExamination.run(
                try WrittenFilter("tensor([[[\(text)]]])"), architecture)
            let comment: Comment = "seed \(seed), \(architecture), \(text)"
            #expect(examination.verdict == .withinTolerance || examination.verdict == .exactly, comment)
        }
        #expect(try WrittenFilter("tensor([1, 2, 3])").precision == .exact)
    }

    /// A distance that is 0 to double precision is none that is proved.
    @Test func almostExact() throws {
        let almost = try examine(
            [2, 2], [2],
            "100000000000000000000,200000000000000000000,300000000000000000000,600000000000000000001")
        #expect(!almost.isNearNeurovariety)
        #expect(almost.verdict == .no && almost.tolerance == 0 && almost.explanation == .rounding(.double))
    }

    /// Numbers of all sizes in one filter: roots out of the range of floating-point numbers.
    @Test(arguments: [
        ([2, 2], [1], "1,1e170,1e330", true), ([2, 2], [1], "1e-200,1e150,1e-200", true),
        ([2, 2], [1], "1,1e-200,1e300", false),
        ([1, 4, 3, 1], [1, 1, 2], "0,8.82e-100,3/7,6.93e250,9,0", true),
        ([3, 3], [1], "1e-320,0,0,0,1e308", true),
        ([2, 5], [1], "1e-300,0,-2,0,0,-1", true), ([2, 5], [1], "1e200,0,0,0,-1e200,1", true),
        ([3, 3], [1], "1,2,3,5,1e-300", true), ([3, 4], [1], "-2,0,0,-1e-30,1/3,1e-300", true),
        ([2, 2], [1], "1e1000,3,1e-1000", true), ([3, 2], [2], "1e-1000,0,1,0,1", true),
        ([2, 2], [2], "8.34e0,-9,0,-7.03e250", false),
    ])
    func mixedScales(sizes: [Int], strides: [Int], filter: String, isReached: Bool) throws {
        let examination = try examine(sizes, strides, filter)
        #expect((examination.verdict == .exactly) == isReached)
        guard case .inside(let networks) = examination.factorization.answer else { return }
        #expect(networks.listed.allSatisfy(\.isRepresentable) || filter.contains("1000"))
        for network in networks.listed where network.isRepresentable {
            #expect(network.residual < 1e-8, "\(network)")
            for layer in network.layers ?? network.blocks {
                #expect(layer.isExact || layer.approximations.allSatisfy(\.isFinite), "\(layer)")
            }
        }
    }

    @Test func toleranceAndExplanation() throws {
        let four = try examine([2, 2], [2], "0.1234,0.2468,0.3702,0.7403")
        #expect(four.verdict == .no && four.explanation == .digits)
        #expect(
            try examine([2, 2], [2], "0.1234,0.2468,0.3702,0.7403", tolerance: 1e-4).verdict
                == .withinTolerance)
        #expect(try examine([2, 2], [2], "1,2,3,7").explanation == .none)
    }

    /// Each nearest filter once, and never the zero filter.
    @Test(arguments: 1...4) func nearestFilters(seed: Int) throws {
        let sparse = try examine([2, 2], [3], "1,2,1,3,6", seed: UInt64(seed))
        let points = try #require(sparse.nearest?.points)
        #expect(points.count == 1 && abs(points[0].distance - 1) < 1e-12)
        #expect(zip(points[0].filter, [1, 2, 0, 3, 6]).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(try examine([2, 2], [2], "1,2,3,7", seed: UInt64(seed)).nearest?.points.count == 2)
    }

    /// Scaled by a power of two, however large or small.
    @Test(arguments: [("", 1.0), ("e300", 1e300), ("e200", 1e200), ("e-200", 1e-200), ("e-300", 1e-300)])
    func anyScale(suffix: String, scale: Double) throws {
        let filter = ["1", "2", "3", "6.1"].map { $0 + suffix }.joined(separator: ",")
        let examination = try examine([2, 2], [2], filter)
        let first = try #require(examination.nearest?.points.first)
        #expect(abs(first.distance / scale - 0.013974086911) < 1e-9)
        #expect(first.filter.allSatisfy(\.isFinite) && first.layers.joined().allSatisfy(\.isFinite))
        #expect(examination.distance.map { abs($0 - 0.0019527) < 1e-6 } == true)
        #expect(
            try examine([2, 2], [2], ["1", "2", "3", "6"].map { $0 + suffix }.joined(separator: ",")).verdict
                == .exactly)
    }

    /// Points that only complex layers make are not nearest points of the network.
    @Test func unreachedPoints() throws {
        let examination = try examine([2, 2, 2], [1, 2], "1,1,3,2,3")
        let nearest = try #require(examination.nearest)
        for point in nearest.points {
            let filter = RandomChains.product(point.layers, examination.factorization.architecture)
            #expect(zip(filter, point.filter).allSatisfy { abs($0 - $1) < 1e-6 })
            #expect(point.layers.map(\.count) == [2, 2, 2])
        }
        #expect(nearest.unreachedCount > 0)
        #expect(examination.distance.map { $0 > 0 } == true)
    }

    /// In the neurovariety, but not made by real layers: the nearest that are lie on the boundary, and descent finds none nearer.
    @Test(
        arguments: [
            ([2, 2], [1], "1,0,1", 1), ([2, 2, 2], [1, 2], "1,1,3,2,2", nil),
            ([2, 2, 2], [1, 1], "1,1,3,5", nil),
            ([2, 2, 2], [1, 2], "1,1,3,2,3", nil),
        ] as [([Int], [Int], String, Double?)])
    func nearestOnTheBoundary(sizes: [Int], strides: [Int], filter: String, distance: Double?) throws {
        let examination = try examine(sizes, strides, filter)
        let first = try #require(examination.nearest?.points.first)
        #expect(first.isOnBoundary)
        if let distance { #expect(abs(first.distance - distance) < 1e-12) }
        let product = RandomChains.product(first.layers, examination.factorization.architecture)
        #expect(zip(product, first.filter).allSatisfy { abs($0 - $1) < 1e-9 })
        let nearby = try #require(examination.nearby?.distance)
        #expect(abs(try #require(examination.nearestDistance) - nearby) < 1e-6)
        // 1, 0, 1 has two nearest ones.
        #expect(examination.nearest?.isNearestProved == (distance == nil))
    }

    /// The tiniest numbers are filters as others are.
    @Test func tiny() throws {
        #expect(try examine([2, 2], [2], "1e-320,2e-320,3e-320,6e-320").verdict == .exactly)
        let off = try examine([2, 2], [2], "1e-320,2e-320,3e-320,7e-320")
        #expect(off.verdict == .no && off.nearest?.points.isEmpty == false)
    }
}

import ExactAlgebra
import PlatformBasics

/// Real forms of given degrees whose product is near a given real form.
///
/// There are such with exactly this product iff it has at least as many real roots, with multiplicity, as there are odd
/// degrees. Where it has fewer, pairs near the real line become double real roots: at the boundary of the set real roots
/// collide, and rounding makes a pair of them.
struct RealSplitting {
    private let form: [Double]
    private let roots: RealFormRoots
    private let degrees: [Int]

    /// - Parameter form: not zero, of the sum of the degrees.
    init(_ form: [Double], degrees: [Int]) {
        self.form = form
        self.degrees = degrees
        // Alone, the form is its own factor.
        roots = RealFormRoots(of: degrees.count > 1 ? form : [1])
    }

    /// How many pairs have to become real.
    var missingPairs: Int {
        guard degrees.count > 1 else { return 0 }
        return max(0, degrees.count { !$0.isMultiple(of: 2) } - roots.real.count + 1) / 2
    }

    /// Forms of norm 1, one for every degree.
    ///
    /// - Parameter attempt: 0 takes the nearest pairs and makes them double roots; others open the double roots, prefer other
    ///   pairs, and distribute all roots otherwise.
    func forms(attempt: Int) -> [[Double]] {
        guard degrees.count > 1 else { return degrees.isEmpty ? [] : [form] }
        var generator = SplitMix(seed: UInt64(attempt))
        var real = roots.real
        var pairs = roots.pairs
        if missingPairs > 0 {
            let keys = pairs.map {
                RealFormRoots.distanceToRealPoints($0)
                    * (attempt > 1 ? Double.random(in: 0.1...1, using: &generator) : 1)
            }
            let order = pairs.indices.sorted { keys[$0] < keys[$1] }
            for index in order.prefix(missingPairs) {
                let point = RealFormRoots.RealPoint(nearestTo: pairs[index])
                let turn = attempt > 1 ? Double.random(in: -0.8...0.8, using: &generator) : 0
                let opening = attempt > 0 ? 0.5 * RealFormRoots.distanceToRealPoints(pairs[index]) : 0
                real.append(.init(angle: point.angle + turn - opening))
                real.append(.init(angle: point.angle + turn + opening))
            }
            pairs = order.dropFirst(missingPairs).map { pairs[$0] }
        }
        let pace = attempt == 0 ? 0.618_033_988_749_895 : Double.random(in: 0.2...0.8, using: &generator)
        return Self.distribute(
            over: degrees, real: Self.spread(real, pace: pace, by: \.angle).map(\.form),
            pairs: Self.spread(pairs, pace: pace) { atan2($0.imaginary, $0.real) })
    }

    /// One real root for every odd degree, in their order, and quadratic factors for the rest.
    static func distribute(over degrees: [Int], real: [[Double]], pairs: [Complex]) -> [[Double]] {
        let oddCount = degrees.count { !$0.isMultiple(of: 2) }
        var linear = real[..<min(oddCount, real.count)]
        let rest = Array(real.dropFirst(oddCount))
        var quadratic = pairs.map(RealFormRoots.form(ofPair:))
        for index in stride(from: 0, to: rest.count - 1, by: 2) {
            quadratic.append(LayerChain.product(rest[index], rest[index + 1], step: 1))
        }
        return degrees.map { degree in
            var form = degree.isMultiple(of: 2) ? [1.0] : linear.popFirst() ?? [1, 0]
            while form.count < degree + 1 {
                form = LayerChain.product(form, quadratic.popLast() ?? [1, 0, 0], step: 1)
                form.normalize()
            }
            form.normalize()
            return form
        }
    }

    /// Neighbours far apart, so that each layer gets roots from everywhere: products of neighbours alone have coefficients of
    /// very different sizes.
    private static func spread<Element>(_ elements: [Element], pace: Double, by key: (Element) -> Double)
        -> [Element]
    {
        let sorted = elements.sorted { key($0) < key($1) }
        let keys = sorted.indices.map { (Double($0) * pace).truncatingRemainder(dividingBy: 1) }
        return sorted.indices.sorted { keys[$0] < keys[$1] }.map { sorted[$0] }
    }
}

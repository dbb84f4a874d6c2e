import ExactAlgebra
import PlatformBasics

/// How long the Hilbert series of a network and what follows from it take, roughly, and how long the text is.
///
/// Operations with words are counted by the sizes of the numbers, which follow from binomials, and some tens of them are
/// added for each number. The factors were fitted to measurements on an AMD EPYC, where an operation takes about 1 ns.
public struct HilbertCost: Sendable, CustomStringConvertible {
    /// By stage, in its order, if the processors have nothing else to do.
    let stages: [Double]
    /// Of the text.
    public let bytes: Double

    /// All stages together, on all processors of this machine, if they have nothing else to do.
    public var seconds: Double { stages.reduce(0, +) }

    /// `about 12 seconds, and 75 MB of text`.
    public var description: String {
        "about \(RoughEstimate(seconds: seconds)), and \(RoughEstimate(bytes: bytes)) of text"
    }

    /// - Parameter upTo: the largest degree of the Hilbert function that is wanted.
    public init(_ architecture: Architecture, upTo degree: Int, processors: Int = processorCount) {
        let reduced = architecture.reduced
        let dimension = Double(architecture.dimension)
        let layers = Layer.all(of: reduced)
        let count = dimension - Double(reduced.filterSizes[reduced.filterSizes.count - 1]) + 1
        /// The words of a value of the Hilbert function.
        func words(_ degree: Double) -> Double { layers.reduce(0) { $0 + $1.words(degree + 1) } }
        // Sizes of f-vector and of the coefficients: they count monomials of degree D at most; and (D − 1)!.
        let value = words(count) + 1
        let long = (lgamma(dimension) / log(2) + dimension) / 64 + 1
        let sums = { (number: Double, length: Double) in number * (25 + 0.7 * length) }
        let operations: [Double] = HilbertStage.allCases.map { stage in
            switch stage {
            case .homology: return Self.homology(reduced, dimension)
            case .counting: return Self.counting(layers, count)
            case .numerator: return sums(dimension * count, value / 2)
            case .function: return sums(dimension * Double(degree), words(Double(degree)) / 2)
            case .fVector: return sums(dimension * dimension / 2, value / 2)
            // The lengths grow as the number of coefficients does.
            case .polynomial: return dimension * dimension / 2 * (40 + 0.6 * long)
            case .lowestTerms: return dimension * (2000 + 1.4 * long * long) / Double(processors)
            case .writing: return dimension * (2000 + 0.8 * long * long) / Double(processors)
            }
        }
        stages = operations.map { $0 * 1e-9 }
        // Two numbers for each coefficient, which fractions in lowest terms shorten by a third.
        bytes =
            64 * log10(2) * (dimension * (1.3 * long + value) + Double(degree) * words(Double(degree)) / 2)
    }

    /// How much of everything is done, if of this stage that share of its steps is.
    public func share(_ stage: HilbertStage, _ steps: Double) -> Double {
        let before = stages[..<stage.rawValue].reduce(0, +)
        let share: Double
        switch stage {
        case .counting: share = pow(steps, 2.5)
        case .polynomial: share = steps * steps * steps
        case .fVector: share = steps * steps
        case .homology, .numerator, .function, .lowestTerms, .writing: share = steps
        }
        return (before + stages[stage.rawValue] * share) / seconds
    }

    /// Sums over pairs of neighbours of the τ_ℓ of ``LocalCohomology``, of which the first two determine each other: an upper
    /// bound.
    private static func homology(_ reduced: Architecture, _ dimension: Double) -> Double {
        var largest: [Double] = []
        for (size, stride) in zip(reduced.filterSizes, reduced.strides) {
            largest.append((((largest.last ?? 0) + Double(size - 1)) / Double(stride)).rounded(.down))
        }
        return 20 * dimension * (1 + largest.reduce(0, +)) * (1 + largest.dropFirst().reduce(0, +))
    }

    private static func counting(_ layers: [Layer], _ count: Double) -> Double {
        // By Simpson's rule over the number of gaps.
        let samples = [(1 / count, 1.0), (0.5, 4), (1, 1)].map { share, weight in
            let gaps = share * count
            var before = 1.0
            var sum = 0.0
            for layer in layers {
                let words = layer.words(gaps)
                sum += layer.products * (40 + 0.65 * before * words) + 2 * layer.sums * (25 + 0.7 * words / 2)
                before += words
            }
            return weight * sum
        }
        return samples.reduce(0, +) / 6 * count
    }

    /// What is counted at one place of the mixed radix.
    private struct Layer {
        /// Nil for the last place.
        let stride: Double?
        /// How many digit sums are known at a time, the largest of them, and how many products there are.
        let sums: Double
        let largestSum: Double
        let products: Double

        static func all(of architecture: Architecture) -> [Layer] {
            var carry = 0.0
            let strides = architecture.strides.map { Double($0) as Double? } + [nil]
            return zip(architecture.filterSizes, strides).map { size, stride in
                let largest = carry + Double(size - 1)
                let (old, new) = (carry, stride.map { (largest / $0).rounded(.down) } ?? 0)
                carry = new
                return Layer(
                    stride: stride, sums: stride == nil ? old + 1 : largest + 1, largestSum: largest,
                    products: (old + 1)
                        * (stride == nil ? 1 : (new + (Double(size - 1) / (stride ?? 1)) + 2) / 2))
            }
        }

        /// Of the number of sequences of n digits with the largest sum.
        func words(_ n: Double) -> Double {
            let all = (lgamma(largestSum + n) - lgamma(largestSum + 1) - lgamma(n)) / log(2)
            return max(0, min(all, stride.map { n * log2($0) } ?? all)) / 64 + 1
        }
    }
}

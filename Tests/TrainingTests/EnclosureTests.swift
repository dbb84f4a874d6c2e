import ExactAlgebra
import Foundation
import Testing

@testable import Training

/// Rounded arithmetic against exact arithmetic.
@Suite struct EnclosureTests {
    private let seed = UInt64(Date().timeIntervalSince1970)

    /// Numbers of all sizes, most of them with 53 digits.
    private func number(_ generator: inout SplitMix, exponents: Range<Int> = -40..<40) -> Double {
        Double.random(in: -1..<1, using: &generator)
            .scaled(byPowerOfTwo: Int.random(in: exponents, using: &generator))
    }

    @Test func sumsAndProductsOfPairs() {
        var generator = SplitMix(seed: seed)
        let square = BinaryNumber(0x1p-106)
        for _ in 0..<500 {
            let (a, b) = (number(&generator), number(&generator))
            #expect(BinaryNumber(DoubleDouble.sum(a, b)) == BinaryNumber(a) + BinaryNumber(b))
            #expect(BinaryNumber(DoubleDouble.product(a, b)) == BinaryNumber(a) * BinaryNumber(b))
            func pair() -> DoubleDouble {
                let high = number(&generator)
                return .sum(high, high * 0x1p-53 * Double.random(in: -1..<1, using: &generator))
            }
            // Of opposite sign and nearly equal, now and then.
            let x = pair()
            let y =
                Bool.random(using: &generator)
                ? pair() : DoubleDouble(-x.high, number(&generator) * x.high * 0x1p-99)
            let size = BinaryNumber(abs(x.high)) + BinaryNumber(abs(y.high))
            let sumError = (BinaryNumber(x + y) - BinaryNumber(x) - BinaryNumber(y)).magnitude
            #expect(sumError <= BinaryNumber(4) * square * size, "seed \(seed)")
            let productError = (BinaryNumber(x * y) - BinaryNumber(x) * BinaryNumber(y)).magnitude
            #expect(
                productError <= BinaryNumber(9) * square * BinaryNumber(abs(x.high * y.high).nextUp),
                "seed \(seed)")
        }
    }

    /// The exact product and sum of centers lie in the discs of the results, which are small.
    @Test func preciseDiscsEncloseTheirCenters() {
        var generator = SplitMix(seed: seed)
        func value(_ disc: PreciseDisc) -> (BinaryNumber, BinaryNumber) {
            (BinaryNumber(disc.real), BinaryNumber(disc.imaginary))
        }
        func check(_ disc: PreciseDisc, _ real: BinaryNumber, _ imaginary: BinaryNumber, size: Double) {
            let (x, y) = value(disc)
            let (dx, dy) = (x - real, y - imaginary)
            let radius = BinaryNumber(disc.radius)
            #expect(dx * dx + dy * dy <= radius * radius, "seed \(seed)")
            #expect(disc.radius <= 0x1p-97 * size)
        }
        for _ in 0..<200 {
            func disc() -> PreciseDisc {
                let (x, y) = (number(&generator), number(&generator))
                return PreciseDisc(.sum(x, x * 0x1p-60), .sum(y, y * 0x1p-58), radius: 0)
            }
            let (a, b) = (disc(), disc())
            let ((ar, ai), (br, bi)) = (value(a), value(b))
            let (sizeA, sizeB) = (a.approximation.oneNorm, b.approximation.oneNorm)
            check(a * b, ar * br - ai * bi, ar * bi + ai * br, size: sizeA * sizeB)
            check(a + b, ar + br, ai + bi, size: sizeA + sizeB)
            check(a - b, ar - br, ai - bi, size: sizeA + sizeB)
            let real = RealBall(b.real)
            check(a * real, ar * br, ai * br, size: sizeA * abs(b.real.high))
        }
    }

    /// Products that underflow: the radius is not lost with them.
    @Test func discsOfTinyNumbers() {
        let tiny = Disc(Complex(1e-170), radius: 1e-171)
        let other = Disc(Complex(0), radius: 1e-100)
        // 1.1e-170·1e-100 is a product of members.
        #expect((tiny * other).radius >= 1.1e-270)
        #expect(Disc(Complex(1e-200)).largestMagnitude >= 1e-200)
        #expect((Disc(Complex(1e-200)) + Disc(Complex(3e-217))).radius > 0)
        // What overflows is told from nothing.
        let large = Disc(Complex(1e200), radius: 1e201)
        #expect(!large.isDisjoint(from: .zero) && !(large * large).isDisjoint(from: .zero))
    }

    /// T, b and ‖Y‖² of data of all sizes, by exact sums.
    @Test(arguments: [-40..<40, -1..<1, -900..<(-850), -1074..<(-1000), 900..<1000] as [Range<Int>])
    func lossesOfData(exponents: Range<Int>) throws {
        var generator = SplitMix(seed: seed)
        let (size, stride, rows, outputs) = (4, 3, 9, 2)
        let width = size + (outputs - 1) * stride
        func matrix(_ rows: Int, _ columns: Int) -> DataMatrix {
            DataMatrix(
                rowCount: rows, columnCount: columns,
                values: (0..<(rows * columns)).map { _ in number(&generator, exponents: exponents) })
        }
        let (inputs, targets) = (matrix(rows, width), matrix(rows, outputs))
        let loss = try #require(LossEnclosure(inputs, targets, size: size, stride: stride))
        let (filters, losses) = (loss.filterExponent, loss.lossExponent)
        func check(_ ball: RealBall, exponent: Int, _ exact: BinaryNumber, size: Double) {
            let scaled = exact.scaled(byPowerOfTwo: -exponent)
            let error = (BinaryNumber(ball.midpoint) - scaled).magnitude
            #expect(error <= BinaryNumber(ball.radius), "seed \(seed)")
            // Some 30 digits of the largest terms.
            #expect(ball.radius <= 1e-29 * size)
            let interval = ball.interval
            #expect(BinaryNumber(interval.lower) <= scaled && scaled <= BinaryNumber(interval.upper))
            let disc = ball.disc
            #expect((BinaryNumber(disc.center.real) - scaled).magnitude <= BinaryNumber(disc.radius))
        }
        let x = inputs.values.map { BinaryNumber($0) }
        let y = targets.values.map { BinaryNumber($0) }
        func sum(_ term: (_ sample: Int, _ m: Int) -> BinaryNumber) -> BinaryNumber {
            (0..<rows).reduce(BinaryNumber.zero) { total, sample in
                (0..<outputs).reduce(total) { $0 + term(sample, $1) }
            }
        }
        for i in 0..<size {
            for j in 0..<size {
                let exact = sum { x[$0 * width + i + stride * $1] * x[$0 * width + j + stride * $1] }
                check(
                    loss.matrix[i * size + j], exponent: losses - 2 * filters, exact, size: Double(4 * rows))
            }
            let exact = sum { y[$0 * outputs + $1] * x[$0 * width + i + stride * $1] }
            check(loss.vector[i], exponent: losses - filters, exact, size: Double(4 * rows * outputs))
        }
        check(
            loss.constant, exponent: losses, sum { y[$0 * outputs + $1] * y[$0 * outputs + $1] },
            size: Double(4 * rows * outputs))
    }

    /// In other units nothing is lost.
    @Test func scalingIsExact() {
        let ball = RealBall(DoubleDouble.sum(1.5, 0x1p-60), radius: 0x1p-100)
        #expect(ball.scaled(byPowerOfTwo: 7).midpoint == DoubleDouble.sum(192, 0x1p-53))
        #expect(ball.scaled(byPowerOfTwo: 7).radius >= 0x1p-93)
        #expect(RealBall(DoubleDouble(3)).scaled(byPowerOfTwo: -5).radius == 0)
        // What underflows has a radius.
        #expect(RealBall(DoubleDouble(3)).scaled(byPowerOfTwo: -1075).radius >= 0x1p-1074)
        let interval = RealInterval(lower: 1, upper: 3).scaled(byPowerOfTwo: -1076)
        #expect(interval.lower <= 0 && interval.upper > 0)
    }
}

@Suite struct HessianInertiaTests {
    /// Against eigenvalues, for matrices with eigenvalues that are given.
    @Test func signsOfEigenvalues() {
        let seed = UInt64(Date().timeIntervalSince1970)
        var generator = SplitMix(seed: seed)
        for size in 1...7 {
            for exponent in [0, 20, 36] {
                // L D Lᵀ with a random L: by Sylvester's law the signs are those of D.
                var lower = (0..<(size * size)).map { _ in Double.random(in: -1..<1, using: &generator) }
                var diagonal: [Double] = []
                for i in 0..<size {
                    for j in i..<size { lower[i * size + j] = i == j ? 1 : 0 }
                    diagonal.append(
                        (Bool.random(using: &generator) ? 1.0 : -1)
                            .scaled(byPowerOfTwo: -Int.random(in: 0...exponent, using: &generator)))
                }
                var matrix = [Double](repeating: 0, count: size * size)
                for i in 0..<size {
                    for j in 0..<size {
                        for k in 0..<size {
                            matrix[i * size + j] += lower[i * size + k] * diagonal[k] * lower[j * size + k]
                        }
                    }
                }
                let negative = diagonal.count { $0 < 0 }
                #expect(
                    SymmetricEigenvalues.of(matrix, size: size).count { $0 < 0 } == negative, "seed \(seed)")
                let discs = matrix.map { Disc(Complex($0), radius: 1e-16) }
                #expect(HessianInertia.negativeCount(discs, size: size) == negative, "seed \(seed)")
            }
        }
    }

    /// Signs that the radii leave open, and singular matrices.
    @Test func nothingIsProvedOfWhatIsOpen() {
        func count(_ entries: [Double], radius: Double, size: Int) -> Int? {
            HessianInertia.negativeCount(entries.map { Disc(Complex($0), radius: radius) }, size: size)
        }
        #expect(count([2, 0, 0, -3], radius: 0, size: 2) == 1)
        #expect(count([0, 1, 1, 0], radius: 1e-10, size: 2) == 1)
        #expect(count([1, 2, 2, 4], radius: 0, size: 2) == nil)
        #expect(count([1, 0, 0, 0], radius: 0, size: 2) == nil)
        #expect(count([0, 0, 0, 0], radius: 0, size: 2) == nil)
        #expect(count([1, 0, 0, 1e-9], radius: 1e-8, size: 2) == nil)
        #expect(count([1, 0, 0, 1e-9], radius: 1e-10, size: 2) == 0)
        #expect(count([.nan, 0, 0, 1], radius: 0, size: 2) == nil)
        #expect(count([-1], radius: 0.5, size: 1) == 1 && count([-1], radius: 1.5, size: 1) == nil)
    }
}

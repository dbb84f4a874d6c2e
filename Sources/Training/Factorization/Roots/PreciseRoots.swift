import ExactAlgebra
import PlatformBasics

/// The real factors of a form, one for each real root and for each pair of conjugate roots, to as many binary digits as the
/// coefficients of its factors over ℚ can have.
struct PreciseRoots {
    /// Monic, coefficients times `2^precision`, rounded.
    private(set) var factors: [[Integer]] = []
    /// The roots of each in double precision.
    private(set) var roots: [[ProjectiveRoot]] = []
    let precision: Int

    /// Nil if Newton's method does not find all roots from their approximations.
    init?(_ form: FormRoots) {
        let height = form.form.coefficients.map(\.bitLength).max() ?? 0
        let degree = form.form.degree
        // Coefficients of a factor have at most so many digits (Mignotte); a margin for conditions, and for powers of large roots.
        var largest = 0
        for root in form.roots {
            let size = hypot(root.value.real, root.value.imaginary)
            guard size.isFinite else { return nil }
            largest = max(largest, size > 1 ? Int(size.exponent) + 1 : 0)
        }
        precision = 2 * (height + degree) + 64 + degree * largest
        let newton = FixedPointNewton(form: form.form, precision: precision)
        for root in form.roots where root.isReal || root.isInUpperHalfPlane {
            guard let (real, imaginary) = newton.root(near: root.value) else { return nil }
            if root.isReal {
                factors.append([Integer.one.scaled(byPowerOfTwo: precision), -real])
                roots.append([root])
            } else {
                let square = (real * real + imaginary * imaginary).scaled(byPowerOfTwo: -precision)
                factors.append([Integer.one.scaled(byPowerOfTwo: precision), -2 * real, square])
                roots.append([root, root.conjugate])
            }
        }
    }

    mutating func remove(_ places: [Int]) {
        for place in places.sorted().reversed() {
            factors.remove(at: place)
            roots.remove(at: place)
        }
    }

    /// The product of some factors and a number, if its coefficients are integers as far as can be seen.
    func integral(_ places: [Int], times lead: Integer) -> BinaryForm? {
        // The second coefficient is a sum, and rules out most products.
        let sum = places.reduce(Integer.zero) { $0 + factors[$1][1] }
        guard rounded(lead * sum) != nil else { return nil }
        var product = [Integer.one.scaled(byPowerOfTwo: precision)]
        for place in places {
            var next = [Integer](repeating: .zero, count: product.count + factors[place].count - 1)
            for (i, a) in product.enumerated() {
                for (j, b) in factors[place].enumerated() {
                    next[i + j] = next[i + j] + (a * b).scaled(byPowerOfTwo: -precision)
                }
            }
            product = next
        }
        var coefficients: [Integer] = []
        for value in product {
            guard let integer = rounded(lead * value) else { return nil }
            coefficients.append(integer)
        }
        return BinaryForm(coefficients: coefficients).primitive
    }

    /// The integer within `2^-16` of a number times `2^precision`.
    private func rounded(_ value: Integer) -> Integer? {
        let half = Integer.one.scaled(byPowerOfTwo: precision - 1)
        let nearest = (value + (value.signum < 0 ? -half : half)).scaled(byPowerOfTwo: -precision)
        let rest = value - nearest.scaled(byPowerOfTwo: precision)
        return rest.magnitude.bitLength <= precision - 16 ? nearest : nil
    }
}

/// Newton's method with numbers times `2^precision`.
private struct FixedPointNewton {
    let form: BinaryForm
    let precision: Int

    private typealias Number = (real: Integer, imaginary: Integer)

    /// More steps than from a good start to any precision that is met.
    private static let mostSteps = 24

    func root(near start: Complex) -> (real: Integer, imaginary: Integer)? {
        guard var real = fixed(start.real), var imaginary = fixed(start.imaginary) else { return nil }
        for _ in 0..<Self.mostSteps {
            var value: Number = (.zero, .zero)
            var slope: Number = (.zero, .zero)
            for coefficient in form.coefficients {
                slope = product(slope, (real, imaginary))
                slope = (slope.real + value.real, slope.imaginary + value.imaginary)
                value = product(value, (real, imaginary))
                value.real = value.real + coefficient.scaled(byPowerOfTwo: precision)
            }
            let square = slope.real * slope.real + slope.imaginary * slope.imaginary
            guard square.signum != 0 else { return nil }
            let top: Number = (
                value.real * slope.real + value.imaginary * slope.imaginary,
                value.imaginary * slope.real - value.real * slope.imaginary
            )
            let step: Number = (
                top.real.scaled(byPowerOfTwo: precision) / square,
                top.imaginary.scaled(byPowerOfTwo: precision) / square
            )
            real = real - step.real
            imaginary = imaginary - step.imaginary
            // The convergence is quadratic: a step of half the digits is the last.
            if max(step.real.magnitude, step.imaginary.magnitude).bitLength < precision / 2 - 16 {
                return (real, imaginary)
            }
        }
        return nil
    }

    private func product(_ a: Number, _ b: Number) -> Number {
        (
            (a.real * b.real - a.imaginary * b.imaginary).scaled(byPowerOfTwo: -precision),
            (a.real * b.imaginary + a.imaginary * b.real).scaled(byPowerOfTwo: -precision)
        )
    }

    private func fixed(_ value: Double) -> Integer? {
        Rational(exactly: value).map {
            $0.numerator.scaled(byPowerOfTwo: precision) / $0.denominator
        }
    }
}

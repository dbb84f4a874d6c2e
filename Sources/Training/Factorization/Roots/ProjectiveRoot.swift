import ExactAlgebra
import PlatformBasics

/// A root of a form in double precision: a point `x/y` of the projective line, also where the quotient is out of range.
struct ProjectiveRoot: Hashable, Sendable {
    let x: Complex
    /// Not negative. The larger of the two coordinates is about 1.
    let y: Double

    /// Coordinates times a power of two.
    init(_ x: Complex, _ y: Double = 1) {
        let largest = max(abs(x.real), abs(x.imaginary), y)
        let exponent = largest > 0 ? Int(largest.exponent) : 0
        self.x = x.scaled(by: -exponent)
        self.y = y.scaled(byPowerOfTwo: -exponent)
    }

    static let zero = ProjectiveRoot(.zero)
    static let infinity = ProjectiveRoot(.one, 0)

    var isReal: Bool { x.imaginary == 0 }
    var isInUpperHalfPlane: Bool { x.imaginary > 0 }

    /// `x/y`, infinite or 0 where it is out of range.
    var value: Complex { Complex(x.real / y, x.imaginary / y) }

    var conjugate: ProjectiveRoot { ProjectiveRoot(x.conjugate, y) }

    /// The root times a power of two.
    func scaled(by exponent: Int) -> ProjectiveRoot {
        exponent < 0
            ? ProjectiveRoot(x.scaled(by: exponent), y)
            : ProjectiveRoot(x, y.scaled(byPowerOfTwo: -exponent))
    }

    func power(_ exponent: Int) -> ProjectiveRoot {
        (0..<exponent).reduce(ProjectiveRoot(.one)) { power, _ in
            ProjectiveRoot(power.x * x, power.y * y)
        }
    }

    /// All roots of an order of this, which is not 0 or ∞; real ones of a real number are real, others conjugate in pairs.
    func roots(order: Int) -> [ProjectiveRoot] {
        guard order > 1 else { return [self] }
        let radius = exp((log(hypot(x.real, x.imaginary)) - log(y)) / Double(order))
        let angle = atan2(x.imaginary, x.real)
        return (0..<order).map { branch in
            if isReal {
                // Turns by half circles are exact, and pairs are conjugate: each is made from the one above the real line.
                let halfTurns = (x.real < 0 ? 1 : 0) + 2 * branch
                if halfTurns % order == 0 {
                    let sign = halfTurns / order % 2 == 0 ? 1.0 : -1.0
                    return ProjectiveRoot(Complex(sign * radius))
                }
                let isUpper = halfTurns < order
                let turns = isUpper ? halfTurns : 2 * order - halfTurns
                let root = Complex.unit(angle: .pi * Double(turns) / Double(order)) * radius
                return ProjectiveRoot(isUpper ? root : root.conjugate)
            }
            // Of a conjugate number the branches are turned the other way.
            let turn = 2 * .pi * Double(branch)
            let root = Complex.unit(angle: (abs(angle) + turn) / Double(order)) * radius
            return ProjectiveRoot(angle < 0 ? root.conjugate : root)
        }
    }

    /// A distance on the sphere, without squares that could underflow.
    func distance(to other: ProjectiveRoot) -> Double {
        (x * other.y - other.x * y).largestPart
            / (max(x.largestPart, y) * max(other.x.largestPart, other.y))
    }

    /// `f·Π (y_i x − x_i y)`, with largest coefficient 1.
    static func product(_ roots: [ProjectiveRoot], times factor: [Complex] = [.one]) -> [Complex] {
        var form = factor
        for root in roots {
            var next = [Complex](repeating: .zero, count: form.count + 1)
            for (place, value) in form.enumerated() {
                next[place] += value * root.y
                next[place + 1] -= value * root.x
            }
            // Products of many roots would leave the range of floating-point numbers.
            let lead = next.max { $0.squaredMagnitude < $1.squaredMagnitude } ?? .one
            form = next.map { $0 / lead }
        }
        return form
    }
}

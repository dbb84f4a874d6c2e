import PlatformBasics

/// The roots of a real form, isolated: how many are real, proved for every real form within the radii.
///
/// Around approximate roots `t_i` of a polynomial p of degree d with leading coefficient a, the discs of radius
/// `d·|p(t_i)| / |a·Π_{j≠i}(t_i − t_j)|` contain all roots, and m of them that meet no other contain m (Smith, *Error bounds for
/// zeros of a polynomial based upon Gerschgorin's theorems*, J. ACM 17, 1970).
struct IsolatedRoots {
    /// So many roots at least are real, multiplicity counted,
    let leastReal: Int
    /// and so many at most.
    let mostReal: Int
    /// Points `(u : v)` of the projective line, one disc around each root.
    let points: [(u: Disc, v: Disc)]

    /// - Parameter form: coefficients of `u^{d−i} v^i`, with real centers, not all zero.
    /// - Complexity: d³ operations.
    init(_ form: [Disc]) {
        let degree = form.count - 1
        guard degree > 0 else {
            (leastReal, mostReal, points) = (0, 0, [])
            return
        }
        let turn = Self.turn(form)
        let turned = Self.turned(form, turn)
        let roots = PolynomialRoots.of(turned.map(\.center))
        // Roots that are real but for rounding are tried as real ones.
        let centers = roots.map { abs($0.imaginary) < 1e-9 * (1 + $0.magnitude) ? Complex($0.real) : $0 }
        let discs = centers.indices.map { Disc(centers[$0], radius: Self.radius(turned, centers, $0)) }
        points = discs.map { t in
            (
                t * Disc(Complex(turn.cosine)) - Disc(Complex(turn.sine)),
                t * Disc(Complex(turn.sine)) + Disc(Complex(turn.cosine))
            )
        }
        guard discs.count == degree, discs.allSatisfy({ $0.radius.isFinite }) else {
            (leastReal, mostReal) = (degree % 2, degree)
            return
        }
        var (real, nonreal) = (0, 0)
        for component in Self.components(discs) {
            if component.allSatisfy({ discs[$0].excludesReals }) {
                nonreal += component.count
            } else if component.count == 1, discs[component[0]].center.imaginary == 0 {
                // With a root it contains the conjugate, and there is one only.
                real += 1
            }
        }
        (leastReal, mostReal) = (max(real, degree % 2), degree - nonreal)
    }

    private struct Turn {
        let cosine: Double
        let sine: Double
    }

    /// The turn of the line, among a few, after which infinity is farthest from the roots.
    private static func turn(_ form: [Disc]) -> Turn {
        let turns = (0..<16).map { index in
            let angle = (Double(index) + 0.3) * .pi / 16
            return Turn(cosine: cos(angle), sine: sin(angle))
        }
        func value(_ turn: Turn) -> Double {
            abs(
                form.indices.reduce(0) {
                    $0 + form[$1].center.real * pow(turn.cosine, Double(form.count - 1 - $1))
                        * pow(turn.sine, Double($1))
                })
        }
        return turns.max { value($0) < value($1) } ?? turns[0]
    }

    /// The coefficients, highest power first, after `u = ct − s`, `v = st + c`.
    private static func turned(_ form: [Disc], _ turn: Turn) -> [Disc] {
        let u = [Disc(Complex(turn.cosine)), Disc(Complex(-turn.sine))]
        let v = [Disc(Complex(turn.sine)), Disc(Complex(turn.cosine))]
        func product(_ left: [Disc], _ right: [Disc]) -> [Disc] {
            var result = [Disc](repeating: .zero, count: left.count + right.count - 1)
            for (i, a) in left.enumerated() {
                for (j, b) in right.enumerated() { result[i + j] += a * b }
            }
            return result
        }
        var (result, power) = ([form[0]], [Disc.one])
        for coefficient in form.dropFirst() {
            power = product(power, v)
            result = zip(product(result, u), power).map { $0 + coefficient * $1 }
        }
        return result
    }

    /// Infinite where nothing is known.
    private static func radius(_ polynomial: [Disc], _ roots: [Complex], _ index: Int) -> Double {
        let root = Disc(roots[index])
        let value = polynomial.reduce(Disc.zero) { $0 * root + $1 }
        var slope = polynomial[0]
        for (other, place) in roots.enumerated() where other != index { slope = slope * (root - Disc(place)) }
        let least = slope.center.magnitude * (1 - 0x1p-48) - slope.radius
        guard least > 0x1p-400 else { return .infinity }
        return Double(roots.count) * value.largestMagnitude / least * (1 + 0x1p-40)
    }

    /// Discs that hang together.
    private static func components(_ discs: [Disc]) -> [[Int]] {
        var components: [[Int]] = []
        for index in discs.indices {
            let (near, far) = (
                components.filter { $0.contains { !discs[$0].isDisjoint(from: discs[index]) } },
                components.filter { $0.allSatisfy { discs[$0].isDisjoint(from: discs[index]) } }
            )
            components = far + [near.flatMap(\.self) + [index]]
        }
        return components
    }
}

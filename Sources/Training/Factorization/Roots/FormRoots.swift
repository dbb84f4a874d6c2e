import ExactAlgebra
import PlatformBasics

/// A squarefree form over ℚ and its roots in double precision.
struct FormRoots: Sendable {
    /// Primitive.
    let form: BinaryForm
    /// As many as the degree. How many are real is exact, and others are next to their conjugates.
    let roots: [ProjectiveRoot]

    static let zero = FormRoots(form: BinaryForm(coefficients: [1, 0]), roots: [.zero])
    static let infinity = FormRoots(form: BinaryForm(coefficients: [0, 1]), roots: [.infinity])

    init(form: BinaryForm, roots: [ProjectiveRoot]) {
        (self.form, self.roots) = (form, roots)
    }

    /// - Parameter form: squarefree, without the roots 0 and ∞.
    init(_ form: BinaryForm) {
        self.form = form
        let (values, exponent) = Self.balanced(form)
        // Ends that are out of range stand for roots that are.
        let infinities = values.prefix { $0 == 0 }.count
        let zeros = values.reversed().prefix { $0 == 0 }.count
        let inner = values.dropFirst(infinities).dropLast(zeros).map { Complex($0) }
        var rest =
            PolynomialRoots.of(inner).map { ProjectiveRoot($0) }
            + [ProjectiveRoot](repeating: .infinity, count: infinities)
            + [ProjectiveRoot](repeating: .zero, count: zeros)
        var roots: [ProjectiveRoot] = []
        for real in RealRoots.isolated(form) {
            let value = real.approximation
            let root = value.isFinite ? ProjectiveRoot(Complex(value)) : .infinity
            let scaled = root.scaled(by: -exponent)
            let nearest = rest.indices.min {
                rest[$0].distance(to: scaled) < rest[$1].distance(to: scaled)
            }
            if let nearest { rest.remove(at: nearest) }
            roots.append(root)
        }
        // The others come in pairs, exactly conjugate. Neighbors are far apart in this order: products over the first of them are
        // well conditioned.
        let upper = rest.sorted { $0.height > $1.height }.prefix(rest.count / 2).sorted {
            $0.angle < $1.angle
        }
        for place in Self.scattered(upper.count) {
            let root = upper[place].inUpperHalfPlane.scaled(by: exponent)
            roots += [root, root.conjugate]
        }
        self.roots = roots
    }

    /// The coefficients for roots divided by a power of two that makes the first and the last of about the same size, scaled so that
    /// the largest is about 1; others may be too small and become 0.
    private static func balanced(_ form: BinaryForm) -> (values: [Double], exponent: Int) {
        let parts = form.coefficients.map(\.significandAndExponent)
        guard let first = parts.first, let last = parts.last, form.degree > 0 else { return ([1], 0) }
        let exponent = (last.exponent - first.exponent) / form.degree
        let exponents = parts.enumerated().map { $1.exponent - exponent * $0 }
        let largest = zip(parts, exponents).filter { $0.0.significand != 0 }.map(\.1).max() ?? 0
        let values = zip(parts, exponents).map { part, own in
            part.significand.scaled(byPowerOfTwo: own - largest)
        }
        return (values, exponent)
    }

    /// 0, …, count − 1 with their binary digits reversed (van der Corput).
    private static func scattered(_ count: Int) -> [Int] {
        let digits = Int.bitWidth - count.leadingZeroBitCount
        return (0..<(1 << digits)).map { index in
            (0..<digits).reduce(0) { $0 << 1 | index >> $1 & 1 }
        }.filter { $0 < count }
    }
}

extension ProjectiveRoot {
    /// Above the real line, on the sphere.
    fileprivate var height: Double { x.imaginary * y / (x.squaredMagnitude + y * y) }

    fileprivate var angle: Double { atan2(x.imaginary, x.real) }

    /// Not real, however near.
    fileprivate var inUpperHalfPlane: ProjectiveRoot {
        ProjectiveRoot(Complex(x.real, max(abs(x.imaginary), 0x1p-60 * abs(x.real), 0x1p-1000)), y)
    }
}

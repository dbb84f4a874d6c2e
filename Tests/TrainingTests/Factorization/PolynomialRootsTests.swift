import Testing

@testable import Training

@Suite struct PolynomialRootsTests {
    @Test func integers() {
        // (x − 1)(x − 2)…(x − 8)
        var form = [Complex(1)]
        for root in 1...8 {
            var next = form + [.zero]
            for (place, value) in form.enumerated() { next[place + 1] -= value * Double(root) }
            form = next
        }
        let roots = PolynomialRoots.of(form).map(\.real).sorted()
        for (index, root) in roots.enumerated() { #expect(abs(root - Double(index + 1)) < 1e-9) }
    }

    /// Far out, where powers are out of range.
    @Test func highDegree() {
        for scale in [1e-3, 1, 1e3] {
            // x^n = scale^n, by its logarithm: the first and last coefficients in proportion.
            let degree = 90
            var form = [Complex](repeating: .zero, count: degree + 1)
            form[0] = .one
            form[degree] = Complex(-(0..<degree).reduce(1.0) { power, _ in power * scale })
            let roots = PolynomialRoots.of(form)
            #expect(roots.count == degree && roots.allSatisfy { abs($0.magnitude / scale - 1) < 1e-12 })
        }
        #expect(PolynomialRoots.of([Complex(3)]).isEmpty)
    }
}

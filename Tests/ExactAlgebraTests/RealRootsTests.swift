import Testing

@testable import ExactAlgebra

/// The product of forms.
private func product(_ factors: [[Integer]]) -> BinaryForm {
    BinaryForm(
        coefficients: factors.reduce([1]) { a, b in
            var result = [Integer](repeating: 0, count: a.count + b.count - 1)
            for (i, x) in a.enumerated() {
                for (j, y) in b.enumerated() { result[i + j] += x * y }
            }
            return result
        })
}

private func power(_ base: Integer, _ exponent: Int) -> Integer {
    (0..<exponent).reduce(Integer.one) { value, _ in value * base }
}

/// The form with these roots.
private func form(roots: [Rational], times others: [[Integer]] = []) -> BinaryForm {
    product(roots.map { [$0.denominator, -$0.numerator] } + others)
}

private func isLess(_ a: Rational, _ b: Rational) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
}

private func difference(_ a: Rational, _ b: Rational) -> Rational {
    Rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
}

/// The floating-point number itself.
private func rational(_ value: Double) -> Rational {
    let significand = Integer(Int(value.significand * 0x1p52)) * (value < 0 ? -1 : 1)
    let exponent = Int(value.exponent) - 52
    return exponent < 0
        ? Rational(significand, power(2, -exponent)) : Rational(significand * power(2, exponent))
}

/// Whether there is a change of sign in the interval, or a root where it is a point; it keeps away from 0.
private func isIsolated(_ root: RealRoot, _ form: BinaryForm) -> Bool {
    let signs = [root.lower, root.upper].map { sign(of: form.coefficients, at: $0) }
    guard [root.lower, root.upper].allSatisfy({ $0.numerator.signum == (root.isPositive ? 1 : -1) }) else {
        return false
    }
    if root.isExact { return root.lower == root.upper && signs == [0, 0] }
    return isLess(root.lower, root.upper) && signs[0] * signs[1] == -1
}

/// Whether the root is within a relative `2^-50` of the approximation.
private func isApproximated(_ root: RealRoot, _ form: BinaryForm) -> Bool {
    let value = rational(root.approximation)
    let signs = [-1, 1].map { direction in
        let factor = Rational(power(2, 50) + Integer(direction), power(2, 50))
        return sign(
            of: form.coefficients,
            at: Rational(value.numerator * factor.numerator, value.denominator * factor.denominator))
    }
    return signs[0] * signs[1] == -1
}

private func isHalved(_ root: RealRoot, _ form: BinaryForm) -> Bool {
    let refined = root.refined()
    let (width, narrow) = (difference(root.upper, root.lower), difference(refined.upper, refined.lower))
    return isIsolated(refined, form) && !isLess(refined.lower, root.lower)
        && !isLess(root.upper, refined.upper)
        && !isLess(width, Rational(narrow.numerator * 2, narrow.denominator))
}

/// Roots that are isolated, refined, in order, apart and as many as are counted.
private func expectSound(
    _ form: BinaryForm, approximations: Bool = true, _ comment: Comment,
    at location: SourceLocation = #_sourceLocation
) -> [RealRoot] {
    let roots = RealRoots.isolated(form)
    for root in roots {
        #expect(isIsolated(root, form), comment, sourceLocation: location)
        #expect(isHalved(root, form), comment, sourceLocation: location)
        if approximations { #expect(isApproximated(root, form), comment, sourceLocation: location) }
    }
    for (root, next) in zip(roots, roots.dropFirst()) {
        #expect(!isLess(next.lower, root.upper), comment, sourceLocation: location)
        #expect(
            root.upper != next.lower || !root.isExact || !next.isExact, comment, sourceLocation: location)
    }
    let count = RealRoots.count(form)
    #expect(count.negative == roots.count { !$0.isPositive }, comment, sourceLocation: location)
    #expect(count.positive == roots.count { $0.isPositive }, comment, sourceLocation: location)
    return roots
}

/// The roots are these, in this order.
private func expect(
    _ form: BinaryForm, hasRoots expected: [Rational], _ comment: Comment,
    at location: SourceLocation = #_sourceLocation
) {
    let roots = expectSound(form, approximations: false, comment, at: location)
    #expect(roots.count == expected.count, comment, sourceLocation: location)
    for (root, value) in zip(roots, expected) {
        let isInside = isLess(root.lower, value) && isLess(value, root.upper)
        #expect(root.isExact ? root.lower == value : isInside, comment, sourceLocation: location)
        let error = difference(rational(root.approximation), value)
        let bound = Rational(value.numerator.magnitude, value.denominator * power(2, 50))
        #expect(
            !isLess(bound, Rational(error.numerator.magnitude, error.denominator)), comment,
            sourceLocation: location)
    }
}

private func randomInteger(bits: Int, using generator: inout SplitMix) -> Integer {
    var words = (0..<(bits / 64)).map { _ in UInt(generator.next()) }
    if bits % 64 > 0 { words.append(UInt(generator.next() >> UInt64(64 - bits % 64))) }
    return Integer(isNegative: Bool.random(using: &generator), magnitude: words)
}

private func randomForm(degree: Int, bits: Int, using generator: inout SplitMix) -> BinaryForm {
    var coefficients = (0...degree).map { _ in randomInteger(bits: bits, using: &generator) }
    for end in [0, degree] where coefficients[end] == 0 { coefficients[end] = 1 }
    return BinaryForm(coefficients: coefficients)
}

/// The factors without multiple roots; x and y taken out.
private func squarefreeParts(_ form: BinaryForm) -> [BinaryForm] {
    SquarefreeDecomposition(form).parts.map(\.form)
}

@Suite struct RealRootsTests {
    @Test func lowDegrees() {
        expect(BinaryForm(coefficients: [-7]), hasRoots: [], "a constant")
        expect(BinaryForm(coefficients: [3, -2]), hasRoots: [Rational(2, 3)], "2/3")
        expect(BinaryForm(coefficients: [3, 5]), hasRoots: [Rational(-5, 3)], "-5/3")
        expect(BinaryForm(coefficients: [-1, 1]), hasRoots: [Rational(1)], "1")
        expect(BinaryForm(coefficients: [1, 0, 1]), hasRoots: [], "t^2 + 1")
        expect(BinaryForm(coefficients: [1, 0, -1]), hasRoots: [Rational(-1), Rational(1)], "t^2 - 1")
        expect(BinaryForm(coefficients: [2, -5, 2]), hasRoots: [Rational(1, 2), Rational(2)], "1/2, 2")
        let far = power(2, 900)
        expect(BinaryForm(coefficients: [1, -far]), hasRoots: [Rational(far)], "2^900")
        expect(BinaryForm(coefficients: [far * 3, 1]), hasRoots: [Rational(-1, far * 3)], "-2^-900/3")
    }

    /// Roots in the ends and centers of the cells of the bisection, and next to them.
    @Test func dyadicRoots() {
        let small: [Rational] = [
            Rational(1, power(2, 70)), Rational(1, 8), Rational(1, 4), Rational(3, 8), Rational(1, 2),
            Rational(9, 16), Rational(5, 8), Rational(11, 16), Rational(3, 4), Rational(7, 8),
            Rational(0x9249_2493, power(2, 32)), Rational(power(2, 80) - 1, power(2, 80)),
        ]
        let large = small.reversed().map { Rational($0.denominator, $0.numerator) }
        // In order.
        let positive = small.sorted(by: isLess) + [Rational(1)] + large.sorted(by: isLess)
        let negative = positive.reversed().map { Rational(-$0.numerator, $0.denominator) }
        expect(form(roots: positive), hasRoots: positive, "positive")
        expect(form(roots: negative), hasRoots: negative, "negative")
        expect(form(roots: negative + positive), hasRoots: negative + positive, "both")
        for root in negative + positive { expect(form(roots: [root]), hasRoots: [root], "\(root)") }
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>) func knownRoots(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let numbers = (0..<Int.random(in: 1...14, using: &generator)).map { _ in
            let size = seed.isMultiple(of: 2) ? 9 : 1_000_000
            var numerator = Int.random(in: -size...size, using: &generator)
            if numerator == 0 { numerator = 1 }
            return Rational(Integer(numerator), Integer(Int.random(in: 1...size, using: &generator)))
        }
        let roots = Set(numbers).sorted(by: isLess)
        // (x − ay)² + b²y² for different a.
        let definite = (0..<Int.random(in: 0...4, using: &generator)).map { index in
            let (a, b) = (index - 2, Int.random(in: 1...3, using: &generator))
            return [Integer(1), Integer(-2 * a), Integer(a * a + b * b)]
        }
        expect(form(roots: roots, times: definite), hasRoots: roots, "seed \(seed)")
    }

    @Test func wilkinson() {
        let roots = (1...20).map { Rational(Integer($0)) }
        expect(form(roots: roots), hasRoots: roots, "1, …, 20")
        // Wilkinson's perturbation, by 2^-23 of the coefficient of t^19, leaves ten real roots.
        var coefficients = form(roots: roots).coefficients.map { $0 * Integer(1 << 23) }
        coefficients[1] = coefficients[1] - 1
        let perturbed = expectSound(BinaryForm(coefficients: coefficients), "perturbed")
        #expect(perturbed.count == 10)
    }

    /// x^n − 2(ax − 1)², with two roots near 1/a that agree in about `n/2·log a` digits.
    @Test(arguments: [(30, 10), (31, 1 << 20), (45, 1_000), (60, 10)]) func mignotte(degree: Int, a: Int) {
        var coefficients = [Integer](repeating: 0, count: degree + 1)
        coefficients[0] = 1
        coefficients[degree - 2] = -2 * Integer(a) * Integer(a)
        coefficients[degree - 1] = 4 * Integer(a)
        coefficients[degree] = -2
        let form = BinaryForm(coefficients: coefficients)
        let roots = expectSound(form, approximations: false, "degree \(degree), a = \(a)")
        // By the rule of signs at most three are positive, and one is negative if the degree is even.
        #expect(roots.count == (degree.isMultiple(of: 2) ? 4 : 3))
    }

    @Test func chebyshev() {
        var (previous, current): ([Integer], [Integer]) = ([1], [1, 0])
        for degree in 1...60 {
            defer { (previous, current) = (current, Self.next(previous, current)) }
            guard degree <= 20 || [31, 40, 60].contains(degree) else { continue }
            // T_n is even or odd: the root 0 is taken out.
            let form = BinaryForm(coefficients: degree.isMultiple(of: 2) ? current : current.dropLast())
            let roots = expectSound(form, approximations: degree % 10 == 0, "T_\(degree)")
            #expect(roots.count == form.degree, "T_\(degree)")
        }
    }

    /// `T_(n+1) = 2t·T_n − T_(n-1)`.
    private static func next(_ previous: [Integer], _ current: [Integer]) -> [Integer] {
        (current + [0]).enumerated().map { index, value in
            2 * value - (index < 2 ? 0 : previous[index - 2])
        }
    }

    @Test(arguments: [2, 3, 10, 101]) func pureEquations(degree: Int) {
        for constant in [Integer(-2), 3, -power(2, 5_000) - 1, power(3, 700)] {
            let ends = [[1], [Integer](repeating: 0, count: degree - 1), [constant]].flatMap(\.self)
            for coefficients in [ends, ends.reversed()] {
                let roots = expectSound(
                    BinaryForm(coefficients: coefficients), approximations: degree > 5,
                    "degree \(degree), constant \(constant.shortDescription)")
                #expect(roots.count == (degree.isMultiple(of: 2) ? (constant.signum < 0 ? 2 : 0) : 1))
            }
        }
    }

    /// Coefficients of 5,000 digits: roots of one size, and of sizes far apart.
    @Test(arguments: 1...8 as ClosedRange<UInt64>) func longCoefficients(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let roots = (0..<5).map { _ in
            let bits = (0..<2).map { _ in
                seed.isMultiple(of: 2) ? 1_000 : Int.random(in: 500...1_000, using: &generator)
            }
            return Rational(
                randomInteger(bits: bits[0], using: &generator) * 2 + 1,
                randomInteger(bits: bits[1], using: &generator) * 2 + 1)
        }.sorted(by: isLess)
        expect(form(roots: roots), hasRoots: roots, "seed \(seed)")
        let others = randomForm(degree: 8, bits: 5_000, using: &generator)
        _ = expectSound(others, "seed \(seed)")
    }

    /// By Sturm's theorem, in each interval and in all.
    @Test(arguments: 1...400 as ClosedRange<UInt64>) func agreesWithSturm(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let bits = [1, 2, 4, 16, 64][Int(seed % 5)]
        let degree = Int.random(in: 1...12, using: &generator)
        for form in squarefreeParts(randomForm(degree: degree, bits: bits, using: &generator)) {
            let roots = expectSound(form, "seed \(seed)")
            let sturm = SturmSequence(form)
            #expect(sturm.count(from: nil, to: nil) == roots.count, "seed \(seed)")
            #expect(
                sturm.count(from: nil, to: Rational(0)) == roots.count { !$0.isPositive }, "seed \(seed)")
            for root in roots where !root.isExact {
                #expect(sturm.count(from: root.lower, to: root.upper) == 1, "seed \(seed)")
            }
        }
    }

    /// Three roots that agree in a hundred digits, with others and without; a pair of conjugates as near.
    @Test(arguments: 1...6 as ClosedRange<UInt64>) func clusters(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let near = power(2, 100)
        let place = Rational(
            Integer(Int.random(in: 1...12, using: &generator)),
            Integer(Int.random(in: 1...12, using: &generator)))
        let roots = [-1, 0, 1, 5].map {
            Rational(
                place.numerator * near + Integer($0) * place.denominator, place.denominator * near)
        }
        expect(form(roots: roots), hasRoots: roots, "seed \(seed): \(place)")
        let others = squarefreeParts(randomForm(degree: 6, bits: 10, using: &generator))[0]
        let all = form(roots: roots, times: [others.coefficients])
        #expect(
            expectSound(all, approximations: false, "seed \(seed): \(place)").count
                == SturmSequence(all).count(from: nil, to: nil), "seed \(seed)")
        // (x − py)² + εy², and the same with a root at p: one root is real.
        let (top, bottom) = (place.numerator, place.denominator)
        let pair = [bottom * bottom * near, -2 * top * bottom * near, top * top * near + 1]
        expect(form(roots: [], times: [pair]), hasRoots: [], "seed \(seed): \(place)")
        expect(form(roots: [place], times: [pair]), hasRoots: [place], "seed \(seed): \(place)")
    }

    /// The floating-point and the fixed-point polynomial never contradict the exact sign.
    @Test(arguments: 1...20 as ClosedRange<UInt64>) func signsAreExact(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let degree = Int.random(in: 1...40, using: &generator)
        let factor = randomForm(degree: degree, bits: 100, using: &generator)
        let form = form(
            roots: [Rational(3, 4), Rational(1_000_003, power(2, 20))], times: [factor.coefficients])
        let chart = RootChart(form, isNegative: false, isInverted: false)
        let polynomial = OctavePolynomial(chart, octave: 0)
        for _ in 0..<200 {
            let (center, depth) = Bool.random(using: &generator) ? (3, 2) : (1_000_003, 20)
            let excess = Int.random(in: 0...80, using: &generator)
            let offset = Int.random(in: -3...3, using: &generator)
            let numerator = Integer(center) * power(2, excess) + Integer(offset)
            guard numerator.signum > 0 else { continue }
            let point = DyadicPoint(numerator: numerator, depth: depth + excess)
            let exact = sign(of: form.coefficients, at: chart.rational(point))
            #expect(chart.sign(at: point) == exact, "seed \(seed): \(point)")
            for sign in [
                polynomial.sign(at: point), FixedPointPolynomial(chart, precision: 64).sign(at: point),
            ] {
                #expect(sign == nil || sign == exact, "seed \(seed): \(point)")
            }
        }
    }
}

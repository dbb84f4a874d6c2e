import Testing

@testable import ExactAlgebra

/// The first primes that are tried.
private let primes = LargePrimes().prefix(3).map { Integer($0) }

private func form(_ coefficients: Integer...) -> BinaryForm { BinaryForm(coefficients: coefficients) }

/// The factor is primitive, and the forms are what the factor and the cofactors say.
private func expectSound(
    _ forms: [BinaryForm], _ comment: Comment, at location: SourceLocation = #_sourceLocation
) -> CommonFactor {
    let common = CommonFactor(of: forms)
    #expect(common.factor == common.factor.primitive, comment, sourceLocation: location)
    #expect(common.cofactors.count == forms.count, comment, sourceLocation: location)
    for (form, cofactor) in zip(forms, common.cofactors) {
        guard !form.isZero else {
            #expect(cofactor.isZero, comment, sourceLocation: location)
            #expect(
                cofactor.coefficients.count == max(0, form.coefficients.count - common.factor.degree),
                comment, sourceLocation: location)
            continue
        }
        #expect(.schoolbook(common.factor, cofactor) == form, comment, sourceLocation: location)
    }
    return common
}

/// The greatest common divisor is this one.
private func expect(
    _ forms: [BinaryForm], have factor: BinaryForm, _ comment: Comment,
    at location: SourceLocation = #_sourceLocation
) {
    for order in [forms, forms.reversed()] {
        let common = expectSound(order, comment, at: location)
        #expect(common.factor == factor, comment, sourceLocation: location)
    }
}

@Suite struct CommonFactorTests {
    /// Multiples of a form by coprime ones, with contents, signs, powers of x and y, and zeros between them.
    @Test(arguments: 1...80 as ClosedRange<UInt64>) func planted(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
        let bits = [1, 3, 20, 64, 130, 700][number(0...5)]
        let plant = BinaryForm.random(degree: number(0...9), bits: bits, using: &generator)
            .times(x: number(0...2), y: number(0...2))
        // The first two without a common root, so that there is none of all; small ones may have one by chance.
        var cofactors: [BinaryForm]
        repeat {
            cofactors = [0, 1].map { index in
                let extra = number(0...2)
                return BinaryForm.random(degree: number(0...9), bits: max(bits, 9), using: &generator)
                    .times(x: index == 0 ? extra : 0, y: index == 1 ? extra : 0)
            }
        } while !cofactors[0].isCoprime(to: cofactors[1])
        for _ in 0..<number(0...2) {
            cofactors.append(.random(degree: number(0...12), bits: bits, using: &generator))
        }
        if Bool.random(using: &generator) { cofactors.append(cofactors[0].scaled(by: -1)) }
        var forms = cofactors.map { cofactor in
            BinaryForm.schoolbook(plant, cofactor).scaled(
                by: Integer(number(1...12) * (number(0...1) * 2 - 1)))
        }
        for _ in 0..<number(0...2) {
            forms.insert(.zero(degree: number(0...25)), at: number(0...forms.count))
        }
        expect(forms, have: plant.primitive, "seed \(seed)")
    }

    /// Two forms at random mostly have nothing in common; where they have, the cofactors have not.
    @Test(arguments: 1...60 as ClosedRange<UInt64>) func cofactorsAreCoprime(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let forms = (0..<2).map { _ in
            BinaryForm(
                coefficients: (0...Int.random(in: 0...7, using: &generator)).map { _ in
                    Integer(Int.random(in: -1...1, using: &generator))
                })
        }
        guard !forms.allSatisfy(\.isZero) else { return }
        let common = expectSound(forms, "seed \(seed)")
        if forms.contains(where: \.isZero) {
            #expect(common.factor == forms.first { !$0.isZero }?.primitive, "seed \(seed)")
            return
        }
        #expect(common.cofactors[0].isCoprime(to: common.cofactors[1]), "seed \(seed)")
        let isCoprime = forms[0].isCoprime(to: forms[1])
        #expect((common.factor.degree == 0) == isCoprime, "seed \(seed)")
        #expect(BinaryForm.greatestCommonDivisor(forms[0], forms[1]) == common.factor, "seed \(seed)")
    }

    @Test func degenerate() {
        let some = form(-6, 4, 0, 10)
        expect([some], have: form(3, -2, 0, -5), "one form, with content and a negative lead")
        expect([some, some.scaled(by: -1)], have: some.primitive, "equal up to sign")
        expect([some, some.scaled(by: 35), some], have: some.primitive, "multiples")
        expect([.zero(degree: 0), some, .zero(degree: 9)], have: some.primitive, "zeros, one shorter")
        expect([some, form()], have: some.primitive, "no coefficients at all")
        expect([form(-4)], have: .one, "one constant")
        expect([form(4), form(-6)], have: .one, "constants")
        expect([form(4), some], have: .one, "a constant and another form")
        expect([form(4), .zero(degree: 3)], have: .one, "a constant and zero")
        expect([form(-7, 0, 0, 0)], have: form(1, 0, 0, 0), "a power of x")
        expect([form(0, 0, 0, -7)], have: form(0, 0, 0, 1), "a power of y")
        expect([form(0, 0, 3), form(0, 5)], have: form(0, 1), "powers of y")
        expect([form(3, 0, 0), form(5, 0)], have: form(1, 0), "powers of x")
        expect([form(3, 0, 0), form(0, 0, 5)], have: .one, "of x and y")
        expect([form(0, 6, 0, 0), form(0, 0, 4, 0)], have: form(0, 1, 0), "of both")
        expect([form(0, 2, 2), form(2, 2, 0)], have: form(1, 1), "x + y once with x, once with y")
    }

    @Test(arguments: [2_500, 6_000]) func longCoefficients(bits: Int) {
        var generator = SplitMix(seed: UInt64(bits))
        let plant = BinaryForm.random(degree: 4, bits: bits, using: &generator)
        let cofactors = (0..<3).map { BinaryForm.random(degree: 3 + $0, bits: bits / 3, using: &generator) }
        #expect(cofactors[0].isCoprime(to: cofactors[1]))
        expect(cofactors.map { .schoolbook(plant, $0) }, have: plant.primitive, "\(bits) bits")
        // The quotients are longer than the forms: x^n − y^n by x − y, and scaled by a long content.
        let content = Integer.random(bits: bits, using: &generator)
        let power = form(1).times(x: 40, y: 0).coefficients.dropLast() + [-1]
        expect(
            [BinaryForm(coefficients: Array(power)).scaled(by: content), form(2, -2)], have: form(1, -1),
            "x^n - y^n")
    }

    /// Short forms with a cofactor of long coefficients: one prime is enough for the forms and not for it.
    @Test func longCofactors() {
        let differences = (10...29).map {
            BinaryForm(coefficients: [1]).times(x: $0, y: 0).coefficients.dropLast() + [-1]
        }
        let product = BinaryForm.schoolbook(differences.map { BinaryForm(coefficients: Array($0)) })
        let power = BinaryForm.schoolbook([BinaryForm](repeating: form(1, -1), count: 20))
        #expect(product.height < 1_000_000)
        #expect(CommonFactor(of: [product, power]).cofactors[0].height > primes[0])
        expect([product, power], have: power, "multiplicity 20")
    }

    /// Leading coefficients that vanish modulo the first primes: some, or all of them.
    @Test func primesThatDivideTheLead() {
        let (p, q) = (primes[0], primes[1])
        let plant = form(p, 3, 1)
        expect([.schoolbook(plant, form(1, 5)), .schoolbook(plant, form(q, -2))], have: plant, "p and pq")
        expect([.schoolbook(plant, form(p * q, 5, 1)), plant], have: plant, "p^2 q and p")
        expect([form(p, 1), form(1, 7)], have: .one, "p, coprime")
        expect([form(p * q, 1), form(p * q, 1, 1)], have: .one, "pq, coprime")
        expect([form(p, p, 0, p), form(p * 2, 0, 0)], have: .one, "content p")
        expect([form(p, p * 2), form(p, 0, -p * 4)], have: form(1, 2), "content p and a common factor")
        expect([form(1, 0, p), form(1, 0, 0)], have: .one, "a common power of x modulo p only")
    }

    /// Forms that have more in common modulo the first primes, or only modulo the second, than over ℚ.
    @Test func primesWithTooLargeADegree() {
        let shifts = [primes[0], primes[1], primes[0] * primes[1], primes[2], primes[0] * primes[2]]
        for (index, shift) in shifts.enumerated() {
            let a = BinaryForm.schoolbook(form(1, -1), form(1, -2))
            let b = BinaryForm.schoolbook(form(1, -1 - shift), form(1, -3))
            expect([a, b], have: .one, "coprime, shift \(index)")
            // Long enough for several primes.
            var generator = SplitMix(seed: UInt64(index))
            for bits in [5, 100, 400] {
                let plant = BinaryForm.random(degree: 3, bits: bits, using: &generator).primitive
                expect(
                    [.schoolbook(plant, a), .schoolbook(plant, b), .schoolbook(plant, a, b)], have: plant,
                    "\(bits) bits, shift \(index)")
            }
        }
    }

    @Test func division() {
        let divisor = form(2, 0, -3)
        let quotient = form(-4, 6, 0, 1)
        #expect(BinaryForm.schoolbook(divisor, quotient).divided(by: divisor) == quotient)
        #expect(divisor.divided(by: divisor) == .one)
        #expect(divisor.scaled(by: -5).divided(by: divisor) == form(-5))
        #expect(divisor.divided(by: .one) == divisor)
        #expect(BinaryForm.zero(degree: 5).divided(by: divisor) == .zero(degree: 3))
        #expect(form(0, 0, 6, 0).divided(by: form(0, 1, 0)) == form(0, 6))
        // By divisors with a content, of either sign.
        #expect(form(6, -4).divided(by: form(-3, 2)) == form(-2))
        #expect(form(12, 0, -12).divided(by: form(-4, 4)) == form(-3, -3))
        #expect(form(12, 8).divided(by: form(-4)) == form(-3, -2))
        #expect(form(0, 5).divided(by: form(0, -1)) == form(-5))
    }

    @Test func noQuotient() {
        #expect(form(2, 0, -4).divided(by: form(2, 0, -3)) == nil)
        #expect(form(1, 1).divided(by: form(1, 0)) == nil)
        #expect(form(1, 0).divided(by: form(0, 1)) == nil)
        #expect(form(1, 2).divided(by: form(1, 4, 4)) == nil)
        #expect(form(7).divided(by: form(1, 0)) == nil)
        // Over ℚ there is one.
        #expect(form(2, 2).divided(by: form(4, 4)) == nil)
        #expect(form(6, 4, -2).divided(by: form(-4)) == nil)
        // It divides modulo the first prime.
        #expect(form(1, primes[0]).divided(by: form(1, 0)) == nil)
    }
}

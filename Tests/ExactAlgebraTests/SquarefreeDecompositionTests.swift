import Testing

@testable import ExactAlgebra

private func form(_ coefficients: Integer...) -> BinaryForm { BinaryForm(coefficients: coefficients) }

/// The parts multiply to the form, are squarefree, and no two have a common root.
private func expectSound(
    _ form: BinaryForm, _ comment: Comment, at location: SourceLocation = #_sourceLocation
) -> SquarefreeDecomposition {
    let result = SquarefreeDecomposition(form)
    let powers = result.parts.flatMap { [BinaryForm](repeating: $0.form, count: $0.multiplicity) }
    let product = BinaryForm.schoolbook(powers).times(
        x: result.multiplicityAtZero, y: result.multiplicityAtInfinity)
    #expect(product.scaled(by: form.content) == form, comment, sourceLocation: location)
    for (index, part) in result.parts.enumerated() {
        #expect(part.form == part.form.primitive && part.form.degree > 0, comment, sourceLocation: location)
        #expect(part.form.isCoprime(to: part.form.derivative), comment, sourceLocation: location)
        for other in result.parts[..<index] {
            #expect(other.multiplicity < part.multiplicity, comment, sourceLocation: location)
            #expect(part.form.isCoprime(to: other.form), comment, sourceLocation: location)
        }
    }
    return result
}

private func expect(
    _ form: BinaryForm, has parts: [(form: BinaryForm, multiplicity: Int)], x: Int = 0, y: Int = 0,
    _ comment: Comment, at location: SourceLocation = #_sourceLocation
) {
    let result = expectSound(form, comment, at: location)
    #expect(result.multiplicityAtZero == x, comment, sourceLocation: location)
    #expect(result.multiplicityAtInfinity == y, comment, sourceLocation: location)
    #expect(result.parts.map(\.form) == parts.map(\.form), comment, sourceLocation: location)
    #expect(result.parts.map(\.multiplicity) == parts.map(\.multiplicity), comment, sourceLocation: location)
}

@Suite struct SquarefreeDecompositionTests {
    /// Squarefree forms without common roots, to powers up to the sixth.
    @Test(arguments: 1...60 as ClosedRange<UInt64>) func planted(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
        let bits = [4, 20, 64, 150][number(0...3)]
        var parts: [(form: BinaryForm, multiplicity: Int)] = []
        for multiplicity in 1...6 where number(0...2) == 0 {
            let part = BinaryForm.random(degree: number(1...4), bits: bits, using: &generator).primitive
            let isNew = parts.allSatisfy { $0.form.isCoprime(to: part) }
            if isNew, part.isCoprime(to: part.derivative) { parts.append((part, multiplicity)) }
        }
        let (x, y) = (number(0...3), number(0...3))
        let powers = parts.flatMap { [BinaryForm](repeating: $0.form, count: $0.multiplicity) }
        let content = Integer(number(1...30) * (number(0...1) * 2 - 1))
        expect(
            BinaryForm.schoolbook(powers).times(x: x, y: y).scaled(by: content), has: parts, x: x, y: y,
            "seed \(seed)")
    }

    /// Small forms, where multiplicities come by chance.
    @Test(arguments: 1...60 as ClosedRange<UInt64>) func small(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let factors = (0..<5).map { _ in
            BinaryForm(
                coefficients: (0...Int.random(in: 1...2, using: &generator)).map { _ in
                    Integer(Int.random(in: -2...2, using: &generator))
                })
        }
        let product = BinaryForm.schoolbook(factors.filter { !$0.isZero })
        let result = expectSound(product, "seed \(seed)")
        let degree = result.parts.reduce(result.multiplicityAtZero + result.multiplicityAtInfinity) {
            $0 + $1.form.degree * $1.multiplicity
        }
        #expect(degree == product.degree, "seed \(seed)")
    }

    @Test func degenerate() {
        expect(form(-12), has: [], "a constant")
        expect(form(3, 0, 0), has: [], x: 2, "x^2")
        expect(form(0, 0, 0, -3), has: [], y: 3, "y^3")
        expect(form(0, -3, 0, 0), has: [], x: 2, y: 1, "x^2 y")
        expect(form(-4, 6), has: [(form(2, -3), 1)], "degree 1")
        expect(form(-4, 12, -9), has: [(form(2, -3), 2)], "a square with a negative lead")
        expect(form(1, 0, 1), has: [(form(1, 0, 1), 1)], "no real root")
        expect(
            .power(form(1, 1), 9), has: [(form(1, 1), 9)], "a ninth power")
        expect(
            .schoolbook(.power(form(1, 0, -2), 7), form(1, 5)),
            has: [(form(1, 5), 1), (form(1, 0, -2), 7)], "1 and 7")
    }

    /// Roots that are the same modulo the first prime, or leads that vanish.
    @Test func unluckyPrimes() {
        let primes = LargePrimes().prefix(2).map { Integer($0) }
        let (p, q) = (primes[0], primes[1])
        let near = BinaryForm.schoolbook(form(1, -1), form(1, -1 - p), form(1, -1 - p * q))
        expect(near, has: [(near, 1)], "three roots that are one")
        expect(
            .schoolbook(form(1, -1), form(1, -1 - p), form(1, -1 - p)),
            has: [(form(1, -1), 1), (form(1, -1 - p), 2)], "a double one beside")
        expect(
            .schoolbook(form(p, 1), form(p, 1), form(q, 1)), has: [(form(q, 1), 1), (form(p, 1), 2)], "leads")
    }

    @Test func longCoefficients() {
        var generator = SplitMix(seed: 5)
        let parts = (1...2).map {
            (BinaryForm.random(degree: 3, bits: 2_500, using: &generator).primitive, $0)
        }
        expect(.schoolbook(parts[0].0, parts[1].0, parts[1].0), has: parts, "2500 bits")
    }
}

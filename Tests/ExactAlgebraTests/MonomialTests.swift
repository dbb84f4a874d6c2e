import ExactAlgebra
import Testing

@Suite struct MonomialTests {
    /// Every operation against sorted lists, in words and, from degree nine on, in arrays.
    @Test(arguments: 0..<300 as Range<UInt64>) func againstSortedLists(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let largest = [3, 40, 65_535][Int.random(in: 0...2, using: &generator)]
        func list(_ degree: Int) -> [Int] {
            (0..<degree).map { _ in Int.random(in: 0...largest, using: &generator) }.sorted(by: >)
        }
        let a = list(Int.random(in: 0...11, using: &generator))
        let b = list(Int.random(in: 0...11, using: &generator))
        let (m, n) = (Monomial(a.shuffled(using: &generator)), Monomial(b))
        #expect(m.variables == a && m.degree == a.count, "seed \(seed)")
        #expect(m.support == Set(a).sorted())
        #expect((m * n).variables == (a + b).sorted(by: >) && m * n == n * m)
        #expect((m == n) == (a == b) && (m.hashValue == Monomial(a).hashValue))
        #expect((m * n).divided(by: n) == m)
        if !b.allSatisfy({ a.contains($0) }) { #expect(m.divided(by: n) == nil) }
        for variable in [0, largest, Int.random(in: 0...largest, using: &generator)] {
            #expect(m.times(variable).variables == (a + [variable]).sorted(by: >), "seed \(seed)")
        }
        for place in a.indices {
            var rest = a
            rest.remove(at: place)
            #expect(m.removing(at: place).variables == rest && m[place] == a[place], "seed \(seed)")
        }
        // Graded; then the first list that is smaller, from its largest variable on, is the larger monomial.
        let isLess = a.count != b.count ? a.count < b.count : b.lexicographicallyPrecedes(a)
        #expect((m < n) == isLess, "seed \(seed)")
    }

    @Test func texts() {
        #expect(Monomial([3, 0, 0]).description == "w_0^2*w_3")
        #expect(Monomial.one.description == "1")
    }

    @Test func allOfOneDegree() {
        var found: [Monomial] = []
        Monomial.visit(degree: 3, variables: [1, 4, 6]) { found.append($0) }
        #expect(found.count == 10 && Set(found).count == 10)
        #expect(found.allSatisfy { $0.degree == 3 && Set($0.support).isSubset(of: [1, 4, 6]) })
        found = []
        Monomial.visit(degree: 0, variables: []) { found.append($0) }
        #expect(found == [.one])
        Monomial.visit(degree: 2, variables: []) { _ in Issue.record("no variables, no monomials") }
    }

    @Test func values() {
        let point: [UInt64] = [2, EliminationField.modulus - 1, 5]
        let monomial: Monomial = [1, 2, 2, 0]
        #expect(
            UInt64(EliminationField.value(of: monomial, at: point))
                == monomial.evaluated(at: point, in: EliminationField.field))
        #expect(EliminationField.value(of: monomial, at: point) == UInt32(EliminationField.modulus - 50))
    }

    @Test func orderIsGradedReverseLexicographic() throws {
        // w_1² > w_0·w_2 and w_0·w_1·w_2 > w_0²·w_3: the last variable decides, and fewer of it is larger.
        let f = try Polynomial(terms: [([0, 2], 1), ([1, 1], 1)])
        #expect(f.description == "w_1^2 + w_0*w_2")
        let g = try Polynomial(terms: [([0, 0, 3], 1), ([0, 1, 2], 1)])
        #expect(g.description == "w_0*w_1*w_2 + w_0^2*w_3")
    }
}

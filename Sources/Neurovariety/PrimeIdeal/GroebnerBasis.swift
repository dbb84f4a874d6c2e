import ExactAlgebra

/// The generators of the prime ideal as a Gröbner basis: normal forms, and the reduced basis.
///
/// Leading coefficients are ±1, so division needs no fractions: it works over ℤ.
public struct GroebnerBasis: Sendable {
    /// By degree, then by nonface; leading coefficients as the minors have them.
    public let polynomials: [Polynomial]
    private let complex: InitialComplex
    /// The place in `polynomials` of the element whose leading monomial is this nonface.
    private let places: [[Int]: Int]

    /// - Throws: ``MinorsError``, where the minors are not kept and cannot be expanded.
    public init(_ ideal: PrimeIdeal) throws(MinorsError) { try self.init(ideal, below: .max) }

    /// The elements below a degree: for ``remainingMonomial(ofPair:_:below:)`` up to that degree.
    init(_ ideal: PrimeIdeal, below degree: Int) throws(MinorsError) {
        polynomials = try ideal.polynomials(below: degree)
        complex = ideal.complex
        places = Dictionary(
            uniqueKeysWithValues: ideal.minors.prefix(polynomials.count).enumerated().map {
                ($0.element.nonface, $0.offset)
            })
    }

    /// The basis modulo some variables, on which no leading monomial depends: without the terms that contain them.
    func settingToZero(_ variables: Set<Int>) throws(PolynomialError) -> GroebnerBasis {
        var rest: [Polynomial] = []
        for polynomial in polynomials {
            let terms = polynomial.coefficients.indices.lazy.map {
                (monomial: polynomial.monomial($0), coefficient: polynomial.coefficients[$0])
            }
            rest.append(
                try Polynomial(terms: terms.filter { variables.isDisjoint(with: $0.monomial.variables) }))
        }
        return GroebnerBasis(polynomials: rest, complex: complex, places: places)
    }

    private init(polynomials: [Polynomial], complex: InitialComplex, places: [[Int]: Int]) {
        (self.polynomials, self.complex, self.places) = (polynomials, complex, places)
    }

    /// The place of an element whose leading monomial divides a monomial, if there is one.
    private func divisor(of monomial: Monomial) -> Int? {
        complex.minimalNonface(in: monomial.support).flatMap { places[$0] }
    }

    /// The remainder: congruent modulo the ideal, and no term divisible by a leading monomial. Zero iff the
    /// polynomial lies in the ideal.
    ///
    /// - Throws: ``PolynomialError/overflow``.
    public func normalForm(_ polynomial: Polynomial) throws(PolynomialError) -> Polynomial {
        try reduce(polynomial, keepingLeadingTerm: false)
    }

    private func reduce(
        _ polynomial: Polynomial, keepingLeadingTerm: Bool
    ) throws(PolynomialError) -> Polynomial {
        // The terms not yet looked at, in a heap with the largest monomial first.
        var queue = TermQueue()
        for (monomial, coefficient) in polynomial.terms { try queue.add(monomial, coefficient) }
        var result: [(monomial: Monomial, coefficient: Int)] = []
        while let (monomial, coefficient) = queue.next() {
            let isKept = keepingLeadingTerm && result.isEmpty
            guard !isKept, let place = divisor(of: monomial),
                let leading = polynomials[place].leadingMonomial,
                let rest = monomial.divided(by: leading)
            else {
                result.append((monomial, coefficient))
                continue
            }
            try queue.subtract(polynomials[place], times: coefficient, rest)
        }
        return try Polynomial(terms: result)
    }

    /// The largest monomial that stays when the S-polynomial of two elements is reduced by elements below a degree, its own;
    /// nil if that makes it zero.
    ///
    /// - Throws: ``PolynomialError/overflow``.
    func remainingMonomial(
        ofPair first: Int, _ second: Int, below degree: Int
    ) throws(PolynomialError) -> Monomial? {
        var queue = TermQueue()
        let multiple = Monomial(
            Set(polynomials[first].monomial(0).support + polynomials[second].monomial(0).support).sorted())
        // The one with its sign, less the other.
        for (element, sign) in [(polynomials[first], 1), (polynomials[second], -1)] {
            guard let rest = multiple.divided(by: element.monomial(0)) else { continue }
            for (monomial, coefficient) in element.terms.dropFirst() {
                try queue.add(monomial * rest, sign * element.coefficients[0] * coefficient)
            }
        }
        while let (monomial, coefficient) = queue.next() {
            guard let place = divisor(of: monomial), polynomials[place].degree < degree,
                let rest = monomial.divided(by: polynomials[place].monomial(0))
            else { return monomial }
            try queue.subtract(polynomials[place], times: coefficient, rest)
        }
        return nil
    }

    /// The reduced Gröbner basis: leading coefficients 1, and no other term divisible by a leading monomial.
    ///
    /// - Parameter progress: told the share that is done, by one thread at a time.
    /// - Throws: ``PolynomialError/overflow``.
    public func reducedPolynomials(
        progress: @Sendable (Double) -> Void = { _ in }
    ) throws(PolynomialError) -> [Polynomial] {
        // An element takes as long as it has terms; the last have the most.
        var terms = [0.0]
        for polynomial in polynomials { terms.append(terms[terms.count - 1] + Double(polynomial.termCount)) }
        let results = concurrentMap(count: polynomials.count) { [terms] share in
            let done = Int((share * Double(terms.count - 1)).rounded())
            progress(terms[done] / terms[terms.count - 1])
        } _: { index in
            Result { () throws(PolynomialError) -> Polynomial in
                try reduce(polynomials[index], keepingLeadingTerm: true).normalizedSign
            }
        }
        var reduced: [Polynomial] = []
        for result in results { reduced.append(try result.get()) }
        return reduced
    }
}

/// Terms to be taken out from the largest monomial down; equal monomials are added up.
private struct TermQueue {
    private var coefficients: [Monomial: Int] = [:]
    private var heap: [Monomial] = []

    /// The element, times what makes its leading term that one, without its leading term.
    mutating func subtract(
        _ element: borrowing Polynomial, times coefficient: Int, _ rest: Monomial
    ) throws(PolynomialError) {
        let (factor, overflow) = coefficient.multipliedReportingOverflow(by: -element.coefficients[0])
        guard !overflow else { throw .overflow }
        for term in element.coefficients.indices.dropFirst() {
            let (product, overflow) = factor.multipliedReportingOverflow(by: element.coefficients[term])
            guard !overflow else { throw .overflow }
            try add(element.monomial(term) * rest, product)
        }
    }

    mutating func add(_ monomial: Monomial, _ coefficient: Int) throws(PolynomialError) {
        if let known = coefficients[monomial] {
            let (sum, overflow) = known.addingReportingOverflow(coefficient)
            guard !overflow else { throw .overflow }
            coefficients[monomial] = sum
            return
        }
        coefficients[monomial] = coefficient
        heap.append(monomial)
        var child = heap.count - 1
        while child > 0, heap[child] > heap[(child - 1) / 2] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// The largest monomial with a nonzero coefficient.
    mutating func next() -> (monomial: Monomial, coefficient: Int)? {
        while let first = heap.first {
            let last = heap.removeLast()
            if !heap.isEmpty {
                heap[0] = last
                sink()
            }
            if let coefficient = coefficients.removeValue(forKey: first), coefficient != 0 {
                return (first, coefficient)
            }
        }
        return nil
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var largest = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if heap[child] > heap[largest] { largest = child }
            }
            guard largest != parent else { return }
            heap.swapAt(parent, largest)
            parent = largest
        }
    }
}

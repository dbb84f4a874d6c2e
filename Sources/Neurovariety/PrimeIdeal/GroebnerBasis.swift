import ExactAlgebra

/// The minors of the minimal nonfaces as a Gröbner basis of the prime ideal: normal forms, and the reduced
/// basis.
///
/// Leading coefficients are ±1, so division needs no fractions: it works over ℤ.
public struct GroebnerBasis: Sendable {
    /// By degree, then by nonface; leading coefficients as the minors have them.
    public let polynomials: [Polynomial]
    private let pieces: [TwoLayerPiece]
    /// The place in `polynomials` of the element with this leading monomial.
    private let places: [[Int]: Int]

    public init(_ architecture: Architecture) throws(MinorsError) {
        var polynomials: [Polynomial] = []
        var places: [[Int]: Int] = [:]
        let byDegree = Dictionary(grouping: architecture.nonfaceMinors, by: \.nonface.count)
        for degree in byDegree.keys.sorted() {
            let minors = byDegree[degree] ?? []
            for minor in minors { places[minor.nonface] = places.count }
            try DeterminantList(minors).visit {
                polynomials.append($0.polynomial)
                return true
            }
        }
        self.polynomials = polynomials
        self.places = places
        pieces = architecture.reduced.pieces.filter { $0.commonFactorDegree > 0 }
    }

    /// The place of an element whose leading monomial divides a monomial with this support, if there is one.
    ///
    /// - Parameter support: increasing.
    private func divisor(of support: [Int]) -> Int? {
        guard pieces.contains(where: { $0.isNonface(support) }) else { return nil }
        var nonface = support
        var place = 0
        while place < nonface.count {
            let vertex = nonface.remove(at: place)
            if !pieces.contains(where: { $0.isNonface(nonface) }) {
                nonface.insert(vertex, at: place)
                place += 1
            }
        }
        return places[nonface]
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
        // The terms not yet looked at, in a heap with the largest monomial, the smallest word, first.
        var queue = TermQueue()
        for (variables, coefficient) in polynomial.terms { try queue.add(variables, coefficient) }
        var result: [(variables: [UInt16], coefficient: Int)] = []
        while let (variables, coefficient) = queue.next() {
            var support: [Int] = []
            for variable in variables.reversed() where support.last != Int(variable) {
                support.append(Int(variable))
            }
            let isKept = keepingLeadingTerm && result.isEmpty
            guard !isKept, let place = divisor(of: support) else {
                result.append((variables, coefficient))
                continue
            }
            let element = polynomials[place]
            var rest = variables
            for variable in element.monomial(0) {
                if let index = rest.firstIndex(of: variable) { rest.remove(at: index) }
            }
            let (factor, overflow) = coefficient.multipliedReportingOverflow(by: -element.coefficients[0])
            guard !overflow else { throw .overflow }
            for term in element.coefficients.indices.dropFirst() {
                let (product, overflow) = factor.multipliedReportingOverflow(by: element.coefficients[term])
                guard !overflow else { throw .overflow }
                try queue.add((element.monomial(term) + rest).sorted(by: >), product)
            }
        }
        return try Polynomial(terms: result)
    }

    /// The reduced Gröbner basis: leading coefficients 1, and no other term divisible by a leading monomial.
    ///
    /// - Throws: ``PolynomialError/overflow``.
    public func reducedPolynomials() throws(PolynomialError) -> [Polynomial] {
        let results = concurrentMap(count: polynomials.count) { index in
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
    private var coefficients: [[UInt16]: Int] = [:]
    private var heap: [[UInt16]] = []

    mutating func add(_ monomial: [UInt16], _ coefficient: Int) throws(PolynomialError) {
        if let known = coefficients[monomial] {
            let (sum, overflow) = known.addingReportingOverflow(coefficient)
            guard !overflow else { throw .overflow }
            coefficients[monomial] = sum
            return
        }
        coefficients[monomial] = coefficient
        heap.append(monomial)
        var child = heap.count - 1
        while child > 0, heap[child].lexicographicallyPrecedes(heap[(child - 1) / 2]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// The largest monomial with a nonzero coefficient.
    mutating func next() -> (variables: [UInt16], coefficient: Int)? {
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
            var smallest = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if heap[child].lexicographicallyPrecedes(heap[smallest]) { smallest = child }
            }
            guard smallest != parent else { return }
            heap.swapAt(parent, smallest)
            parent = smallest
        }
    }
}

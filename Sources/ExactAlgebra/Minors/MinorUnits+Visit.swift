extension MinorUnits {
    func visit(_ body: (borrowing Minor) -> Bool) throws(MinorsError) {
        guard count > 0 else { return }
        if UInt64.holds(degree: size, variableCount: variableCount) {
            try visit(as: UInt64.self, body)
        } else {
            try visit(as: WideMonomial.self, body)
        }
    }

    private func visit<Monomial: PackedMonomial>(
        as type: Monomial.Type, _ body: (borrowing Minor) -> Bool
    ) throws(MinorsError) {
        try withoutActuallyEscaping(body) { body throws(MinorsError) in
            let memory = TermMemory()
            var walker = MinorWalker<Monomial>(size: size, tables: try tables(in: memory), memory: memory)
            var visitor = MinorDecoder<Monomial>(
                size: size, variableCount: variableCount, body: body)
            for unit in 0..<count {
                guard try visit(unit, &walker, &visitor) else { return }
            }
        }
    }
}

/// Turns terms of the engine into polynomials, in memory that is used again for each minor.
private struct MinorDecoder<Monomial: PackedMonomial>: MinorTermVisitor {
    let size: Int
    let variableCount: Int
    let body: (borrowing Minor) -> Bool
    var minor = Minor(rows: [], columns: [], polynomial: .zero)

    init(size: Int, variableCount: Int, body: @escaping (borrowing Minor) -> Bool) {
        self.size = size
        self.variableCount = variableCount
        self.body = body
    }

    mutating func goesOn(after terms: Int) -> Bool { true }

    mutating func visit(
        rows: [Int], columns: UnsafeBufferPointer<Int32>, terms: UnsafeBufferPointer<Term<Monomial>>
    ) -> Bool {
        minor.rows = rows
        minor.columns.removeAll(keepingCapacity: true)
        for column in columns { minor.columns.append(Int(column)) }
        minor.polynomial.degree = terms.isEmpty ? 0 : size
        minor.polynomial.variables.removeAll(keepingCapacity: true)
        minor.polynomial.coefficients.removeAll(keepingCapacity: true)
        for term in terms {
            term.monomial.appendVariables(
                degree: size, variableCount: variableCount, to: &minor.polynomial.variables)
            minor.polynomial.coefficients.append(term.coefficient)
        }
        return body(minor)
    }
}

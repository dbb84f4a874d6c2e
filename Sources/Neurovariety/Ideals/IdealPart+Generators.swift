import ExactAlgebra

/// One nonzero generator with where it comes from.
public struct Generator: Sendable {
    /// Whose generator it is.
    public let part: IdealPart
    /// Expanded.
    public let polynomial: Polynomial
}

extension IdealPart {
    /// Calls `body` with each nonzero generator until it returns false, and returns whether it went to the
    /// end.
    ///
    /// - Throws: ``IdealError/tooLarge(part:_:)`` before any work, or what `body` throws.
    @discardableResult
    public func visit(_ body: (Generator) throws -> Bool) throws -> Bool {
        switch content {
        case .variables(let variables):
            for variable in variables {
                guard try body(Generator(part: self, polynomial: Polynomial(variable: variable))) else {
                    return false
                }
            }
        case .chosen(let polynomials, _):
            for polynomial in polynomials {
                guard try body(Generator(part: self, polynomial: polynomial)) else { return false }
            }
        case .minors, .nonfaces:
            var result = Result<Bool, any Error>.success(true)
            try visitMinors { minor in
                guard !minor.polynomial.isZero else { return true }
                result = Result { try body(Generator(part: self, polynomial: minor.polynomial)) }
                if case .success(true) = result { return true }
                return false
            }
            return try result.get()
        }
        return true
    }

    private func visitMinors(_ body: (borrowing Minor) -> Bool) throws(IdealError) {
        guard let source = try expansion() else { return }
        try naming { () throws(MinorsError) in try source.visit(body) }
    }

    /// All nonzero generators. For parts that fit in memory.
    ///
    /// - Throws: ``IdealError/tooLarge(part:_:)``.
    public func polynomials() throws(IdealError) -> [Polynomial] {
        switch content {
        case .variables(let variables): return variables.map { Polynomial(variable: $0) }
        case .chosen(let polynomials, _): return polynomials
        case .minors, .nonfaces:
            guard let source = try expansion() else { return [] }
            return try naming { () throws(MinorsError) in try source.polynomials() }
        }
    }

    /// Says whose minors they are.
    private func naming<Result>(_ work: () throws(MinorsError) -> Result) throws(IdealError) -> Result {
        do throws(MinorsError) {
            return try work()
        } catch {
            throw .tooLarge(part: name, error)
        }
    }

    /// How many generators, how many of them nonzero, and how many terms; by expanding them.
    public func statistics() throws -> MinorStatistics { try statistics(.none) ?? MinorStatistics() }

    /// The same; nil if it was stopped.
    public func statistics(_ control: WorkControl) throws -> MinorStatistics? {
        if let source = try expansion() {
            return try naming { () throws(MinorsError) in try source.statistics(control) }
        }
        var result = MinorStatistics()
        try visit { generator in
            result += MinorStatistics(minors: 1, nonzero: 1, terms: generator.polynomial.termCount)
            return true
        }
        return result
    }

    /// The minors of a part that has some, ready to be expanded; nil for other parts.
    public func expansion() throws(IdealError) -> (any MinorSource)? {
        switch content {
        case .variables, .chosen: return nil
        case .nonfaces(let minors):
            return try naming { () throws(MinorsError) in try DeterminantList(minors[...]) }
        case .minors(_, _, let size):
            return try naming { () throws(MinorsError) in try expansion(ofSize: size) }
        }
    }

    private func expansion(ofSize size: Int) throws(MinorsError) -> Minors? {
        // The count comes first: the matrix itself may be too large to make.
        guard generatorCount <= Integer(Minors.largestCount) else {
            throw .tooLarge(size: size, count: generatorCount)
        }
        guard var matrix = resultantMatrix?.matrix else { return nil }
        if selection.rows != nil || selection.columns != nil {
            matrix = matrix.submatrix(
                rows: selection.rows ?? Array(0..<matrix.rowCount),
                columns: selection.columns ?? Array(0..<matrix.columnCount))
        }
        return try Minors(of: matrix, size: size)
    }
}

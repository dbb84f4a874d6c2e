/// Lists of monomials.
public enum Monomials {
    /// Calls `body` with every monomial of a degree in some variables, each as its variables, largest index
    /// first.
    ///
    /// - Parameter variables: increasing.
    public static func visit(degree: Int, variables: [Int], _ body: ([UInt16]) -> Void) {
        var monomial: [UInt16] = []
        func extend(_ rest: Int, below limit: Int) {
            guard rest > 0 else { return body(monomial) }
            for place in 0..<limit {
                monomial.append(UInt16(variables[place]))
                extend(rest - 1, below: place + 1)
                monomial.removeLast()
            }
        }
        extend(degree, below: variables.count)
    }
}

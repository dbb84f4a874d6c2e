import CrossValidation
import ExactAlgebra

extension Answer: CustomStringConvertible {
    /// `yes`, `80 polynomials`, `80 of degree 3, 35 of degree 4`.
    public var description: String {
        switch self {
        case .truth(let truth): return truth ? "yes" : "no"
        case .count(let count): return "\(count)"
        case .polynomials(let count): return "\(count) polynomials"
        case .monomials(let count): return "\(count) monomials"
        case .degrees(let degrees):
            guard !degrees.isEmpty else { return "none" }
            return degrees.sorted { $0.key < $1.key }.map { "\($0.value) of degree \($0.key)" }
                .joined(separator: ", ")
        case .numbers(let numbers): return numbers.map(\.description).joined(separator: ", ")
        case .lacksPolynomial(.native): return "a polynomial missing natively"
        case .lacksPolynomial(.macaulay2): return "a polynomial missing there"
        }
    }
}

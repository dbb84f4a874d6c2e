/// How polynomials are written.
public enum PolynomialSyntax: String, CaseIterable, Sendable {
    /// `w_0^2*w_3 - 2*w_1*w_2`: plain text and Macaulay2.
    case indexed
    /// `w(0)^2*w(3)-2*w(1)*w(2)`: Singular, with variables `w(0..n)`.
    case singular
    /// `w_0^2*w_3-2*w_1*w_2`: as msolve prints polynomials.
    case msolve
    /// `w_{0}^{2}w_{3} - 2w_{1}w_{2}`.
    case latex
    /// `[[1,[0,0,3]],[-2,[1,2]]]`: coefficient and variables of each term.
    case json

    /// The name of a variable: one of `w_0, …`.
    public func name(ofVariable index: Int) -> String { name("w", index: index) }

    /// The name of a variable among those of a common name.
    public func name(_ base: String, index: Int) -> String {
        switch self {
        case .indexed, .msolve: return "\(base)_\(index)"
        case .singular: return "\(base)(\(index))"
        case .latex: return "\(base)_{\(index)}"
        case .json: return "\(index)"
        }
    }

    /// Whether a variable of this name can be written: powers of it take sixteen bytes at most.
    public func isShort(_ name: String) -> Bool {
        self == .json || (times + power(name, exponent: 4)).utf8.count <= 16
    }

    func power(_ name: String, exponent: Int) -> String {
        switch self {
        case .json: return Array(repeating: name, count: exponent).joined(separator: ",")
        case .latex: return exponent == 1 ? name : "\(name)^{\(exponent)}"
        case .indexed, .singular, .msolve: return exponent == 1 ? name : "\(name)^\(exponent)"
        }
    }

    var times: String {
        switch self {
        case .indexed, .singular, .msolve: return "*"
        case .latex: return ""
        case .json: return ","
        }
    }

    /// Between terms, before a positive and a negative one.
    var plus: String {
        switch self {
        case .indexed, .latex: return " + "
        case .singular, .msolve: return "+"
        case .json: return ","
        }
    }

    var minus: String {
        switch self {
        case .indexed, .latex: return " - "
        case .singular, .msolve: return "-"
        case .json: return ","
        }
    }
}

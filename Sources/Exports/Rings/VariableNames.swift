import ExactAlgebra

/// Names of variables.
///
/// A name is a letter, or a Greek letter written out as in LaTeX: these are words of hardly any program, and each format
/// refuses the few that are.
public enum VariableNames: Hashable, Sendable {
    /// One letter, and numbers from 0: `w_0, w_1, …`, as the format writes them.
    case indexed(String)
    /// A name for each variable: a letter, with digits behind or without.
    case listed([String])

    /// `w_0, w_1, …`.
    public static let usual = VariableNames.indexed("w")

    /// Greek letters that can be names.
    public static let greekLetters: Set<String> = [
        "alpha", "beta", "gamma", "delta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "rho",
        "sigma", "tau", "phi", "psi", "omega",
    ]

    /// Reads a letter, `x`, or a list of names, `a,b,c` or `x1,x2`.
    ///
    /// - Throws: ``RingError/noName(_:)``, ``RingError/noIndexedName(_:)`` or ``RingError/repeatedName(_:)``.
    public init(_ text: String) throws(RingError) {
        let names = text.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
        for name in names where !Self.isLetter(Self.letter(of: name)) { throw .noName(name) }
        var seen: Set<String> = []
        if let name = names.first(where: { !seen.insert($0).inserted }) { throw .repeatedName(name) }
        if names.count > 1 {
            self = .listed(names)
        } else if Self.isLetter(text) {
            self = .indexed(text)
        } else {
            throw .noIndexedName(text)
        }
    }

    private static func isLetter(_ text: String) -> Bool {
        greekLetters.contains(text)
            || text.unicodeScalars.count == 1 && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic }
                && text.utf8.count == 1
    }

    /// Without the digits behind it.
    static func letter(of name: String) -> String {
        let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }
        return String(name.dropLast(digits.count))
    }

    /// As a format writes them.
    func names(count: Int, in syntax: PolynomialSyntax) -> [String] {
        switch self {
        case .indexed(let letter):
            let letter = written(letter, in: syntax)
            return (0..<count).map { syntax.name(letter, index: $0) }
        case .listed(let names):
            guard syntax == .latex else { return names }
            return names.map { name in
                let letter = Self.letter(of: name)
                let digits = name.dropFirst(letter.count)
                // A command would take the next letter for its own.
                if digits.isEmpty { return letter.count > 1 ? "{\(Self.latex(letter))}" : letter }
                return "\(Self.latex(letter))_{\(digits)}"
            }
        }
    }

    /// A letter as a format writes it.
    func written(_ letter: String, in syntax: PolynomialSyntax) -> String {
        syntax == .latex ? Self.latex(letter) : letter
    }

    private static func latex(_ letter: String) -> String { letter.count > 1 ? "\\" + letter : letter }
}

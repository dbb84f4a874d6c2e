import RegexBuilder

/// What a file says in Magma, of which it uses very little: a comment to the end of a line, a ring with its variables, and
/// an ideal. Anything else is refused.
struct MagmaFile {
    let names: [String]
    let characteristic: Int
    let order: String
    let ideal: String
    let polynomials: [ReadPolynomial]

    private static let reserved: Set<String> = [
        "and", "assert", "break", "by", "case", "cat", "catch", "cmpeq", "cmpne", "continue", "declare",
        "default",
        "delete", "diff", "div", "do", "elif", "else", "end", "eq", "error", "eval", "exists", "exit",
        "false", "for",
        "forall", "forward", "fprintf", "freeze", "function", "ge", "gt", "if", "iload", "import", "in",
        "intrinsic",
        "is", "join", "le", "load", "local", "lt", "meet", "mod", "ne", "not", "notadj", "notin", "notsubset",
        "or",
        "print", "printf", "procedure", "quit", "random", "read", "repeat", "require", "restore", "return",
        "save",
        "sdiff", "select", "subset", "then", "time", "to", "true", "try", "until", "vprint", "vtime", "when",
        "where",
        "while", "xor",
    ]

    init?(_ text: String) {
        let code = text.split(separator: "\n").filter { !$0.hasPrefix("//") }.joined(separator: "\n")
        let pattern =
            /R<([A-Za-z_0-9, ]+)> := PolynomialRing\((RationalField\(\)|GF\(\d+\)), (\d+), "([a-z]+)"\);\n([A-Za-z0-9]+) := ideal<R \|\n([^<>|;:=]+)\n>;/
        guard let match = code.wholeMatch(of: pattern) else { return nil }
        names = match.1.split(separator: ",").map { String($0.filter { $0 != " " }) }
        characteristic = Int(match.2.filter { $0.isNumber }) ?? 0
        order = String(match.4)
        ideal = String(match.5)
        guard names.count == Int(match.3), ["lex", "glex", "grevlex"].contains(order),
            (names + [ideal, "R"]).allSatisfy({
                $0.wholeMatch(of: /[A-Za-z_][A-Za-z_0-9]*/) != nil && !Self.reserved.contains($0)
            }), Set(names + [ideal, "R"]).count == names.count + 2
        else { return nil }
        var polynomials: [ReadPolynomial] = []
        for piece in match.6.split(separator: ",", omittingEmptySubsequences: false) {
            guard let polynomial = ReadPolynomial(piece, names: names, characteristic: characteristic) else {
                return nil
            }
            polynomials.append(polynomial)
        }
        self.polynomials = polynomials
    }
}

import ExactAlgebra

/// Reads polynomials as the paper prints them: `AD^2 + B^2E - 2BCD`, with A = w_0, B = w_1, ….
enum LetterPolynomial {
    /// Nil for anything that is not of that form.
    static func parse(_ text: String) -> Polynomial? {
        var rest = text.utf8.filter { $0 != UInt8(ascii: " ") }[...]
        var terms: [(monomial: Monomial, coefficient: Int)] = []
        while !rest.isEmpty {
            var sign = 1
            if rest.first == UInt8(ascii: "-") {
                sign = -1
                rest.removeFirst()
            } else if rest.first == UInt8(ascii: "+") {
                guard !terms.isEmpty else { return nil }
                rest.removeFirst()
            } else if !terms.isEmpty {
                return nil
            }
            guard let coefficient = number(&rest) ?? (rest.isEmpty ? nil : 1) else { return nil }
            var variables: [Int] = []
            while let letter = rest.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) {
                rest.removeFirst()
                var exponent = 1
                if rest.first == UInt8(ascii: "^") {
                    rest.removeFirst()
                    guard let power = number(&rest), power < 100 else { return nil }
                    exponent = power
                }
                variables += Array(repeating: Int(letter - UInt8(ascii: "A")), count: exponent)
            }
            guard !variables.isEmpty else { return nil }
            terms.append((Monomial(variables), sign * coefficient))
        }
        return terms.isEmpty ? nil : try? Polynomial(terms: terms)
    }

    private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty, digits.count < 10 else { return nil }
        rest = rest.dropFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}

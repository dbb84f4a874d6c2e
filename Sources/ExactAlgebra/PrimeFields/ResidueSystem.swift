/// Lists of integers by their remainders modulo several primes (the Chinese remainder theorem).
///
/// A computation with integers is done modulo one prime after the other, until the product of the primes exceeds twice
/// what the results can be.
package struct ResidueSystem {
    private var fields: [PrimeField] = []
    /// For each prime, the digits of all integers: `digit_0 + digit_1·p_0 + digit_2·p_0·p_1 + …`.
    private var digits: [[UInt64]] = []
    /// The product of the primes.
    private(set) var modulus = Integer.one

    /// - Parameter residues: the same integers each time, all reduced.
    mutating func append(_ residues: [UInt64], modulo field: PrimeField) {
        let inverse = FixedFactor(field.inverse(field.reduce(modulus)), field)
        // Remainders without a division.
        let one = FixedFactor(1, field)
        var rest = residues
        // The integer so far, modulo the new prime, by Horner's rule from the last digit.
        if let last = digits.last {
            var value = last.map { one.times($0) }
            for (list, prime) in zip(digits, fields).dropLast().reversed() {
                let factor = FixedFactor(prime.modulus % field.modulus, field)
                for index in value.indices {
                    value[index] = field.add(factor.times(value[index]), one.times(list[index]))
                }
            }
            for index in rest.indices { rest[index] = field.subtract(rest[index], value[index]) }
        }
        digits.append(rest.map { inverse.times($0) })
        fields.append(field)
        modulus *= Integer(field.modulus)
    }

    /// The integers of smallest absolute value with these remainders.
    var integers: [Integer] {
        guard let last = digits.last else { return [] }
        let half = modulus / 2
        return last.indices.map { index in
            var value = Integer(last[index])
            for place in digits.indices.dropLast().reversed() {
                value.multiply(by: Int(fields[place].modulus), adding: Integer(digits[place][index]))
            }
            return value > half ? value - modulus : value
        }
    }

    /// Integers that are known modulo every prime, on all processors.
    ///
    /// - Parameters:
    ///   - bound: none is larger in absolute value.
    ///   - residues: the integers modulo a prime below `2^61`, all reduced.
    package static func integers(
        upTo bound: Integer, _ residues: @Sendable (PrimeField) -> [UInt64]
    ) -> [Integer] {
        var system = ResidueSystem()
        var primes = LargePrimes()
        let limit = bound * 2
        while system.modulus <= limit {
            // As many as are still needed, for all of these primes are above 2^60.
            let count = min(4 * processorCount, (limit.bitLength - system.modulus.bitLength) / 60 + 1)
            let fields = (0..<count).compactMap { _ in primes.next().map { PrimeField(modulus: $0) } }
            for (field, list) in zip(fields, concurrentMap(count: count) { residues(fields[$0]) }) {
                system.append(list, modulo: field)
            }
        }
        return system.integers
    }
}

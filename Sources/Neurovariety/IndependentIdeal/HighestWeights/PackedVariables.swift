/// A monomial of degree at most 8 as its variables in ascending order, one byte each, the first in the lowest byte; a
/// byte is 1 + variable, so that 0 is no variable.
struct PackedVariables: Hashable, Sendable {
    var word: UInt64 = 0

    static let largestDegree = 8
    static let mostVariables = 255

    var variables: [Int] {
        var result: [Int] = []
        var rest = word
        while rest != 0 {
            result.append(Int(rest & 0xFF) - 1)
            rest >>= 8
        }
        return result
    }

    /// Times one variable.
    func times(_ variable: Int) -> PackedVariables {
        let byte = UInt64(variable + 1)
        var shift: UInt64 = 0
        while shift < 64, (word >> shift) & 0xFF != 0, (word >> shift) & 0xFF <= byte { shift += 8 }
        let low = shift == 0 ? 0 : word & (~0 >> (64 - shift))
        let high = shift == 64 ? 0 : (word >> shift) << shift
        return PackedVariables(word: low | (byte << shift) | (high << 8))
    }

    /// Divided by the variable at a place.
    func removing(at place: Int) -> PackedVariables {
        let shift = UInt64(8 * place)
        let low = shift == 0 ? 0 : word & (~0 >> (64 - shift))
        let high = shift + 8 >= 64 ? 0 : (word >> (shift + 8)) << shift
        return PackedVariables(word: low | high)
    }
}

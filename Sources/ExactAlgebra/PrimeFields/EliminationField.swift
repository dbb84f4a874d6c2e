/// The field ℤ/(2²⁸ − 57) of linear algebra.
///
/// The prime is so small that 250 products of two elements can be added up in 64 bits before they are reduced:
/// elimination is then one multiplication and one addition an entry, without a division. The rank of integer rows
/// modulo it is a lower bound for their rank over ℚ.
public enum EliminationField {
    /// `2²⁸ − 57`.
    public static let modulus: UInt64 = (1 << 28) - 57

    /// So many products of reduced elements, beside one reduced element, fit in 64 bits: `250·(2²⁸)² < 2⁶⁴`.
    public static let productsPerReduction = 250

    /// The same field with all its operations.
    public static let field = PrimeField(modulus: modulus)

    /// How texts write the prime.
    public static let name = "2^28 - 57"

    /// The remainders of eight words, each below `2⁵⁶`.
    @inline(__always)
    package static func reduceProducts(_ value: SIMD8<UInt64>) -> SIMD8<UInt64> {
        // 2^28 = 57 modulo the prime.
        let low = SIMD8<UInt64>(repeating: (1 << 28) - 1)
        var rest = (value & low) &+ (value &>> 28) &* 57
        rest = (rest & low) &+ (rest &>> 28) &* 57
        let prime = SIMD8<UInt64>(repeating: modulus)
        return rest.replacing(with: rest &- prime, where: rest .>= prime)
    }

    /// The remainders of any eight words.
    @inline(__always)
    package static func reduce(_ value: SIMD8<UInt64>) -> SIMD8<UInt64> {
        let low = SIMD8<UInt64>(repeating: (1 << 28) - 1)
        return reduceProducts((value & low) &+ (value &>> 28) &* 57)
    }
}

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

    /// Elements of the field side by side, and sums of their products.
    @usableFromInline package typealias Lanes = SIMD8<UInt32>
    @usableFromInline package typealias WideLanes = SIMD8<UInt64>

    /// The products, each below `2⁶⁴`.
    ///
    /// Both factors are seen to be of 32 bits: one multiplication instruction for two products even where the
    /// processor has none for 64 bits.
    @inlinable @inline(__always)
    package static func products(_ lanes: Lanes, _ factor: UInt32) -> WideLanes {
        products(lanes, Lanes(repeating: factor))
    }

    /// The products lane by lane.
    @inlinable @inline(__always)
    package static func products(_ lanes: Lanes, _ factors: Lanes) -> WideLanes {
        WideLanes(truncatingIfNeeded: lanes) &* WideLanes(truncatingIfNeeded: factors)
    }

    /// The remainders of eight words, each below `2⁵⁷`.
    @inlinable @inline(__always)
    package static func reduceProducts(_ value: WideLanes) -> Lanes {
        // Below 2^28 + 57·2^29, then below 2^28 + 57·2^7.
        let rest = Lanes(truncatingIfNeeded: folded(folded(value)))
        let prime = Lanes(repeating: UInt32(modulus))
        return rest.replacing(with: rest &- prime, where: rest .>= prime)
    }

    /// The remainders of any eight words.
    @inlinable @inline(__always)
    package static func reduce(_ value: WideLanes) -> Lanes {
        reduceProducts(folded(value))
    }

    /// `2²⁸ = 57` modulo the prime, and `57 = 64 − 8 + 1`.
    @inlinable @inline(__always)
    package static func folded(_ value: WideLanes) -> WideLanes {
        let high = value &>> 28
        return (value & WideLanes(repeating: (1 << 28) - 1)) &+ (high &<< 6) &- (high &<< 3) &+ high
    }
}

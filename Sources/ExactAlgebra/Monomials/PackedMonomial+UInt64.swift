/// Sixty-four bits hold the monomials of degree d in K variables when d·(bits of K + 1) ≤ 64: for example
/// degree 10 for K ≤ 31, degree 9 for K ≤ 63, degree 8 for K ≤ 127.
///
/// Each field has one spare high bit, so that all fields can be compared with an index at once.
extension UInt64: PackedMonomial {
    struct Multiplier: Sendable, BitwiseCopyable {
        /// The spare bit of each field of the operand.
        let spareBits: UInt64
        /// The index in each field of the operand.
        let indexInEach: UInt64
        /// The index in each field of the result.
        let indexInEachOfResult: UInt64
        let fieldWidth: UInt64
        /// `2^fieldWidth − 1`.
        let field: UInt64
    }

    static func fieldWidth(variableCount: Int) -> Int {
        Int.bitWidth - variableCount.leadingZeroBitCount + 1
    }

    static func holds(degree: Int, variableCount: Int) -> Bool {
        degree * fieldWidth(variableCount: variableCount) <= 64
    }

    static var one: UInt64 { 0 }

    static func multiplier(variable: Int, degree: Int, variableCount: Int) -> Multiplier {
        let width = fieldWidth(variableCount: variableCount)
        let field: UInt64 = (1 << UInt64(width)) - 1
        func inEach(_ value: UInt64, of count: Int) -> UInt64 {
            (0..<count).reduce(0) { $0 | value << UInt64($1 * width) }
        }
        return Multiplier(
            spareBits: inEach(1 << UInt64(width - 1), of: degree),
            indexInEach: inEach(UInt64(variable), of: degree),
            indexInEachOfResult: inEach(UInt64(variable), of: degree + 1),
            fieldWidth: UInt64(width),
            field: field)
    }

    @inline(__always)
    func multiplied(by multiplier: Multiplier) -> UInt64 {
        // A spare bit survives the subtraction where the field is at least the index. Fields decrease from
        // the top, so the fields below the index are the lowest ones; `low` covers exactly those.
        let notBelow = ((self | multiplier.spareBits) &- multiplier.indexInEach) & multiplier.spareBits
        let below = notBelow ^ multiplier.spareBits
        let low = (below &<< 1) &- (below &>> (multiplier.fieldWidth &- 1))
        let lowFields = self & low
        let place = ((low &<< multiplier.fieldWidth) | multiplier.field) ^ low
        return ((self ^ lowFields) &<< multiplier.fieldWidth)
            | lowFields
            | (multiplier.indexInEachOfResult & place)
    }

    struct Places: BitwiseCopyable {
        let fieldWidth: UInt64
        let field: UInt64
    }

    static func places(variableCount: Int) -> Places {
        let width = UInt64(fieldWidth(variableCount: variableCount))
        return Places(fieldWidth: width, field: (1 << width) - 1)
    }

    @inline(__always)
    func variable(at place: Int, degree: Int, places: Places) -> Int {
        Int(
            truncatingIfNeeded: self &>> (UInt64(truncatingIfNeeded: place) &* places.fieldWidth)
                & places.field)
    }

    func appendVariables(degree: Int, variableCount: Int, to list: inout [UInt16]) {
        let width = UInt64(Self.fieldWidth(variableCount: variableCount))
        let field: UInt64 = (1 << width) - 1
        for place in stride(from: degree - 1, through: 0, by: -1) {
            list.append(UInt16(truncatingIfNeeded: self >> (UInt64(place) * width) & field))
        }
    }
}

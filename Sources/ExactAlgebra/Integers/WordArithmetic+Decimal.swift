import Synchronization

extension WordArithmetic {
    /// Nineteen digits make a group: 10^19 is the largest power of ten below 2^64.
    private static let groupLength = 19
    private static let group: UInt = 10_000_000_000_000_000_000
    /// Up to so many groups are taken off one by one; longer numbers are halved. A division of a double word takes as long
    /// as many products.
    private static let shortCount = 16

    /// `10^(19·16·2^i)`, as many as were needed until now.
    private static let powers = Mutex<[[UInt]]>([])

    /// The decimal digits in ASCII, without leading zeros; none for zero.
    ///
    /// - Complexity: half the square of the length in products of words.
    static func decimal(_ words: [UInt]) -> [UInt8] {
        // A group is a little less than a word.
        let level = level(words.count + words.count / 64 + 1)
        let powers = powers(level)
        let count = shortCount << level
        var digits = [UInt8](repeating: UInt8(ascii: "0"), count: count * groupLength)
        write(words, to: &digits, groups: 0..<count, powers[...])
        return Array(digits.drop { $0 == UInt8(ascii: "0") })
    }

    /// How often so many groups are halved until they are short.
    private static func level(_ groups: Int) -> Int {
        var level = 0
        while shortCount << level < groups { level += 1 }
        return level
    }

    private static func powers(_ count: Int) -> [[UInt]] {
        powers.withLock { powers in
            while powers.count < count {
                if let last = powers.last {
                    powers.append(product(last, last))
                } else {
                    powers.append((0..<shortCount).reduce([1]) { power, _ in product(power, [group]) })
                }
            }
            return Array(powers.prefix(count))
        }
    }

    private static func write(
        _ words: [UInt], to digits: inout [UInt8], groups: Range<Int>, _ powers: ArraySlice<[UInt]>
    ) {
        guard !words.isEmpty else { return }
        if let power = powers.last {
            let (high, low) = quotientAndRemainder(words, by: power)
            let middle = (groups.lowerBound + groups.upperBound) / 2
            write(high, to: &digits, groups: groups.lowerBound..<middle, powers.dropLast())
            write(low, to: &digits, groups: middle..<groups.upperBound, powers.dropLast())
            return
        }
        var rest = words
        var place = groups.upperBound * groupLength
        while !rest.isEmpty {
            var remainder = divide(&rest, by: group)
            place -= groupLength
            for digit in (place..<place + groupLength).reversed() {
                digits[digit] = UInt8(ascii: "0") + UInt8(remainder % 10)
                remainder /= 10
            }
        }
    }
}

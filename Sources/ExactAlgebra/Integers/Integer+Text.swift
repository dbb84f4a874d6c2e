extension Integer: CustomStringConvertible {
    /// Decimal digits, with a leading `-` for negative values.
    ///
    /// - Complexity: half the square of the length in words.
    public var description: String {
        guard case .large(let isNegative, let magnitude) = storage else {
            if case .small(let value) = storage { return String(value) }
            return "0"
        }
        return (isNegative ? "-" : "") + String(decoding: WordArithmetic.decimal(magnitude), as: UTF8.self)
    }

    /// For messages: the digits, or `about 10^302` where there are more than fifteen.
    public var shortDescription: String {
        let text = description
        let count = text.utf8.count - (signum < 0 ? 1 : 0)
        return count <= 15 ? text : "about \(signum < 0 ? "-" : "")10^\(count - 1)"
    }

    /// Reads decimal digits with an optional sign; nil for anything else.
    public init?(_ text: some StringProtocol) {
        var digits = text.utf8[...]
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        var words: [UInt] = []
        while !digits.isEmpty {
            let head = digits.prefix(18)
            var (chunk, scale): (UInt, UInt) = (0, 1)
            for digit in head {
                chunk = chunk * 10 + UInt(digit - 0x30)
                scale *= 10
            }
            words = WordArithmetic.sum(WordArithmetic.product(words, [scale]), chunk == 0 ? [] : [chunk])
            digits = digits.dropFirst(head.count)
        }
        self.init(isNegative: isNegative, magnitude: words)
    }
}

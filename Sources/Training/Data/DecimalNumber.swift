/// Decimals as bytes: `-12`, `.5`, `5.` or `1.5e-3`, and with a comma for the point.
enum DecimalNumber {
    /// How a number is written.
    struct Form {
        var hasPoint = false
        var hasComma = false
        var hasExponent = false

        /// Digits only, with or without a sign.
        var isInteger: Bool { !hasPoint && !hasComma && !hasExponent }
    }

    /// Ten to these powers is a `Double`.
    private static let powers: [Double] = {
        var powers = [1.0]
        for _ in 1...22 { powers.append(powers[powers.count - 1] * 10) }
        return powers
    }()

    /// The value, rounded to the nearest `Double`, and how it is written; nil for anything else.
    static func read(_ bytes: ArraySlice<UInt8>) -> (value: Double, form: Form)? {
        guard let scan = scan(bytes) else { return nil }
        if let value = scan.value { return (value, scan.form) }
        let text = String(decoding: bytes, as: UTF8.self)
        let value = Double(scan.form.hasComma ? text.replacing(",", with: ".") : text)
        return value.map { ($0, scan.form) }
    }

    /// How a number is written; nil for what is none.
    static func form(_ bytes: ArraySlice<UInt8>) -> Form? { scan(bytes)?.form }

    /// The value only where it is one product or quotient of two numbers that are exact, so that it is rounded once.
    private static func scan(_ bytes: ArraySlice<UInt8>) -> (value: Double?, form: Form)? {
        var at = bytes.startIndex
        let end = bytes.endIndex
        var form = Form()
        let isNegative = at < end && bytes[at] == UInt8(ascii: "-")
        if isNegative || at < end && bytes[at] == UInt8(ascii: "+") { at += 1 }
        var (digits, significand, places) = (0, UInt64(0), 0)
        loop: while at < end {
            switch bytes[at] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                // Beyond nineteen digits it may wrap, and is not used.
                significand = significand &* 10 &+ UInt64(bytes[at] & 15)
                digits += 1
                if form.hasPoint || form.hasComma { places += 1 }
            case UInt8(ascii: ".") where !form.hasPoint && !form.hasComma: form.hasPoint = true
            case UInt8(ascii: ",") where !form.hasPoint && !form.hasComma: form.hasComma = true
            default: break loop
            }
            at += 1
        }
        guard digits > 0 else { return nil }
        var exponent = 0
        if at < end {
            guard bytes[at] | 0x20 == UInt8(ascii: "e") else { return nil }
            form.hasExponent = true
            at += 1
            let isDown = at < end && bytes[at] == UInt8(ascii: "-")
            if isDown || at < end && bytes[at] == UInt8(ascii: "+") { at += 1 }
            guard at < end else { return nil }
            while at < end {
                guard case UInt8(ascii: "0")...UInt8(ascii: "9") = bytes[at] else { return nil }
                exponent = min(exponent * 10 + Int(bytes[at] & 15), 100_000)
                at += 1
            }
            if isDown { exponent = -exponent }
        }
        exponent -= places
        guard digits <= 19, significand <= 1 << 53, powers.indices.contains(abs(exponent)) else {
            return (nil, form)
        }
        let power = powers[abs(exponent)]
        let magnitude = exponent < 0 ? Double(significand) / power : Double(significand) * power
        return (isNegative ? -magnitude : magnitude, form)
    }
}

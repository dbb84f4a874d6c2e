/// Numbers as `printf` prints them, correctly rounded, in the C locale.
extension Double {
    /// With so many digits after the point, `%.3f`.
    package func fixed(_ digits: Int) -> String { printed("%.\(digits)f") }

    /// With so many significant digits at most, `%.3g`; `signed` puts a plus before what is not negative.
    package func significant(_ digits: Int, signed: Bool = false) -> String {
        printed("%\(signed ? "+" : "").\(digits)g")
    }

    /// With an exponent, and so many digits after the point, `%.3e`.
    package func scientific(_ digits: Int) -> String { printed("%.\(digits)e") }

    private func printed(_ format: String) -> String {
        withVaList([self]) { arguments in
            // The largest number has 309 digits before the point.
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { buffer in
                let length = Int(vsnprintf(buffer.baseAddress, buffer.count, format, arguments))
                precondition(length < buffer.count, "more digits than any number needs")
                return String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            }
        }
    }
}

/// What the system says against reading or writing a file.
package struct SystemError: Error, CustomStringConvertible {
    /// `errno`.
    package let code: Int32

    package init(code: Int32 = errno) { self.code = code }

    /// As the system words it, `No such file or directory`.
    package var description: String { String(cString: strerror(code)) }
}

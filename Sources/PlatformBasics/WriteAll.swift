/// Writes all bytes to an open file: what a signal interrupts, or the system takes a part of only, goes on.
///
/// - Returns: 0, or `errno`; then some of the bytes may have been written.
package func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
        let slice = UnsafeRawBufferPointer(rebasing: rest)
        let written = write(descriptor, slice.baseAddress, slice.count)
        if written < 0 {
            if errno == EINTR { continue }
            return errno
        }
        rest = rest.dropFirst(written)
    }
    return 0
}

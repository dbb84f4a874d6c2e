import ChildProcesses
import PlatformBasics

/// A pipe with a reader at its other end that keeps nothing, as `| cat > /dev/null`.
enum DrainedPipe {
    /// Calls `body` with the writing end, and waits until all of it was read.
    ///
    /// - Returns: the number of bytes that went through.
    static func write(_ body: (DescriptorSink) throws -> Void) throws -> Int {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else {
            throw ProcessError.cannotWrite(path: "a pipe", reason: String(cString: strerror(errno)))
        }
        // No process that is started meanwhile keeps an end open.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let reader = Reader(ends[0])
        let result = Result { try fill(ends[1], body) }
        reader.join()
        return try result.get()
    }

    /// The end is closed when it returns: the reader waits for that.
    private static func fill(_ descriptor: Int32, _ body: (DescriptorSink) throws -> Void) throws -> Int {
        let sink = DescriptorSink(descriptor, path: "a pipe")
        try body(sink)
        return sink.bytesWritten
    }

    /// A thread that reads until the other end is closed.
    private struct Reader {
        #if canImport(Darwin)
            private var thread: pthread_t?
        #else
            private var thread = pthread_t()
        #endif

        init(_ descriptor: Int32) {
            let reading: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
                // One more than the descriptor, which may be 0.
                let descriptor = Int32(Int(bitPattern: $0) - 1)
                var block = [UInt8](repeating: 0, count: 1 << 17)
                while true {
                    let count = read(descriptor, &block, block.count)
                    if count == 0 || count < 0 && errno != EINTR { break }
                }
                close(descriptor)
                return nil
            }
            let code = pthread_create(
                &thread, nil, reading, UnsafeMutableRawPointer(bitPattern: Int(descriptor) + 1))
            precondition(code == 0, "no thread for the reader of a pipe")
        }

        func join() {
            #if canImport(Darwin)
                if let thread { pthread_join(thread, nil) }
            #else
                pthread_join(thread, nil)
            #endif
        }
    }
}

import Dispatch
import ExactAlgebra
import PlatformBasics

/// How fast this machine moves bytes, in bytes per second: what no engine can exceed, measured beside it.
package struct SpeedProbes: Sendable, Hashable {
    /// An array beyond all caches, read by all cores.
    package let memoryRead: Double
    /// The same array, written.
    package let memoryWritten: Double
    /// Memory that was just allocated, written for the first time, as by everything that is kept.
    package let memoryFresh: Double
    /// A copy of the array, reading and writing counted once.
    package let memoryCopied: Double
    /// Through a pipe to a reader that keeps nothing.
    package let pipe: Double

    /// Takes about a second, and twice the memory.
    ///
    /// - Parameters:
    ///   - megabytes: the size of the array.
    ///   - pipeMegabytes: what goes through the pipe each time.
    package static func run(megabytes: Int = 256, pipeMegabytes: Int = 512) throws -> SpeedProbes {
        let byteCount = megabytes << 20
        let source = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: 64)
        let target = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: 64)
        defer {
            source.deallocate()
            target.deallocate()
        }
        let shares = Shares(byteCount)
        func speed(_ seconds: Double) -> Double { Double(byteCount) / max(seconds, 1e-9) }
        let fresh = [source, target].map { array in
            speed(Repetition(times: 1) { shares.forEach { memset(array + $0, 1, $1) } }.medianSeconds)
        }
        let written = Repetition { shares.forEach { memset(source + $0, 2, $1) } }
        let read = Repetition { shares.forEach { Self.read(source + $0, $1) } }
        let copied = Repetition { shares.forEach { memcpy(target + $0, source + $0, $1) } }
        return SpeedProbes(
            memoryRead: speed(read.medianSeconds), memoryWritten: speed(written.medianSeconds),
            memoryFresh: fresh.max() ?? 0, memoryCopied: speed(copied.medianSeconds),
            pipe: try pipeSpeed(megabytes: pipeMegabytes))
    }

    /// Blocks as the writer of ideals hands on.
    private static func pipeSpeed(megabytes: Int) throws -> Double {
        let block = [UInt8](repeating: 0x77, count: 1 << 18)
        let repetition = try Repetition(times: 3, seconds: 3) {
            _ = try DrainedPipe.write { sink in
                for _ in 0..<4 * megabytes { try block.withUnsafeBytes { try sink.write($0) } }
            }
        }
        return Double(megabytes << 20) / max(repetition.medianSeconds, 1e-9)
    }

    /// Adds up everything, by several sums, so that no addition waits for another.
    private static func read(_ start: UnsafeMutableRawPointer, _ byteCount: Int) {
        let words = UnsafeRawBufferPointer(start: start, count: byteCount).bindMemory(to: SIMD8<UInt64>.self)
        var sums = (SIMD8<UInt64>.zero, SIMD8<UInt64>.zero, SIMD8<UInt64>.zero, SIMD8<UInt64>.zero)
        var index = 0
        while index + 4 <= words.count {
            sums.0 &+= words[index]
            sums.1 &+= words[index + 1]
            sums.2 &+= words[index + 2]
            sums.3 &+= words[index + 3]
            index += 4
        }
        let sum = (sums.0 &+ sums.1 &+ sums.2 &+ sums.3).wrappedSum()
        // Bytes are 2: whoever left the loop out would be found out.
        precondition(sum != 1, "memory that was not written")
    }

    /// An array in one share a core.
    private struct Shares {
        let byteCount: Int

        init(_ byteCount: Int) { self.byteCount = byteCount }

        /// Calls `body` with start and length of each, on all cores.
        func forEach(_ body: (Int, Int) -> Void) {
            // Multiples of four vectors.
            let length = byteCount / processorCount & ~255
            nonisolated(unsafe) let body = body
            DispatchQueue.concurrentPerform(iterations: processorCount) { body($0 * length, length) }
        }
    }
}

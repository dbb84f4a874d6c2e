import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How many processors there are to work on: no more than threads can be started.
public let processorCount = max(
    1, min(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), AddressSpace.workerCount))

/// The values of a function at 0, …, count − 1, computed on all processors, each when one is free.
///
/// - Parameter progress: told the share of the values that are there, by one thread at a time.
public func concurrentMap<Value: Sendable>(
    count: Int, progress: @Sendable (Double) -> Void = { _ in }, _ body: @Sendable (Int) -> Value
) -> [Value] {
    let next = Atomic<Int>(0)
    let told = Mutex(0)
    let results = Mutex([Value?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: min(processorCount, count)) { _ in
        while true {
            let index = next.add(1, ordering: .relaxed).oldValue
            guard index < count else { return }
            let value = body(index)
            results.withLock { $0[index] = value }
            // Who finds another thread telling goes on.
            told.withLockIfAvailable {
                $0 = max($0, index)
                progress(Double($0) / Double(count))
            }
        }
    }
    return results.withLock { $0.compactMap(\.self) }
}

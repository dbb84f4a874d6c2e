import PlatformBasics

/// The addresses that this process may use, where they are limited, as by `ulimit -v`.
package enum AddressSpace {
    /// In bytes; infinite where they are not limited.
    package static var limit: Double { current(RLIMIT_AS) ?? .infinity }

    /// How many threads can be started: each takes its stack, and half as much for what it does. Dispatch waits for ever for
    /// one that cannot be started, so it must not be asked for more.
    package static var threadCount: Int { room(forThreadsWithHeaps: false) }

    /// The same of threads that have a heap of their own, for which 64 MB of addresses are set aside.
    static var workerCount: Int { room(forThreadsWithHeaps: true) }

    private static func room(forThreadsWithHeaps hasHeaps: Bool) -> Int {
        let limit = limit
        guard limit < .infinity, let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let pages = text.split(separator: " ").first.flatMap({ Double($0) })
        else { return .max }
        let used = pages * Double(sysconf(Int32(_SC_PAGESIZE)))
        let stack = current(RLIMIT_STACK) ?? 8e6
        let each: Double = 1.5 * stack + (hasHeaps ? 64e6 : 0)
        return max(0, Int((limit - used) / each))
    }

    #if canImport(Glibc)
        private typealias Resource = __rlimit_resource
    #else
        private typealias Resource = Int32
    #endif

    /// Nil for no limit.
    private static func current(_ resource: Resource) -> Double? {
        var value = rlimit()
        #if canImport(Glibc)
            let found = getrlimit(__rlimit_resource_t(resource.rawValue), &value)
        #else
            let found = getrlimit(resource, &value)
        #endif
        // No limit is the largest number there is.
        return found == 0 && value.rlim_cur < 1 << 62 ? Double(value.rlim_cur) : nil
    }
}

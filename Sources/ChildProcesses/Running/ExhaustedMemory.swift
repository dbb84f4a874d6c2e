import PlatformBasics
import Synchronization

/// The end of a program that the system gives no more memory.
///
/// What can be estimated is refused before. For all else, Swift's runtime says how much it wanted and calls `abort`, or
/// something uses the null pointer that it was given: both would leave processes and temporary files behind. The signals
/// are taken as an interrupt with a reason of its own.
package enum ExhaustedMemory {
    /// Address space that is given back, so that there is room for the last words.
    private static let reserve = Atomic<UInt>(0)
    private static let reserveSize = 4 << 20
    private static let status = Atomic<Int32>(0)
    /// The thread that ends the program; 0 before.
    private static let thread = Atomic<UInt>(0)
    /// What a wrong memory access did before: it may have another cause. Written once, before there are other threads.
    nonisolated(unsafe) private static var usualAction = sigaction()

    /// From now on the program ends with this status, after what ``Interruption`` undoes.
    package static func end(with exitStatus: Int32) {
        let space = mapped(reserveSize)
        if let space { reserve.store(UInt(bitPattern: space), ordering: .relaxed) }
        status.store(exitStatus, ordering: .relaxed)
        // The mutex of the interruption must exist: making it allocates.
        _ = Interruption.request
        signal(SIGABRT) { _ in ExhaustedMemory.handle() }
        sigaction(SIGSEGV, nil, &usualAction)
        signal(SIGSEGV) { _ in
            // Done again on return, and then as usual.
            guard ExhaustedMemory.isCertain else {
                sigaction(SIGSEGV, &ExhaustedMemory.usualAction, nil)
                return
            }
            ExhaustedMemory.handle()
            signal(SIGSEGV, SIG_DFL)
        }
    }

    private static func mapped(_ size: Int) -> UnsafeMutableRawPointer? {
        let space = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        return space == MAP_FAILED ? nil : space
    }

    /// Whether not even as much is left as an allocator takes for a thread.
    private static var isCertain: Bool {
        let size = 64 << 20
        guard let space = mapped(size) else { return true }
        munmap(space, size)
        return false
    }

    private static func handle() {
        #if canImport(Darwin)
            let current = UInt(bitPattern: pthread_self())
        #else
            let current = UInt(pthread_self())
        #endif
        let (isFirst, first) = thread.compareExchange(expected: 0, desired: current, ordering: .relaxed)
        guard isFirst else {
            // Another thread that ran out of memory too waits for the end; the same one has no memory even for that, and
            // after this the signal ends the program.
            while first != current { pause() }
            return
        }
        if let space = UnsafeMutableRawPointer(bitPattern: reserve.load(ordering: .relaxed)) {
            munmap(space, reserveSize)
        }
        Interruption.undoAndExitIfUnlocked(
            "the memory is used up: give more, or take something smaller", status.load(ordering: .relaxed))
    }
}

import PlatformBasics

/// A growing array of terms without initialization or reference counting: the engine's only storage.
final class TermStorage<Monomial: PackedMonomial> {
    private(set) var base: UnsafeMutablePointer<Term<Monomial>>
    private var capacity = 0
    private let memory: TermMemory

    /// What `malloc` gives is aligned for these.
    private static var stride: Int { MemoryLayout<Term<Monomial>>.stride }

    init(in memory: TermMemory) {
        self.memory = memory
        // A place that nothing is read from: taking memory is for `reserve`, which can fail.
        guard let nowhere = UnsafeMutablePointer<Term<Monomial>>(bitPattern: Self.stride) else {
            preconditionFailure("a term takes some bytes")
        }
        base = nowhere
    }

    deinit {
        guard capacity > 0 else { return }
        free(base)
        memory.give(capacity * Self.stride)
    }

    /// Makes room for `count` terms and keeps those that are there.
    ///
    /// - Throws: ``OutOfMemory``; what there is stays as it is.
    func reserve(_ count: Int) throws(OutOfMemory) {
        guard count > capacity else { return }
        let newCapacity = max(1024, count, capacity * 2)
        let growth = (newCapacity - capacity) * Self.stride
        try memory.take(growth)
        // Large blocks are moved by the page table, not copied.
        guard let found = realloc(capacity > 0 ? base : nil, newCapacity * Self.stride) else {
            memory.give(growth)
            throw OutOfMemory()
        }
        base = found.bindMemory(to: Term<Monomial>.self, capacity: newCapacity)
        capacity = newCapacity
    }
}

/// There is not enough memory for the terms of an expansion.
struct OutOfMemory: Error {}

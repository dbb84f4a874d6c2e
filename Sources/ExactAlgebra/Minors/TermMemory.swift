import Synchronization

/// The memory for the terms of one expansion, on all its workers, held against what there is: systems promise more
/// than they have, and end what takes it.
final class TermMemory: Sendable {
    private let used = Atomic<Int>(0)
    /// In bytes; nil for what this process may take.
    private let limit: Double?

    /// Less than this is always there; asking costs more than most expansions.
    private static let small = 64 << 20
    /// What there was when first asked.
    private static let available = availableMemory()

    init(limit: Double? = nil) { self.limit = limit }

    /// In bytes.
    var size: Double { limit ?? Self.available }

    func take(_ bytes: Int) throws(OutOfMemory) {
        let sum = used.add(bytes, ordering: .relaxed).newValue
        guard sum > Self.small || limit != nil, Double(sum) > size else { return }
        give(bytes)
        throw OutOfMemory()
    }

    func give(_ bytes: Int) { used.subtract(bytes, ordering: .relaxed) }
}

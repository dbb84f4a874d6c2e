/// Bytes to be written, in one growing block of raw memory.
///
/// Made for text at memory speed: ``reserve(_:)`` once for a polynomial, then unchecked appends.
public final class TextBuffer {
    private var base: UnsafeMutableRawPointer
    private var capacity: Int
    /// In bytes.
    public private(set) var count = 0

    /// Makes an empty buffer with room for so many bytes; it grows.
    public init(capacity: Int = 1 << 16) {
        self.capacity = max(capacity, 64)
        base = .allocate(byteCount: self.capacity, alignment: 16)
    }

    deinit {
        base.deallocate()
    }

    /// The contents, valid until the next change.
    public var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: base, count: count)
    }

    /// Forgets the contents and keeps the memory.
    public func removeAll() {
        count = 0
    }

    /// Forgets what comes after the first `count` bytes.
    public func removeAll(after count: Int) {
        precondition(count <= self.count, "there are not so many bytes")
        self.count = count
    }

    /// Makes room for `additional` more bytes.
    func reserve(_ additional: Int) {
        guard count + additional > capacity else { return }
        let newCapacity = max(count + additional, capacity * 2)
        let newBase = UnsafeMutableRawPointer.allocate(byteCount: newCapacity, alignment: 16)
        newBase.copyMemory(from: base, byteCount: count)
        base.deallocate()
        base = newBase
        capacity = newCapacity
    }

    /// Appends the text in UTF-8.
    public func append(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            reserve(bytes.count)
            if let start = bytes.baseAddress {
                (base + count).copyMemory(from: start, byteCount: bytes.count)
            }
            count += bytes.count
        }
    }

    /// Makes room for `capacity` more bytes and lets `body` write them.
    @inline(__always)
    func write(atMost capacity: Int, _ body: (inout TextCursor) -> Void) {
        reserve(capacity)
        var cursor = TextCursor(next: base + count)
        body(&cursor)
        count = cursor.next - base
    }
}

/// The place in reserved memory where text goes on.
///
/// A value, so that a loop keeps it in a register: through the buffer each glyph would pay for an access
/// check, over half of all the time.
struct TextCursor: BitwiseCopyable {
    fileprivate(set) var next: UnsafeMutableRawPointer

    /// - Precondition: sixteen bytes are reserved; all are written, `glyph.length` of them count.
    @inline(__always)
    mutating func append(_ glyph: Glyph) {
        next.storeBytes(of: glyph.low, as: UInt64.self)
        (next + 8).storeBytes(of: glyph.high, as: UInt64.self)
        next += glyph.length
    }

    /// - Precondition: twenty bytes are reserved.
    @inline(__always)
    mutating func append(decimal value: UInt) {
        if value < 10 {
            next.storeBytes(of: UInt8(truncatingIfNeeded: 0x30 + value), as: UInt8.self)
            next += 1
            return
        }
        appendLong(decimal: value)
    }

    private mutating func appendLong(decimal value: UInt) {
        var digits = 1
        var bound: UInt = 10
        while digits < 20, value >= bound {
            digits += 1
            let (next, overflow) = bound.multipliedReportingOverflow(by: 10)
            if overflow { break }
            bound = next
        }
        var rest = value
        for place in stride(from: digits - 1, through: 0, by: -1) {
            (next + place).storeBytes(of: UInt8(0x30 + rest % 10), as: UInt8.self)
            rest /= 10
        }
        next += digits
    }
}

/// A short piece of text, at most sixteen bytes, that is appended by two stores.
struct Glyph: BitwiseCopyable, Sendable {
    let low: UInt64
    let high: UInt64
    let length: Int

    /// - Precondition: at most sixteen bytes.
    init(_ text: String) {
        let bytes = Array(text.utf8)
        precondition(bytes.count <= 16, "'\(text)' has more than sixteen bytes")
        func word(_ slice: ArraySlice<UInt8>) -> UInt64 {
            UInt64(littleEndian: slice.reversed().reduce(0) { $0 << 8 | UInt64($1) })
        }
        low = word(bytes.prefix(8))
        high = word(bytes.dropFirst(8))
        length = bytes.count
    }
}

/// A row space over ``EliminationField``, grown one row at a time.
public struct EchelonForm: Sendable {
    private static let modulus = EliminationField.modulus
    private static let productsPerReduction = EliminationField.productsPerReduction

    /// Grows with the rows that are added.
    public private(set) var columnCount: Int
    /// Row with its pivot in column c at `rowOfPivot[c]`, scaled to 1 there and zero before it. Zeros at the end
    /// may be missing.
    private var rows: [EchelonRow] = []
    private var rowOfPivot: [Int?]
    /// The row that is being reduced; kept for its memory.
    private var sums: [UInt64] = []

    /// The zero space.
    public init(columnCount: Int) {
        self.columnCount = columnCount
        rowOfPivot = [Int?](repeating: nil, count: columnCount)
    }

    /// The dimension of the row space.
    public var rank: Int { rows.count }

    /// Whether some row has its first nonzero entry in this column.
    public func isPivot(_ column: Int) -> Bool { rowOfPivot[column] != nil }

    /// Adds a sparse row of integers; returns whether the rank grew.
    ///
    /// - Complexity: O(rank · columns).
    public mutating func insert(_ entries: [(column: Int, value: Int)]) -> Bool {
        columnCount = entries.reduce(columnCount) { max($0, $1.column + 1) }
        rowOfPivot += [Int?](repeating: nil, count: columnCount - rowOfPivot.count)
        prepare()
        for (column, value) in entries {
            sums[column] = EliminationField.field.add(sums[column], EliminationField.field.reduce(value))
        }
        return insertSums()
    }

    /// Adds rows of elements of the field, one entry for each column, one row after another.
    ///
    /// Together they cost much less than one by one where the rows that are there exceed the cache: each of
    /// those is read once for all.
    public mutating func insert(dense batch: [[UInt32]]) {
        precondition(batch.allSatisfy { $0.count == columnCount }, "one entry a column")
        var reduced = batch.map { $0.map(UInt64.init) }
        reduceByPivots(&reduced)
        for row in reduced {
            sums.removeAll(keepingCapacity: true)
            sums.append(contentsOf: row)
            _ = insertSums()
        }
    }

    /// Makes all columns with pivots zero, by the rows in the order of their pivots, four at a time.
    private func reduceByPivots(_ batch: inout [[UInt64]]) {
        var pivots: [(column: Int, row: EchelonRow)] = []
        for (column, index) in rowOfPivot.enumerated() {
            if let index { pivots.append((column, rows[index])) }
        }
        var products = 0
        for start in stride(from: 0, to: pivots.count, by: 4) {
            let group = pivots[start..<min(start + 4, pivots.count)]
            let mustReduce = products + 8 > Self.productsPerReduction
            products = mustReduce ? 4 : products + 4
            for index in batch.indices {
                batch[index].withUnsafeMutableBufferPointer { sums in
                    let first = group[group.startIndex].column
                    if mustReduce { for place in first..<columnCount { sums[place] %= Self.modulus } }
                    var pending = Pending()
                    for (column, row) in group {
                        let value = (sums[column] &+ pending.value(at: column)) % Self.modulus
                        pending.append(row, factor: value == 0 ? 0 : Self.modulus - value)
                    }
                    pending.add(to: sums, from: first)
                }
            }
        }
    }

    private mutating func prepare() {
        sums.removeAll(keepingCapacity: true)
        sums.append(contentsOf: repeatElement(0, count: columnCount))
    }

    /// Reduces `sums` by the rows with pivots, four at a time: each entry is then loaded and stored once for four
    /// products.
    private mutating func insertSums() -> Bool {
        var products = 0
        var pending = Pending()
        for column in 0..<columnCount {
            let value = (sums[column] &+ pending.value(at: column)) % Self.modulus
            guard value != 0 else { continue }
            guard let index = rowOfPivot[column] else {
                apply(&pending, from: column)
                addRow(from: column, value)
                return true
            }
            pending.append(rows[index], factor: Self.modulus - value)
            guard pending.count == 4 else { continue }
            if products + 8 > Self.productsPerReduction {
                for place in column..<columnCount { sums[place] %= Self.modulus }
                products = 0
            }
            products += 4
            apply(&pending, from: column + 1)
        }
        return false
    }

    private mutating func apply(_ pending: inout Pending, from column: Int) {
        sums.withUnsafeMutableBufferPointer { pending.add(to: $0, from: column) }
        pending = Pending()
    }

    private mutating func addRow(from column: Int, _ value: UInt64) {
        let scale = EliminationField.field.inverse(value)
        var row = [UInt32](repeating: 0, count: columnCount)
        for place in column..<columnCount {
            row[place] = UInt32((sums[place] % Self.modulus) * scale % Self.modulus)
        }
        rowOfPivot[column] = rows.count
        rows.append(EchelonRow(row))
    }

    /// The row of the reduced echelon form with this pivot: zero in all other columns with pivots.
    ///
    /// - Precondition: the column has a pivot.
    /// - Complexity: O(rank · columns).
    public func reducedRow(pivot: Int) -> [UInt32] {
        guard let own = rowOfPivot[pivot] else { preconditionFailure("a column with a pivot") }
        var sums = [UInt64](repeating: 0, count: columnCount)
        for place in 0..<rows[own].count { sums[place] = UInt64(rows[own].entries[place]) }
        var products = 0
        for column in (pivot + 1)..<max(columnCount, pivot + 1) {
            guard let index = rowOfPivot[column] else { continue }
            let value = sums[column] % Self.modulus
            guard value != 0 else { continue }
            if products + 2 > Self.productsPerReduction {
                for place in column..<columnCount { sums[place] %= Self.modulus }
                products = 0
            }
            products += 1
            let (factor, row) = (Self.modulus - value, rows[index])
            sums.withUnsafeMutableBufferPointer { sums in
                for place in column..<row.count { sums[place] &+= factor &* UInt64(row.entries[place]) }
            }
        }
        return sums.map { UInt32($0 % Self.modulus) }
    }

    /// The vector of the kernel, one entry a column, with 1 in this column and 0 in all others without pivot.
    ///
    /// - Precondition: the column has no pivot.
    public func kernelVector(_ free: Int) -> [UInt32] {
        precondition(!isPivot(free), "a column without pivot")
        var vector = [UInt32](repeating: 0, count: columnCount)
        vector[free] = 1
        for column in stride(from: free - 1, through: 0, by: -1) {
            guard let index = rowOfPivot[column] else { continue }
            let row = rows[index]
            var sum: UInt64 = 0
            var products = 0
            for place in (column + 1)...free where vector[place] != 0 && place < row.count {
                sum += UInt64(row.entries[place]) * UInt64(vector[place])
                products += 1
                if products == Self.productsPerReduction { (sum, products) = (sum % Self.modulus, 0) }
            }
            let rest = sum % Self.modulus
            vector[column] = rest == 0 ? 0 : UInt32(Self.modulus - rest)
        }
        return vector
    }
}

/// A row of an echelon form in memory that does not move.
///
/// Unchecked: written by the initializer and only read afterwards.
private final class EchelonRow: @unchecked Sendable {
    let entries: UnsafePointer<UInt32>
    let count: Int

    init(_ row: [UInt32]) {
        let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: max(1, row.count))
        row.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { memory.initialize(from: start, count: source.count) }
        }
        entries = UnsafePointer(memory)
        count = row.count
    }

    deinit { entries.deallocate() }
}

/// Up to four multiples of rows that are still to be added.
private struct Pending {
    private(set) var count = 0
    private var rows = InlineArray<4, EchelonRow?>(repeating: nil)
    private var factors = InlineArray<4, UInt64>(repeating: 0)

    mutating func append(_ row: EchelonRow, factor: UInt64) {
        rows[count] = row
        factors[count] = factor
        count += 1
    }

    /// Below 2^58.
    @inline(__always)
    func value(at column: Int) -> UInt64 {
        var sum: UInt64 = 0
        for index in 0..<count {
            if let row = rows[index], column < row.count {
                sum &+= factors[index] &* UInt64(row.entries[column])
            }
        }
        return sum
    }

    func add(to sums: UnsafeMutableBufferPointer<UInt64>, from column: Int) {
        if count == 4, let a = rows[0], let b = rows[1], let c = rows[2], let d = rows[3],
            min(a.count, b.count, c.count, d.count) == sums.count
        {
            // Factors and entries of 32 bits, widened: one multiplication instruction for two products.
            typealias Four = SIMD4<UInt64>
            let (f, g) = (Self.splat(factors[0]), Self.splat(factors[1]))
            let (h, k) = (Self.splat(factors[2]), Self.splat(factors[3]))
            guard let start = sums.baseAddress else { return }
            let target = UnsafeMutableRawPointer(start)
            var place = column
            while place + 4 <= sums.count {
                var sum = target.loadUnaligned(fromByteOffset: place * 8, as: Four.self)
                sum &+= f &* Self.four(a.entries + place)
                sum &+= g &* Self.four(b.entries + place)
                sum &+= h &* Self.four(c.entries + place)
                sum &+= k &* Self.four(d.entries + place)
                target.storeBytes(of: sum, toByteOffset: place * 8, as: Four.self)
                place += 4
            }
            while place < sums.count {
                sums[place] &+= value(at: place)
                place += 1
            }
            return
        }
        for index in 0..<count {
            guard let row = rows[index] else { continue }
            for place in column..<max(column, row.count) {
                sums[place] &+= factors[index] &* UInt64(row.entries[place])
            }
        }
    }

    @inline(__always)
    private static func splat(_ factor: UInt64) -> SIMD4<UInt64> {
        SIMD4(truncatingIfNeeded: SIMD4<UInt32>(repeating: UInt32(truncatingIfNeeded: factor)))
    }

    @inline(__always)
    private static func four(_ entries: UnsafePointer<UInt32>) -> SIMD4<UInt64> {
        SIMD4(truncatingIfNeeded: UnsafeRawPointer(entries).loadUnaligned(as: SIMD4<UInt32>.self))
    }
}

/// Numbers in brackets in brackets.
enum NestedNumbers {
    case number(WrittenNumber)
    case list([NestedNumbers])

    /// The lengths along the axes, where all lists at a depth have the same; nil for others.
    private var shape: [Int]? {
        guard case .list(let items) = self else { return [] }
        guard let first = items.first, let inner = first.shape, items.allSatisfy({ $0.shape == inner }) else {
            return nil
        }
        return [items.count] + inner
    }

    /// How many brackets are around the innermost number.
    private var depth: Int {
        guard case .list(let items) = self else { return 0 }
        return 1 + (items.map(\.depth).max() ?? 0)
    }

    /// The lists without lists in them, in order.
    func innermostLists() throws(FilterTextError) -> [[WrittenNumber]] {
        guard case .list(let items) = self, !items.isEmpty else { throw .noNumbers }
        var (numbers, lists): ([WrittenNumber], [[WrittenNumber]]) = ([], [])
        for item in items {
            switch item {
            case .number(let number): numbers.append(number)
            case .list(let inner):
                guard !inner.isEmpty else { throw .emptyBrackets }
                lists += try item.innermostLists()
            }
        }
        guard numbers.isEmpty || lists.isEmpty else { throw .mixed }
        return numbers.isEmpty ? lists : [numbers]
    }

    /// The filters, by the shape of the brackets as in ``FilterShape``; but within two brackets, filters may have
    /// different lengths.
    func filters() throws(FilterTextError) -> [WrittenFilter] {
        let lists = try innermostLists()
        let isRows = depth <= 2 && lists.contains { $0.count > 1 }
        guard !isRows else { return lists.map { WrittenFilter($0) } }
        guard let shape else { throw .uneven }
        let filters = try FilterShape(shape)
        let numbers = Array(lists.joined())
        return stride(from: 0, to: numbers.count, by: filters.size).map {
            WrittenFilter(Array(numbers[$0..<($0 + filters.size)]))
        }
    }

    /// Whether some number is not an integer.
    var hasFractions: Bool { contains { $0.value.denominator != 1 } }

    /// Whether nothing says how precisely they are meant.
    var isExact: Bool { !contains { $0.precision != .exact } }

    private func contains(_ isWanted: (WrittenNumber) -> Bool) -> Bool {
        switch self {
        case .number(let number): return isWanted(number)
        case .list(let items): return items.contains { $0.contains(isWanted) }
        }
    }

    /// The same numbers, meant with that precision.
    func meant(_ precision: WrittenFilter.Precision) -> Self {
        switch self {
        case .number(var number):
            number.precision = precision
            return .number(number)
        case .list(let items): return .list(items.map { $0.meant(precision) })
        }
    }
}

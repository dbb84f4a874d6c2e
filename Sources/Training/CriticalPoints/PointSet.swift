/// Critical points of one problem, each once: told apart by their end-to-end filters.
struct PointSet {
    private(set) var points: [[Complex]] = []
    private var filters: [[Complex]] = []
    private var cells: [Cell: [Int]] = [:]
    private let weights: [Complex]
    private let structure: FilterStructure
    private let scales: [Double]?
    private let tolerance: Double

    /// Filters are the same if they differ by less than this, relative to their size.
    static let defaultTolerance = 1e-7

    /// Whether a filter is taken for 0, in a problem whose filters are of size one.
    private static func isZero(_ filter: [Complex]) -> Bool {
        filter.reduce(0) { $0 + $1.squaredMagnitude } <= 1e-20
    }

    private struct Cell: Hashable {
        let x: Int
        let y: Int
    }

    /// - Parameters:
    ///   - scales: entries of w are compared in these units.
    ///   - tolerance: relative to the size of w.
    init(
        _ structure: FilterStructure, scales: [Double]? = nil, tolerance: Double = defaultTolerance
    ) {
        self.tolerance = tolerance
        self.structure = structure
        self.scales = scales
        // Any linear form that is not special will do.
        weights = (0..<structure.filterSize).map { Complex.unit(angle: 1 + 2.7 * Double($0 * $0)) }
    }

    var count: Int { points.count }

    /// The place of a point, which is added if it is new; nil if its filter is 0, which is a critical point of every problem and
    /// none of those that are counted.
    mutating func insert(_ point: [Complex]) -> Int? {
        var filter = structure.filter(of: point)
        if let scales { for i in filter.indices { filter[i] = filter[i] * scales[i] } }
        guard !Self.isZero(filter) else { return nil }
        let (cell, near) = neighborhood(of: filter)
        for index in near.flatMap({ cells[$0] ?? [] }) where isSame(filters[index], filter) {
            return index
        }
        points.append(point)
        filters.append(filter)
        cells[cell, default: []].append(points.count - 1)
        return points.count - 1
    }

    /// A hash of a linear form on a logarithmic grid, so that cells are as large as the tolerance relative to
    /// the filter.
    private func neighborhood(of filter: [Complex]) -> (Cell, [Cell]) {
        var value = Complex.zero
        var size = 0.0
        for (weight, entry) in zip(weights, filter) {
            value += weight * entry
            size += entry.squaredMagnitude
        }
        // Cells four tolerances wide at norm 1; the sum of K entries moves by at most √K times as much, half a cell.
        let scale = 1 / (4 * tolerance * (size * Double(filter.count)).squareRoot().binade)
        func place(_ value: Double, _ shift: Double) -> Int {
            Int(max(-1e17, min(1e17, (value * scale + shift).rounded(.down))))
        }
        let cell = Cell(x: place(value.real, 0), y: place(value.imaginary, 0))
        let (columns, rows) = (
            [place(value.real, -0.5), place(value.real, 0.5)],
            [place(value.imaginary, -0.5), place(value.imaginary, 0.5)]
        )
        return (cell, columns.flatMap { x in rows.map { Cell(x: x, y: $0) } })
    }

    private func isSame(_ a: [Complex], _ b: [Complex]) -> Bool {
        var (difference, size) = (0.0, 0.0)
        for (x, y) in zip(a, b) {
            difference += (x - y).squaredMagnitude
            size += x.squaredMagnitude
        }
        return difference <= tolerance * tolerance * size
    }
}

extension FilterStructure {
    /// Whether layers that make the same filter are the same, but for factors that go from one to another.
    func isSame(_ a: [Complex], _ b: [Complex]) -> Bool {
        let (a, b) = (Chart(self, a), Chart(self, b).point)
        var other = b
        var none = [Complex](repeating: .zero, count: b.count)
        for (layer, pin) in a.pins.enumerated() {
            guard b[pin].squaredMagnitude > 0.01 else { return false }
            Chart.movePin(of: layer, to: pin, self, &other, &none)
        }
        return sizes.indices.dropLast().allSatisfy { layer in
            (offsets[layer]..<(offsets[layer] + sizes[layer])).allSatisfy {
                (a.point[$0] - other[$0]).squaredMagnitude < 1e-10
            }
        }
    }
}

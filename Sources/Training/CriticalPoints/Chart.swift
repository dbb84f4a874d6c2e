/// Coordinates on the product of projective spaces and the scale of w: in every filter but the last, the entry
/// of largest absolute value is 1.
///
/// The chart follows the point (see ``PathTracker``), so no path runs to infinity in its coordinates.
struct Chart: Sendable {
    /// Σk entries, normalized.
    var point: [Complex]
    /// The entry of each layer but the last that is 1.
    private(set) var pins: [Int]
    /// The other entries: the unknowns, `Σk − (L−1)` of them.
    private(set) var free: [Int]

    init(_ structure: FilterStructure, _ point: [Complex]) {
        self.point = point
        pins = []
        free = []
        for layer in 0..<(structure.layerCount - 1) {
            let pin = Self.largestEntry(of: layer, structure, point)
            Self.divide(layer, by: self.point[pin], structure, &self.point)
            // But for rounding it is.
            self.point[pin] = .one
            pins.append(pin)
        }
        findFree(structure)
    }

    private mutating func findFree(_ structure: FilterStructure) {
        let pinned = Set(pins)
        free = (0..<structure.entryCount).filter { !pinned.contains($0) }
    }

    static func largestEntry(of layer: Int, _ structure: FilterStructure, _ point: [Complex]) -> Int {
        let start = structure.offsets[layer]
        return (start..<(start + structure.sizes[layer])).max {
            point[$0].squaredMagnitude < point[$1].squaredMagnitude
        } ?? start
    }

    /// Divides one filter by a number and multiplies the last by its power: w stays.
    private static func divide(
        _ layer: Int, by factor: Complex, _ structure: FilterStructure, _ point: inout [Complex]
    ) {
        for i in 0..<structure.sizes[layer] {
            point[structure.offsets[layer] + i] = point[structure.offsets[layer] + i] / factor
        }
        let last = structure.layerCount - 1
        let whole = power(factor, structure.powers[layer])
        for i in 0..<structure.sizes[last] {
            point[structure.offsets[last] + i] = point[structure.offsets[last] + i] * whole
        }
    }

    private static func power(_ factor: Complex, _ exponent: Int) -> Complex {
        var result = factor
        for _ in 1..<max(1, exponent) { result = result * factor }
        return result
    }

    /// Takes another entry of a filter as the one that is 1; the tangent moves along.
    mutating func movePin(
        of layer: Int, to pin: Int, _ structure: FilterStructure, velocity: inout [Complex]
    ) {
        Self.movePin(of: layer, to: pin, structure, &point, &velocity)
        pins[layer] = pin
        findFree(structure)
    }

    /// Takes another entry of a filter as the one that is 1.
    ///
    /// - Parameter point: the same point, with this entry 1.
    mutating func movePin(of layer: Int, to pin: Int, _ structure: FilterStructure, point: [Complex]) {
        self.point = point
        pins[layer] = pin
        findFree(structure)
    }

    /// The same for a point and its tangent.
    static func movePin(
        of layer: Int, to pin: Int, _ structure: FilterStructure, _ point: inout [Complex],
        _ velocity: inout [Complex]
    ) {
        let (factor, rate) = (point[pin], velocity[pin])
        let inverse = Complex.one / factor
        for i in 0..<structure.sizes[layer] {
            let entry = structure.offsets[layer] + i
            velocity[entry] = (velocity[entry] - point[entry] * inverse * rate) * inverse
            point[entry] = point[entry] * inverse
        }
        point[pin] = .one
        velocity[pin] = .zero
        let last = structure.layerCount - 1
        let exponent = structure.powers[layer]
        let whole = power(factor, exponent)
        let wholeRate = whole * inverse * rate * Double(exponent)
        for i in 0..<structure.sizes[last] {
            let entry = structure.offsets[last] + i
            velocity[entry] = velocity[entry] * whole + point[entry] * wholeRate
            point[entry] = point[entry] * whole
        }
    }

    /// Copies the rows and columns of the unknowns.
    func restrict(_ hessian: UnsafePointer<Complex>, to matrix: UnsafeMutablePointer<Complex>) {
        let (count, entries) = (free.count, free.count + pins.count)
        for (i, row) in free.enumerated() {
            for (j, column) in free.enumerated() {
                matrix[i * count + j] = hessian[row * entries + column]
            }
        }
    }
}

/// Predicts where a path goes: the polynomial through the last points with their tangents (Hermite interpolation).
struct PathPredictor {
    /// Of two points it would be the cubic.
    private static let mostNodes = 3

    struct Node {
        /// Σk entries.
        var point: [Complex]
        /// `dz/dt`.
        var velocity: [Complex]
        /// How far it is back from the newest one.
        var age: Double

        fileprivate mutating func movePin(of layer: Int, to pin: Int, _ structure: FilterStructure) {
            Chart.movePin(of: layer, to: pin, structure, &point, &velocity)
        }
    }

    /// The newest first.
    private(set) var nodes: [Node]

    init(point: [Complex], velocity: [Complex]) {
        nodes = [Node(point: point, velocity: velocity, age: 0)]
    }

    mutating func add(point: [Complex], velocity: [Complex], after length: Double) {
        if nodes.count == Self.mostNodes { nodes.removeLast() }
        for index in nodes.indices { nodes[index].age += length }
        nodes.insert(Node(point: point, velocity: velocity, age: 0), at: 0)
    }

    /// Changes the chart in which all nodes are given.
    mutating func movePin(of layer: Int, to pin: Int, _ structure: FilterStructure) {
        for index in nodes.indices { nodes[index].movePin(of: layer, to: pin, structure) }
    }

    /// Replaces entries of a point by their predictions.
    ///
    /// - Parameters:
    ///   - entries: those that move.
    ///   - length: how far ahead.
    func predict(_ point: inout [Complex], _ entries: [Int], _ length: Double) {
        for entry in entries { point[entry] = .zero }
        for index in nodes.indices {
            let age = nodes[index].age
            // Lagrange's polynomial of the node, and its derivative there.
            var (value, slope) = (1.0, 0.0)
            for other in nodes.indices where other != index {
                let inverse = 1 / (nodes[other].age - age)
                value *= (length + nodes[other].age) * inverse
                slope += inverse
            }
            let ahead = length + age
            let weight = value * value * (1 - 2 * slope * ahead)
            let velocityWeight = value * value * ahead
            for entry in entries {
                point[entry] +=
                    nodes[index].point[entry] * weight + nodes[index].velocity[entry] * velocityWeight
            }
        }
    }
}

/// Predicts where a path goes: the polynomial through the last points with their tangents, up to three, so of degree 5.
struct PathPredictor {
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
        if nodes.count == 3 { nodes.removeLast() }
        for index in nodes.indices { nodes[index].age += length }
        nodes.insert(Node(point: point, velocity: velocity, age: 0), at: 0)
    }

    /// Changes the chart in which all nodes are given.
    mutating func movePin(of layer: Int, to pin: Int, _ structure: FilterStructure) {
        for index in nodes.indices {
            nodes[index].movePin(of: layer, to: pin, structure)
        }
    }

    /// Replaces entries of a point by their predictions; in Newton's form, with divided differences at double nodes.
    ///
    /// - Parameters:
    ///   - entries: those that move.
    ///   - length: how far ahead.
    func predict(_ point: inout [Complex], _ entries: [Int], _ length: Double) {
        let h = length
        guard nodes.count > 1 else {
            for entry in entries { point[entry] = nodes[0].point[entry] + nodes[0].velocity[entry] * h }
            return
        }
        let a = nodes[1].age
        let inverse = 1 / a
        let (square, cubic) = (h * h, h * h * (h + a))
        guard nodes.count > 2 else {
            for entry in entries {
                let (here, slope) = (nodes[0].point[entry], nodes[0].velocity[entry])
                let secant = (here - nodes[1].point[entry]) * inverse
                let second = (slope - secant) * inverse
                let third = (second - (secant - nodes[1].velocity[entry]) * inverse) * inverse
                point[entry] = here + slope * h + second * square + third * cubic
            }
            return
        }
        let b = nodes[2].age
        let (inverseGap, inverseWhole) = (1 / (b - a), 1 / b)
        let quartic = cubic * (h + a)
        let quintic = quartic * (h + b)
        for entry in entries {
            let (here, slope) = (nodes[0].point[entry], nodes[0].velocity[entry])
            let (old, oldSlope) = (nodes[1].point[entry], nodes[1].velocity[entry])
            let first = (here - old) * inverse
            let firstOld = (old - nodes[2].point[entry]) * inverseGap
            let second = (slope - first) * inverse
            let secondMiddle = (first - oldSlope) * inverse
            let secondOld = (oldSlope - firstOld) * inverseGap
            let secondOldest = (firstOld - nodes[2].velocity[entry]) * inverseGap
            let third = (second - secondMiddle) * inverse
            let thirdMiddle = (secondMiddle - secondOld) * inverseWhole
            let thirdOld = (secondOld - secondOldest) * inverseGap
            let fourth = (third - thirdMiddle) * inverseWhole
            let fourthOld = (thirdMiddle - thirdOld) * inverseWhole
            let fifth = (fourth - fourthOld) * inverseWhole
            point[entry] =
                here + slope * h + second * square + third * cubic + fourth * quartic + fifth * quintic
        }
    }
}

extension LayerChain {
    /// Entries of layers, and how far their filter is from the one wanted, relative to it.
    struct Fit {
        var point: [Double]
        var distance: Double
        /// Operations of the search that led here, about.
        var cost = 0.0
    }

    /// Operations of one step of ``fit(_:from:tolerance:)``, about.
    var stepCost: Double {
        let size = Double(entryCount)
        return 2 * Double(filterSize) * size * size + size * size * size
    }

    /// Layers near the given ones, whose filter is nearer: the method of Levenberg and Marquardt.
    ///
    /// Scaling layers against one another changes nothing, and neither does moving a root between layers of one step where
    /// both have it; the damping keeps the steps short in these directions.
    ///
    /// - Parameters:
    ///   - start: no layer of which is zero.
    ///   - tolerance: below it, the search ends as soon as a step would gain little.
    func fit(_ filter: [Double], from start: [Double], tolerance: Double) -> Fit {
        let wanted = filter.norm
        // Seconds for the largest.
        let mostSteps = min(200, max(8, Int(4e9 / stepCost)))
        var point = start
        scale(&point, to: filter)
        balance(&point)
        var residual = residual(at: point, of: filter)
        var size = residual.norm
        guard size.isFinite else { return Fit(point: start, distance: .infinity) }
        var damping: Double?
        var count = 0
        steps: for _ in 0..<mostSteps where size > 0 {
            count += 1
            let matrix = jacobian(at: point)
            let (curvature, gradient) = matrix.largestColumn(against: residual)
            let problem = DampedLeastSquares(matrix, residual)
            var lambda = max(damping ?? 1e-5 * curvature, 1e-20 * curvature)
            var growth = 4.0
            for _ in 0..<14 {
                let step = problem.solution(damping: lambda)
                let predicted = zip(step, gradient).reduce(0) { $0 + $1.0 * ($1.1 + lambda * $1.0) }
                let least = size > wanted * tolerance ? 1e-9 : 0.5
                guard predicted > least * size * size else { break steps }
                var next = zip(point, step).map { $0 + $1 }
                balance(&next)
                let nextResidual = self.residual(at: next, of: filter)
                let nextSize = nextResidual.norm
                let gain = (size - nextSize) * (size + nextSize) / predicted
                if gain > 1e-4 {
                    (point, residual, size) = (next, nextResidual, nextSize)
                    damping = gain > 0.9 ? lambda / 50 : gain > 0.5 ? lambda / 8 : gain > 0.25 ? lambda : lambda * 3
                    continue steps
                }
                lambda *= growth
                growth *= 2
            }
            break
        }
        return Fit(point: point, distance: size / wanted, cost: Double(count) * stepCost)
    }
}

extension ColumnMatrix {
    /// The largest squared norm of a column, and the inner product of every column with a vector.
    fileprivate func largestColumn(against vector: [Double]) -> (squaredNorm: Double, products: [Double]) {
        var (largest, products) = (Double.leastNormalMagnitude, [Double](repeating: 0, count: columnCount))
        values.withUnsafeBufferPointer { matrix in
            vector.withUnsafeBufferPointer { vector in
                guard let matrix = matrix.baseAddress, let vector = vector.baseAddress else { return }
                for j in 0..<columnCount {
                    let column = matrix + j * rowCount
                    largest = max(largest, dot(column, column, rowCount))
                    products[j] = dot(column, vector, rowCount)
                }
            }
        }
        return (largest, products)
    }
}

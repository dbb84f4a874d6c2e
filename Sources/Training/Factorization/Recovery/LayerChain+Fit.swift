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
    /// both have it; the damping keeps the steps short in these directions. Where layers nearly share roots the way down is a
    /// narrow curved valley, so each step is bent by its second-order error (after Transtrum and Sethna's acceleration).
    ///
    /// - Parameters:
    ///   - start: no layer of which is zero.
    ///   - tolerance: below it, the search ends as soon as a step would gain little.
    func fit(_ filter: [Double], from start: [Double], tolerance: Double) -> Fit {
        let wanted = filter.norm
        // Seconds for the largest.
        let mostSteps = min(400, max(8, Int(4e9 / stepCost)))
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
            let (curvature, gradient) = (matrix.largestSquaredNorm, matrix.products(with: residual))
            let problem = DampedLeastSquares(matrix, residual)
            var lambda = max(damping ?? 1e-5 * curvature, 1e-26 * curvature)
            var growth = 4.0
            for _ in 0..<14 {
                let solution = problem.solution(damping: lambda)
                let step = solution.values
                let predicted = zip(step, gradient).reduce(0) { $0 + $1.0 * ($1.1 + lambda * $1.0) }
                let least = size > wanted * tolerance ? 1e-9 : 0.5
                guard predicted > least * size * size else { break steps }
                var next = zip(point, step).map { $0 + $1 }
                var nextResidual = self.residual(at: next, of: filter)
                var nextSize = nextResidual.norm
                if nextSize * nextSize > size * size - 0.9 * predicted {
                    // The valley is curved: what the linear model missed, it also corrects.
                    let missed = matrix.adding(step, to: zip(nextResidual, residual).map { $0 - $1 })
                    let bend = solution.solving(matrix.products(with: missed))
                    if bend.norm < 0.5 * step.norm {
                        let bent = zip(next, bend).map { $0 + $1 }
                        let bentResidual = self.residual(at: bent, of: filter)
                        let bentSize = bentResidual.norm
                        if bentSize < nextSize {
                            (next, nextResidual, nextSize) = (bent, bentResidual, bentSize)
                        }
                    }
                }
                let gain = (size - nextSize) * (size + nextSize) / predicted
                if gain > 1e-4 {
                    balance(&next)
                    (point, residual, size) = (next, nextResidual, nextSize)
                    damping =
                        gain > 0.9 ? lambda / 10 : gain > 0.5 ? lambda / 3 : gain > 0.25 ? lambda : lambda * 3
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
    /// The largest squared norm of a column.
    fileprivate var largestSquaredNorm: Double {
        values.withUnsafeBufferPointer { matrix in
            guard let matrix = matrix.baseAddress else { return 0 }
            return (0..<columnCount).reduce(.leastNormalMagnitude) { largest, j in
                max(largest, dot(matrix + j * rowCount, matrix + j * rowCount, rowCount))
            }
        }
    }

    /// The inner products of the columns with a vector.
    fileprivate func products(with vector: [Double]) -> [Double] {
        values.withUnsafeBufferPointer { matrix in
            vector.withUnsafeBufferPointer { vector in
                guard let matrix = matrix.baseAddress, let vector = vector.baseAddress else { return [] }
                return (0..<columnCount).map { dot(matrix + $0 * rowCount, vector, rowCount) }
            }
        }
    }

    /// A vector plus the combination of the columns with given coefficients.
    fileprivate func adding(_ coefficients: [Double], to vector: [Double]) -> [Double] {
        var result = vector
        values.withUnsafeBufferPointer { matrix in
            result.withUnsafeMutableBufferPointer { result in
                guard let matrix = matrix.baseAddress, let result = result.baseAddress else { return }
                for j in 0..<columnCount { add(coefficients[j], matrix + j * rowCount, to: result, rowCount) }
            }
        }
        return result
    }
}

import ExactAlgebra
import Neurovariety

extension SearchCost {
    /// About how many seconds of one core a search takes, by the model above, with the parts of the boundary that are searched.
    ///
    /// - Parameters:
    ///   - architecture: as given.
    ///   - legs: over how many problems the given one is approached, see ``TrainingProblem/legCount``.
    package static func seconds(
        _ architecture: Architecture, searchesBoundary: Bool, mostPoints: Int, legs: Int = 1
    ) throws -> Double {
        let degree = try EuclideanDistanceDegree(filterSizes: architecture.reduced.filterSizes).value
        var points = degree
        if searchesBoundary {
            for stratum in RootStratum.boundary(of: architecture) {
                let count = stratum.criticalPointCount
                if count <= Integer(mostPoints) { points += count }
            }
        }
        let single = SearchCost(points: points, architecture.reduced, processors: 1).seconds
        // The generic problem takes about as long as the way from it to the given one.
        return single * Double(1 + legs) / 2
    }
}

extension TrainingProblem {
    /// Over how many problems this one is approached, itself included: one for each power of ten in the condition of T where that is
    /// high.
    package var legCount: Int { ConditionLadder.problems(to: ScaledProblem(self).parameters).count }
}

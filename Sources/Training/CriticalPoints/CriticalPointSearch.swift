import ExactAlgebra

/// All complex critical points of one problem: monodromy at a generic one, then followed to this, over others in between where
/// it is badly conditioned.
struct CriticalPointSearch {
    /// Approximate points, pairwise different, with filters other than 0.
    let points: [[Complex]]
    /// How the paths to the given problem end.
    let endings: [PathEnding]
    let pathCount: Int
    /// Paths followed again with more care, because they were lost or came to a point that another reached.
    let repeatedCount: Int

    /// Takes minutes where there are thousands of points.
    ///
    /// - Parameter report: called with the number of points the stage has until now.
    static func run(
        _ structure: FilterStructure, _ target: LossParameters, expected: Int, seed: UInt64,
        shouldStop: @escaping @Sendable () -> Bool = { false },
        report: (CriticalPoints.Stage, Int) -> Void
    ) -> CriticalPointSearch {
        var generic = Monodromy(structure, seed: seed)
        generic.search(until: expected, shouldStop: shouldStop) { report(.generic, $0) }
        var generator = SplitMix(seed: seed &+ 0x5EED)
        var (points, parameters) = (generic.points, generic.parameters)
        var (pathCount, repeatedCount) = (generic.pathCount, 0)
        var endings: [PathEnding] = []
        let rungs = ConditionLadder.problems(to: target)
        for (index, rung) in rungs.enumerated() {
            let leg = Leg.follow(
                points, structure, from: parameters, to: rung, expected: expected,
                searchesEnds: index == rungs.count - 1, using: &generator, shouldStop: shouldStop
            ) { report(.given, $0) }
            (points, parameters) = (leg.points, rung.parameters)
            pathCount += leg.pathCount
            repeatedCount += leg.repeatedCount
            endings = leg.endings
        }
        return CriticalPointSearch(
            points: points, endings: endings, pathCount: pathCount, repeatedCount: repeatedCount)
    }
}

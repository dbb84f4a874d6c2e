import ExactAlgebra

/// All critical points on the variety of a ``FilterStructure``, searched, certified and told apart.
struct VarietySearch {
    let search: CriticalPointSearch
    let endings: PathEndings
    /// The certified ones first.
    let points: [CriticalPoint]
    /// The points that are certified to be real, by loss,
    let real: [RealCriticalPoint]
    /// and where they were certified.
    let realRegions: [CertifiedRegion]

    var certifiedCount: Int { points.count(where: \.isCertified) }

    static func run(
        _ structure: FilterStructure, _ problem: ScaledProblem, expected: Int,
        options: CriticalPoints.Options, report: (CriticalPoints.Stage, Int) -> Void
    ) -> VarietySearch {
        let search = CriticalPointSearch.run(
            structure, problem.parameters, expected: expected, seed: options.seed,
            shouldStop: options.shouldStop, report: report)

        report(.certifying, 0)
        let batch = 16
        let found = search.points
        let regions = concurrentMap(count: (found.count + batch - 1) / batch) { index in
            let test = KrawczykTest(structure, problem)
            return found[(index * batch)..<min(found.count, (index + 1) * batch)].map {
                test.region(around: $0)
            }
        }.flatMap(\.self)

        let certified = regions.compactMap(\.self).filter(\.excludesZero)
        let disjoint = CertifiedRegion.disjoint(certified)
        let approximate = zip(found, regions).filter { $1?.excludesZero != true }.map {
            CriticalPoint(structure, problem, approximately: $0.0)
        }
        let real = disjoint.compactMap { region in
            RealCriticalPoint(structure, problem, region).map { (point: $0, region: region) }
        }.sorted { $0.point.lossInterval.midpoint < $1.point.lossInterval.midpoint }
        return VarietySearch(
            search: search,
            endings: endings(search, structure, problem, regions, expected: expected),
            points: disjoint.map { CriticalPoint(structure, problem, $0) } + approximate,
            real: real.map(\.point), realRegions: real.map(\.region))
    }

    /// How the paths end. Newton's method sometimes arrives at singular points too: those that are not certified are examined.
    private static func endings(
        _ search: CriticalPointSearch, _ structure: FilterStructure, _ problem: ScaledProblem,
        _ regions: [CertifiedRegion?], expected: Int
    ) -> PathEndings {
        var (known, singular) = (PointSet(structure), [Int: PathEnding]())
        for point in search.points { _ = known.insert(point) }
        // Where the condition is high, small singular values mean nothing.
        if regions.contains(where: { $0 == nil }), LossCondition(problem.parameters).total < 1e4 {
            let test = SingularPointTest(structure, problem.parameters)
            for (place, point) in search.points.enumerated() where regions[place] == nil {
                switch test.ending(at: point) {
                case .degenerate, .positiveDimensional: singular[place] = test.ending(at: point)
                default: break
                }
            }
        }
        let endings = search.endings.map { ending in
            guard case .regular(let point) = ending, let place = known.insert(point) else { return ending }
            return singular[place] ?? ending
        }
        return PathEndings(
            endings, structure, regularFilterCount: search.points.count - singular.count,
            expected: expected)
    }
}

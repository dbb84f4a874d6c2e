import ExactAlgebra

/// All critical points on the variety of a ``FilterStructure``, searched, certified and told apart.
struct VarietySearch {
    let search: CriticalPointSearch
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
            search: search, points: disjoint.map { CriticalPoint(structure, problem, $0) } + approximate,
            real: real.map(\.point), realRegions: real.map(\.region))
    }
}

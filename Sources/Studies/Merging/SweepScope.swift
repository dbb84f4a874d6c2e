/// Which problems the studies have whose journals are joined.
struct SweepScope {
    /// Those that are known: planned in a journal, or of the seeds of a study.
    private var problems: Set<SweepProblem>
    /// By the hash of a study, where all of it is known.
    private var seeds: [String: ClosedRange<UInt64>] = [:]
    /// The data sets whose names and numbers are all known.
    private var wholeFolder: String?
    /// Journals that have lost their plans, and may have any problem.
    private var open: Set<String> = []

    /// - Throws: ``MergeError/otherSweep(path:first:_:)`` for parts of different data sets, or of different seeds under the same words.
    init(_ files: [SweepFile]) throws {
        try Self.checkParts(files)
        problems = files.reduce(into: []) { $0.formUnion($1.planned) }
        let partsOfSeeds = files.filter { $0.part != nil && !$0.hasDataSets }
        for (hash, files) in Dictionary(grouping: partsOfSeeds, by: { $0.part?.problemsHash ?? "" }) {
            let planned = files.flatMap(\.planned).compactMap {
                if case .seed(let seed) = $0 { seed } else { nil }
            }
            seeds[hash] = ProblemsHash.seeds(
                hash, count: files[0].part?.problemCount ?? 0, containing: planned)
            problems.formUnion((seeds[hash].map(Array.init) ?? []).map { .seed($0) })
        }
        for file in files where file.plans.isEmpty {
            if file.part.flatMap({ seeds[$0.problemsHash] }) == nil { open.insert(file.path) }
        }
        try checkFolder(files)
    }

    func contains(_ problem: SweepProblem, of file: SweepFile) -> Bool {
        problems.contains(problem) || open.contains(file.path)
    }

    /// Those of a part whose journal does not say; nil where that is not known.
    func plan(of shard: Shard, studyHash: String) -> [SweepProblem]? {
        // Of a folder that is known to the last file, each belongs to a plan that is there, or is done.
        if studyHash == wholeFolder { return [] }
        return seeds[studyHash].map { SweepStudy.part(shard, ofSeeds: $0) }
    }

    private static func checkParts(_ files: [SweepFile]) throws {
        let parts = files.compactMap { file in file.part.map { (file, $0) } }
        for (index, (file, part)) in parts.enumerated() {
            // Words do not count for data sets: one folder has several names, and one name may have stood for two folders. Seeds may be
            // those of several studies, but not under the same words.
            let first = parts[..<index].first { other, otherPart in
                otherPart.problemsHash != part.problemsHash
                    && (file.hasDataSets || otherPart.study == part.study)
            }
            if let (other, otherPart) = first {
                throw MergeError.otherSweep(
                    path: file.path, first: other.path,
                    [SweepConditions.difference(ofStudies: part, now: otherPart)])
            }
        }
    }

    /// Compares data sets of all journals with what the parts say of their folder.
    private mutating func checkFolder(_ files: [SweepFile]) throws {
        guard let first = files.first(where: { $0.part != nil && $0.hasDataSets }), let part = first.part
        else { return }
        let all = files.reduce(into: problems) { $0.formUnion($1.rows.map(\.row.problem)) }
        // A result of a part that has no journal here belongs to the folder if all are there then, and only then.
        if let whole = [problems, all].first(where: {
            $0.count == part.problemCount && ProblemsHash.of(dataSets: $0) == part.problemsHash
        }) {
            (problems, wholeFolder) = (whole, part.problemsHash)
        } else if problems.count >= part.problemCount {
            let ofParts = files.filter { $0.part != nil }.reduce(into: Set()) { $0.formUnion($1.planned) }
            guard let other = files.first(where: { $0.part == nil && !$0.planned.isSubset(of: ofParts) })
            else { return }
            let own = SweepConditions.Part(
                shard: "", study: other.plans[0].study,
                problemsHash: ProblemsHash.of(dataSets: other.planned), problemCount: other.planned.count)
            throw MergeError.otherSweep(
                path: other.path, first: first.path,
                [SweepConditions.difference(ofStudies: own, now: part)])
        }
    }
}

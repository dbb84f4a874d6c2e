import Training

/// What is known of one problem of a sweep.
package struct SweepRow: Codable, Hashable, Sendable {
    /// What the layers of an architecture make that does not make all of its neurovariety.
    package struct Network: Codable, Hashable, Sendable {
        /// Real critical points on the neurovariety that the layers make.
        package var attained: Int
        /// Those on the boundary.
        package var boundary: Int
        /// Local minima of the loss on what the layers make, both on the neurovariety and on the boundary, proved.
        package var minima: Int
        /// Whether all parts of the boundary were searched, with proof that nothing is missing.
        package var isBoundaryComplete: Bool
    }

    /// The global minimum of the network, or the lowest point that was found.
    package struct Minimum: Codable, Hashable, Sendable {
        /// The loss lies between these, proved.
        package var lower: Double
        package var upper: Double
        package var isProved: Bool
        package var isOnBoundary: Bool

        package var loss: RealInterval { RealInterval(lower: lower, upper: upper) }
    }

    /// The outcome of a search.
    package struct Found: Codable, Hashable, Sendable {
        /// Critical points with w ≠ 0, of at most C_k.
        package var found: Int
        package var certified: Int
        /// Certified real.
        package var real: Int
        /// How many real ones are proved to have Morse index 0, 1, 2, …
        package var realByIndex: [Int]
        /// Whether nothing is missing, on the boundary neither if it was to be searched.
        package var isComplete: Bool
        /// Nil where the layers make all of the neurovariety.
        package var network: Network?
        package var minimum: Minimum?

        /// Proved local minima on the neurovariety.
        package var minima: Int { realByIndex.first ?? 0 }
        /// Whether the Morse indices of all real points are proved.
        package var areIndicesProved: Bool { realByIndex.reduce(0, +) == real }
    }

    package let problem: SweepProblem
    /// Rows of X and Y.
    package let samples: Int
    /// Nil where the data make no problem that can be searched,
    package let found: Found?
    /// and why.
    package let missing: String?
    /// Of the search; while others ran beside it.
    package let seconds: Double

    package init(
        _ problem: SweepProblem, samples: Int, found: Found?, missing: String? = nil, seconds: Double
    ) {
        (self.problem, self.samples, self.found) = (problem, samples, found)
        (self.missing, self.seconds) = (missing, seconds)
    }

    package var isComplete: Bool { found?.isComplete ?? false }

    /// Whether two results say the same, but for times and for ends of intervals, which may differ between machines.
    func agrees(with other: SweepRow) -> Bool {
        func comparable(_ row: SweepRow) -> SweepRow {
            var found = row.found
            if found?.minimum != nil {
                found?.minimum?.lower = 0
                found?.minimum?.upper = 0
            }
            return SweepRow(
                row.problem, samples: row.samples, found: found, missing: row.missing, seconds: 0)
        }
        guard comparable(self) == comparable(other) else { return false }
        guard let mine = found?.minimum, let others = other.found?.minimum else { return true }
        return mine.lower <= others.upper && others.lower <= mine.upper
    }

    private enum CodingKeys: String, CodingKey {
        case samples, found, missing, seconds
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        problem = try SweepProblem(from: decoder)
        samples = try container.decode(Int.self, forKey: .samples)
        found = try container.decodeIfPresent(Found.self, forKey: .found)
        missing = try container.decodeIfPresent(String.self, forKey: .missing)
        seconds = try container.decode(Double.self, forKey: .seconds)
        guard isPossible else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: container.codingPath, debugDescription: "numbers that no search has"))
        }
    }

    /// Whether the numbers can be those of a search, so that nothing is computed from a line that is damaged.
    private var isPossible: Bool {
        let counts = 0...1_000_000_000
        guard counts.contains(samples - 1), seconds >= 0, (found == nil) != (missing == nil) else {
            return false
        }
        guard let found else { return true }
        let network = found.network.map { [$0.attained, $0.boundary, $0.minima] } ?? []
        let all = [found.found, found.certified, found.real] + found.realByIndex + network
        return all.allSatisfy(counts.contains) && found.certified <= found.found
            && found.real <= found.certified && found.realByIndex.reduce(0, +) <= found.real
            && found.minimum.map { $0.lower <= $0.upper } ?? true
    }

    package func encode(to encoder: any Encoder) throws {
        try problem.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(samples, forKey: .samples)
        try container.encodeIfPresent(found, forKey: .found)
        try container.encodeIfPresent(missing, forKey: .missing)
        try container.encode(seconds, forKey: .seconds)
    }
}

extension SweepRow.Found {
    init(_ points: CriticalPoints, searchesBoundary: Bool) {
        found = points.foundCount
        certified = points.certifiedCount
        real = points.real.count
        let proved = points.real.filter(\.isIndexProved).map(\.morseIndex)
        realByIndex = (0..<((proved.max() ?? -1) + 1)).map { index in proved.count { $0 == index } }
        isComplete = points.isComplete && (!searchesBoundary || points.isBoundaryComplete)
        if points.mayBeUnattained {
            let attained = zip(points.real, points.attainments).filter(\.1.isAttained)
            let boundary = points.boundary.flatMap(\.real)
            network = SweepRow.Network(
                attained: attained.count, boundary: boundary.count(where: \.attainment.isAttained),
                minima: attained.count { $0.isMinimum && $1.isProved }
                    + boundary.count { $0.isMinimum && $0.isKindProved },
                isBoundaryComplete: points.isBoundaryComplete)
        }
        minimum = points.networkMinimum.map { minimum in
            let isOnBoundary = if case .boundary = minimum.place { true } else { false }
            return SweepRow.Minimum(
                lower: minimum.point.lossInterval.lower, upper: minimum.point.lossInterval.upper,
                isProved: minimum.isProved, isOnBoundary: isOnBoundary)
        }
    }
}

import ExactAlgebra

/// The neurovariety, its singular locus, the singular locus of each component, and so on: all neurovarieties that occur,
/// ordered by inclusion.
///
/// Equal ones, which may come from different chains, are one stratum. Inclusion is decided by the degrees of divisors
/// (`SingularLocus` of this documentation), exactly. Each stratum without the singular locus it has itself is a manifold, but
/// for 0.
public struct SingularStrata: Hashable, Sendable {
    /// A stratum: a neurovariety.
    public struct Stratum: Hashable, Sendable {
        /// With the strides of the reduced architecture; filter sizes may be 1.
        public let architecture: Architecture
        /// The multiplicity of the whole neurovariety at a general point, in characteristic 0: the number of its branches, all
        /// smooth there.
        public let multiplicity: Integer
        /// The places in the list of strata of the components of its singular locus.
        public let singularLocus: [Int]
        /// The places of the largest strata properly contained in it.
        public let largestContained: [Int]
        /// How many strata the longest chain from the whole neurovariety down to this one has, less one.
        public let depth: Int
    }

    /// As given.
    public let architecture: Architecture
    /// The whole neurovariety first, then by dimension, the largest first.
    public let strata: [Stratum]

    /// Deep networks with many large layers have more strata.
    public static let mostStrata = 2_000

    /// - Throws: ``SingularLocusError/tooManyStrata(limit:)``.
    /// - Complexity: the square of the number of strata.
    public init(_ architecture: Architecture) throws(SingularLocusError) {
        self.architecture = architecture
        let top = FactorDegrees(architecture.reduced)
        var found: Set = [top]
        var queue = [top]
        while let next = queue.popLast() {
            for component in next.singularLocus where found.insert(component).inserted {
                guard found.count <= Self.mostStrata else { throw .tooManyStrata(limit: Self.mostStrata) }
                queue.append(component)
            }
        }
        let all = found.sorted {
            let (left, right) = ($0.architecture.dimension, $1.architecture.dimension)
            return left != right ? left > right : $1.layers.lexicographicallyPrecedes($0.layers)
        }
        let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
        let degrees = all.map(\.divisorDegrees)
        let contained = all.indices.map { Self.largestContained(in: $0, degrees) }
        var depths = [Int](repeating: 0, count: all.count)
        // Dimensions decrease downwards, so a stratum comes before those that it contains.
        for place in all.indices {
            for lower in contained[place] { depths[lower] = max(depths[lower], depths[place] + 1) }
        }
        strata = all.indices.map { place in
            Stratum(
                architecture: all[place].architecture,
                multiplicity: top.factorizationCount(of: all[place]),
                singularLocus: all[place].singularLocus.compactMap { places[$0] }.sorted(),
                largestContained: contained[place], depth: depths[place])
        }
    }

    /// - Parameter degrees: of divisors, of all strata, the largest strata first.
    private static func largestContained(in place: Int, _ degrees: [[Int]]) -> [Int] {
        func contains(_ place: Int, _ lower: Int) -> Bool {
            FactorDegrees.contains(degrees[place], degrees[lower])
        }
        var result: [Int] = []
        for lower in degrees.indices.dropFirst(place + 1)
        where contains(place, lower) && !result.contains(where: { contains($0, lower) }) {
            result.append(lower)
        }
        return result
    }
}

/// Why a stratification was not made.
public enum SingularLocusError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There are more strata than are listed.
    case tooManyStrata(limit: Int)

    /// One line.
    public var description: String {
        switch self {
        case .tooManyStrata(let limit):
            return
                "the stratification has more than \(limit) strata; without it only the components are listed"
        }
    }
}

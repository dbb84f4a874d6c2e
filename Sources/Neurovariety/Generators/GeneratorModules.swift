import ExactAlgebra

/// The space of generators of the prime ideal of two layers as a representation of SL₂, by characters.
///
/// SL₂ acts on the two variables of the forms `q_1, …, q_s`, and so on the ring; the coefficient of `q_i` at
/// place t, of degree `n_i`, has weight `n_i − 2t`. The minors of the minimal nonfaces span the generators up to
/// multiples of lower ones, and the multidegree of a minor is that of its nonface, so the nonfaces of given
/// residues, counted by weight, are the character: each irreducible V_λ is counted once at its highest weight.
/// The minors are minimal generators for two layers, a theorem, so these are the minimal generators.
public struct GeneratorModules: Sendable {
    /// The generators of one multidegree.
    public struct Row: Sendable {
        /// The sum of the multidegree.
        public let degree: Int
        /// How many factors lie in each of `q_1, …, q_s`.
        public let multidegree: [Int]
        /// Highest weights λ with their multiplicities, in decreasing order; V_λ has dimension λ + 1.
        public let modules: [(highestWeight: Int, multiplicity: Int)]

        /// How many generators.
        public var dimension: Int { modules.reduce(0) { $0 + ($1.highestWeight + 1) * $1.multiplicity } }
    }

    /// As given.
    public let architecture: Architecture
    /// By degree, then by multidegree from the largest.
    public let rows: [Row]

    /// The most minimal nonfaces, and the most numbers of their multidegrees: gigabytes.
    private static let largestCount = (nonfaces: 5_000_000, numbers: 20_000_000)

    /// Refuses, from their count, to list more minimal nonfaces than fit in memory.
    ///
    /// - Throws: ``IdealError/nonfacesNotCounted(_:)``, ``IdealError/tooManyMultidegrees(_:count:)``.
    public static func check(_ architecture: Architecture) throws(IdealError) {
        guard let ribbons = architecture.thickRibbons else { return }
        guard let total = NonfaceCounts(architecture)?.total else { throw .nonfacesNotCounted(architecture) }
        let forms = ribbons.topFormCount + ribbons.lowFormCount
        guard total <= Integer(min(largestCount.nonfaces, largestCount.numbers / forms)) else {
            throw .tooManyMultidegrees(architecture, count: total)
        }
    }

    /// Nil unless the reduced architecture has two layers.
    ///
    /// - Throws: ``ModuleError`` if the weights are no character, which would refute the theory.
    public init?(_ architecture: Architecture) throws(ModuleError) {
        let reduced = architecture.reduced
        guard reduced.layerCount == 2 else { return nil }
        self.architecture = architecture
        let s = reduced.strides[0]
        let last = reduced.endToEndFilterSize - 1
        var weights: [[Int]: [Int: Int]] = [:]
        architecture.initialComplex.visitMinimalNonfaces { nonface, _ in
            var multidegree = [Int](repeating: 0, count: s)
            var weight = 0
            for vertex in nonface {
                multidegree[vertex % s] += 1
                weight += (last - vertex % s) / s - 2 * (vertex / s)
            }
            weights[multidegree, default: [:]][weight, default: 0] += 1
        }
        var rows: [Row] = []
        for (multidegree, counts) in weights {
            var modules: [(highestWeight: Int, multiplicity: Int)] = []
            for weight in counts.keys.sorted(by: >) {
                let multiplicity = counts[weight, default: 0] - counts[weight + 2, default: 0]
                guard counts[weight] == counts[-weight], weight < 0 || multiplicity >= 0 else {
                    throw ModuleError(multidegree: multidegree)
                }
                if weight >= 0, multiplicity > 0 { modules.append((weight, multiplicity)) }
            }
            rows.append(Row(degree: multidegree.reduce(0, +), multidegree: multidegree, modules: modules))
        }
        self.rows = rows.sorted {
            $0.degree != $1.degree
                ? $0.degree < $1.degree : $1.multidegree.lexicographicallyPrecedes($0.multidegree)
        }
    }
}

/// Numbers of generators by weight that belong to no representation of SL₂.
public struct ModuleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where it was seen.
    public let multidegree: [Int]

    /// One line.
    public var description: String {
        "the weights of the generators of multidegree \(multidegree) are no character of SL_2"
    }
}

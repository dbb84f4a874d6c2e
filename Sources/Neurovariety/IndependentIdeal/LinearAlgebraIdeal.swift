import ExactAlgebra

/// The prime ideal I in low degrees by linear algebra, independently of the theorem on minors.
///
/// Degree by degree: a ``DegreeSearch`` finds the elements of the reduced Gröbner basis over ``EliminationField`` by
/// evaluation at random points of the variety; their coefficients are lifted to integers, and membership is proved by
/// substitution.
///
/// What is proved: each lifted element lies in I. What is probabilistic: that none is missing, since a rank
/// modulo a prime at random points can be too small. Whether an element is a *minimal* generator is decided by
/// ranks modulo the prime as well.
public struct LinearAlgebraIdeal: Sendable {
    /// What was found in one degree.
    public struct DegreeResult: Sendable {
        /// d.
        public let degree: Int
        /// `dim I_d`.
        public let dimension: Int
        /// The leading monomials of the elements of the reduced Gröbner basis of this degree, largest first.
        public let leadingMonomials: [Monomial]
        /// Those elements, each proved to lie in I; empty if nothing was lifted.
        public let elements: [Polynomial]
        /// How many of them are minimal generators.
        public let minimalGenerators: Int
    }

    /// As given.
    public let architecture: Architecture
    /// As asked for.
    public let maxDegree: Int
    /// From degree 1; not up to ``maxDegree`` before the end.
    public private(set) var degrees: [DegreeResult]

    /// Those that were asked for and are not there.
    public var missingDegrees: Range<Int> { degrees.count + 1..<max(maxDegree, degrees.count) + 1 }

    /// The most monomials of one degree.
    public static let largestMonomialCount = 4_000_000
    /// The largest degree: a monomial of highest-weight vectors is packed into 64 bits.
    public static let largestDegree = 8

    /// Takes from milliseconds, at (5,5;3), to minutes.
    ///
    /// - Parameters:
    ///   - maxDegree: D; nothing is said about higher degrees.
    ///   - liftsElements: whether integer coefficients are found and proved; otherwise elements are counted.
    ///   - usesSymmetry: whether highest-weight vectors are used where there are two layers (``HighestWeightIdeal``);
    ///     otherwise every block is evaluated for itself.
    ///   - progress: called with the degree that begins.
    ///   - found: called after each degree with what is known.
    /// - Throws: ``LinearAlgebraError``.
    public static func run(
        _ architecture: Architecture, maxDegree: Int, liftsElements: Bool = true, usesSymmetry: Bool = true,
        progress: (Int) -> Void = { _ in }, found: (LinearAlgebraIdeal) -> Void = { _ in }
    ) throws -> LinearAlgebraIdeal {
        try check(architecture, maxDegree: maxDegree)
        let parametrization = Parametrization(architecture.reduced)
        let lifting = ElementLifting(
            coordinates: try parametrization.coordinates(), parameterCount: parametrization.parameterCount)
        var search: any DegreeSearch
        if usesSymmetry, let symmetric = SymmetricSearch(architecture.reduced) {
            search = symmetric
        } else {
            var random = SplitMix(seed: 0x4e55_5241)
            search = BlockSearch(
                parametrization,
                grading: RandomMultigrading(
                    coordinates: lifting.coordinates, parameterCount: lifting.parameterCount, using: &random),
                random: random)
        }
        var ideal = LinearAlgebraIdeal(architecture: architecture, maxDegree: maxDegree, degrees: [])
        for degree in stride(from: 1, through: maxDegree, by: 1) {
            progress(degree)
            let block = search.next(degree)
            ideal.degrees.append(
                DegreeResult(
                    degree: degree, dimension: block.dimension,
                    leadingMonomials: block.elements.map { $0.monomials[0] },
                    elements: liftsElements ? try lifting.lift(block.elements, degree: degree) : [],
                    minimalGenerators: block.minimalGenerators))
            found(ideal)
        }
        return ideal
    }

    /// Whether ``run(_:maxDegree:liftsElements:usesSymmetry:progress:found:)`` would refuse.
    ///
    /// - Throws: ``LinearAlgebraError``, before any work.
    public static func check(_ architecture: Architecture, maxDegree: Int) throws(LinearAlgebraError) {
        guard maxDegree <= Self.largestDegree else { throw .degreeTooLarge(maxDegree) }
        let monomials = Integer.binomial(architecture.endToEndFilterSize + maxDegree - 1, maxDegree)
        guard monomials <= Integer(Self.largestMonomialCount) else {
            throw .tooManyMonomials(monomials)
        }
    }

    /// The elements of all degrees: a Gröbner basis up to the degree that was reached.
    public var polynomials: [Polynomial] { degrees.flatMap(\.elements) }
}

/// Why linear algebra did not find an ideal.
public enum LinearAlgebraError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Beyond ``LinearAlgebraIdeal/largestDegree``.
    case degreeTooLarge(Int)
    /// There are so many monomials of the highest degree.
    case tooManyMonomials(Integer)
    /// The coefficients of an element are too large to be found modulo one prime.
    case notLifted(degree: Int)
    /// A lifted element does not lie in the ideal, so the ranks were wrong.
    case notAMember(degree: Int)

    /// One line.
    public var description: String {
        switch self {
        case .degreeTooLarge(let degree):
            return "degree \(degree) is out of reach; linear algebra goes up to degree "
                + "\(LinearAlgebraIdeal.largestDegree)"
        case .tooManyMonomials(let count):
            return "\(count.shortDescription) monomials are out of reach of linear algebra (at most "
                + "\(LinearAlgebraIdeal.largestMonomialCount))"
        case .notLifted(let degree): return "an element of degree \(degree) could not be lifted to integers"
        case .notAMember(let degree): return "a lifted element of degree \(degree) is not in the ideal"
        }
    }
}

import ExactAlgebra

/// Why the generators of an ideal were not made.
public enum IdealError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A row or a column of a matrix.
    public enum Line: String, Sendable {
        case row, column
    }

    /// The end-to-end filter has so many coefficients.
    case tooManyVariables(Int)
    /// A part has more minors than can be expanded; nil for the minors of the minimal nonfaces.
    case tooLarge(part: IdealPart.Name?, MinorsError)
    /// Expanding a part takes more memory than there is.
    case tooMuchMemory(part: IdealPart.Name, ExpansionCost, available: Double)
    /// A selection names a part that the ideal does not have; it has these.
    case noSuchPart(String, [IdealPart.Name])
    /// A selection names rows or columns, and there is no matrix.
    case noMatrix
    /// A selection names rows or columns, and these parts have matrices.
    case severalMatrices([IdealPart.Name])
    /// A selection names a row or column that the matrix of the part, with `count` of them, does not have.
    case noSuchLine(Line, Int, count: Int, of: IdealPart.Name)
    /// A coefficient of the reduced Gröbner basis does not fit in 64 bits.
    case coefficientsTooLarge
    /// Linear algebra with this many rows is out of reach.
    case tooManyToTrim(Integer)
    /// There are so many minimal nonfaces, and so many minors.
    case tooManyNonfaces(Architecture, count: Integer)
    /// Pairs of generators are compared for end-to-end filters of at most 128 coefficients; this one has so many.
    case tooManyVariablesForPairs(Int)
    /// Even counting the minimal nonfaces is out of reach.
    case nonfacesNotCounted(Architecture)
    /// There are so many minimal nonfaces, whose multidegrees are to be listed.
    case tooManyMultidegrees(Architecture, count: Integer)
    /// The generators are a sum of too many irreducible representations.
    case tooManySummands(Architecture)
    /// The exterior powers with which generators are multiplied have too many summands.
    case exteriorPowersTooLarge(Architecture)
    /// There are 2 to that power thick ribbons.
    case tooManyRibbons(Architecture, exponent: Int)

    /// One line.
    public var description: String {
        switch self {
        case .tooManyVariables(let count):
            return "the end-to-end filter has \(count) coefficients; generators are written for at most "
                + "\(IdealGenerators.largestFilterSize)"
        case .tooLarge(let part, let error):
            return "\(part?.description ?? "minors"): \(error)"
        case .tooMuchMemory(let part, let cost, let available):
            return "\(part): about \(RoughEstimate(count: cost.terms)) terms, and to expand them takes about "
                + "\(RoughEstimate(bytes: cost.bytes)) of memory, of \(RoughEstimate(bytes: available)); take another "
                + "part, fewer columns, or the generators of minimal"
        case .noSuchPart(let part, let names):
            return "there is no part \(part)"
                + (names.isEmpty ? "" : "; the parts are \(Self.list(names))")
        case .noMatrix: return "there is no matrix to take rows or columns of"
        case .severalMatrices(let names):
            return "rows and columns are those of one matrix; choose its part: \(Self.list(names))"
        case .noSuchLine(let kind, let place, let count, let part):
            return "\(part) has no \(kind.rawValue) \(place); its \(kind.rawValue)s are 0 to \(count - 1)"
        case .coefficientsTooLarge: return "a coefficient does not fit in 64 bits"
        case .tooManyToTrim(let count):
            return "a minimal generating set is chosen among at most \(TrimmedGenerators.largestCount) "
                + "minors; here are \(count.shortDescription)"
        case .tooManyNonfaces(let architecture, let count):
            return "\(architecture) has \(count.shortDescription) generators; at most "
                + "\(NonfaceCounts.largestListedCount) are written down"
        case .tooManyVariablesForPairs(let count):
            return "the end-to-end filter has \(count) coefficients; S-polynomials are reduced for at most "
                + "\(MinimalityCertificate.largestFilterSize)"
        case .nonfacesNotCounted(let architecture):
            if let ribbons = architecture.thickRibbons {
                let seconds = RoughEstimate(seconds: GeneratorCounts(ribbons).seconds)
                return
                    "\(architecture): counting the generators would take about \(seconds); what takes more than "
                    + "\(RoughEstimate(seconds: GeneratorCounts.largestSeconds)) is not counted"
            }
            return
                "\(architecture): counting the generators would take more than about a minute, or keep more than "
                + "\(NonfaceCounts.largestStateCount) partial counts at once"
        case .tooManySummands(let architecture):
            return "\(architecture): finding the irreducible summands would take more than about "
                + "\(RoughEstimate(seconds: GeneratorRepresentation.largestSeconds)), by an estimate from above"
        case .exteriorPowersTooLarge(let architecture):
            return
                "\(architecture): the exterior powers have too many summands, as k_2 is large; the other factors of the "
                + "generators are the same for every k_2 > 1"
        case .tooManyMultidegrees(let architecture, let count):
            return
                "\(architecture) has \(count.shortDescription) minimal nonfaces, each with the numbers of its vertices in "
                + "\(architecture.reduced.strides[0]) forms: too much to be listed by multidegree; --by summand lists none"
        case .tooManyRibbons(let architecture, let exponent):
            return "\(architecture) has 2^\(exponent) thick ribbons; at most "
                + "\(RibbonRepresentations.largestCount) are written down"
        }
    }

    private static func list(_ names: [IdealPart.Name]) -> String {
        names.map(\.description).joined(separator: ", ")
    }
}

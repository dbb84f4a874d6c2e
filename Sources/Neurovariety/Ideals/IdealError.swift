import ExactAlgebra

public enum IdealError: Error, Hashable, Sendable, CustomStringConvertible {
    case tooManyVariables(Int)
    case tooLarge(part: String, MinorsError)
    /// A selection of minors that does not fit the ideal.
    case badSelection(String)
    /// A coefficient of the reduced Gröbner basis does not fit in 64 bits.
    case coefficientsTooLarge
    /// Linear algebra with this many rows is out of reach.
    case tooManyToTrim(Integer)
    /// There are so many minimal nonfaces, and so many minors.
    case tooManyNonfaces(Architecture, count: Integer)
    /// Even counting the minimal nonfaces is out of reach.
    case nonfacesNotCounted(Architecture)

    public var description: String {
        switch self {
        case .tooManyVariables(let count):
            return "the end-to-end filter has \(count) coefficients; generators are written for at most "
                + "\(IdealGenerators.largestFilterSize)"
        case .tooLarge(let part, let error):
            return "\(part): \(error)"
        case .badSelection(let reason): return reason
        case .coefficientsTooLarge: return "a coefficient does not fit in 64 bits"
        case .tooManyToTrim(let count):
            return "a minimal generating set is chosen among at most \(TrimmedGenerators.largestCount) "
                + "minors; here are \(count.shortDescription)"
        case .tooManyNonfaces(let architecture, let count):
            return "\(architecture) has \(count.shortDescription) generators; at most "
                + "\(NonfaceCounts.largestListedCount) are written down (lcngen vanishing --count counts them)"
        case .nonfacesNotCounted(let architecture):
            return "\(architecture): counting the generators needs more than about "
                + "\(NonfaceCounts.largestWork) additions, or \(NonfaceCounts.largestStateCount) states"
        }
    }
}

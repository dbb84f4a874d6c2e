import ExactAlgebra
import PlatformBasics

/// How long a ``BettiTable`` takes, roughly: faces inside sets of vertices are counted, of which nearly all are matched. Fitted to
/// measurements on an AMD EPYC.
public struct BettiCost: Sendable, CustomStringConvertible {
    /// On one core with nothing else to do.
    public let seconds: Double

    /// More is not begun: days, and memory that would not be there.
    static let largestSeconds = 1e5
    /// Sets of vertices are bits of a word.
    package static let largestFilterSize = 32

    /// `about 12 seconds`.
    public var description: String { "about \(RoughEstimate(seconds: seconds))" }

    /// Refuses what is too large before anything is computed.
    ///
    /// - Throws: ``BettiError``.
    public init(_ architecture: Architecture) throws(BettiError) {
        let size = architecture.endToEndFilterSize
        guard size <= Self.largestFilterSize, let series = try? HilbertSeries(architecture) else {
            throw .tooManyVariables(size)
        }
        // Σ_F 2^(n − |F|) over the faces F among n vertices is f(1/2)·2^n. The f-vector of Δ has the factor 1 + t, which is
        // 3/2, for each of the vertices 0 and K − 1.
        var value = 0.0
        for number in series.fVector.reversed() { value = value / 2 + number.approximation }
        let complex = InitialComplex(architecture)
        let inner = stride(from: 1, to: size - 1, by: 1).count { !complex.isNonface([$0]) }
        for _ in 0..<min(2, size) { value /= 1.5 }
        for _ in 0..<inner { value *= 2 }
        seconds = value * 4e-7
        guard seconds <= Self.largestSeconds else { throw .tooLong(self) }
    }
}

/// Why a Betti table was not computed.
public enum BettiError: Error, Sendable, CustomStringConvertible {
    case tooManyVariables(Int)
    case tooLong(BettiCost)

    /// One line.
    public var description: String {
        switch self {
        case .tooManyVariables(let count):
            return "the coordinate ring has \(count) variables; Betti tables are computed for at most "
                + "\(BettiCost.largestFilterSize)"
        case .tooLong(let cost):
            return "its Betti table would take \(cost), or longer: it is not begun. Depth, regularity and "
                + "extremal Betti numbers need no Betti table"
        }
    }
}

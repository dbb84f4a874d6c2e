import ExactAlgebra

/// The Hilbert series of a network and what follows from it, or what was known of that when the computation was stopped.
public struct HilbertInvariants: Sendable {
    /// As given.
    public let architecture: Architecture
    /// The degree, known at once (``Architecture/degree``).
    public let degree: Integer
    /// What comes first.
    public private(set) var homology: HomologicalInvariants?
    /// Its numerator comes next; without it there is nothing else.
    public private(set) var series: HilbertSeries?
    /// From the numerator; nil also where there are no curves.
    public var genera: SectionalGenera? {
        series.flatMap { SectionalGenera(architecture, numerator: $0.numerator) }
    }
    /// The Hilbert function in degrees 0, 1, …, up to the one that was asked for.
    public private(set) var function: [Integer]?
    /// See ``HilbertSeries/fVector``.
    public private(set) var fVector: [Integer]?
    /// It comes last.
    public private(set) var polynomial: HilbertPolynomial?

    /// Whether nothing is missing.
    public var isComplete: Bool { polynomial != nil }

    /// Computes everything, one after the other.
    ///
    /// - Parameters:
    ///   - degree: the largest for which the Hilbert function is wanted.
    ///   - shouldStop: asked often; what is known then is the result.
    ///   - progress: told the stage and how much of its steps is done.
    /// - Throws: ``HilbertError/tooLarge(dimension:)``.
    public static func run(
        _ architecture: Architecture, upTo degree: Int, shouldStop: @escaping () -> Bool = { false },
        progress: @escaping (HilbertStage, Double) -> Void = { _, _ in }
    ) throws(HilbertError) -> HilbertInvariants {
        try HilbertSeries.checkDimension(architecture)
        var result = HilbertInvariants(architecture)
        do throws(Stopped) {
            try result.compute(upTo: degree) { stage, share throws(Stopped) in
                guard !shouldStop() else { throw Stopped() }
                progress(stage, share)
            }
        } catch {
            // What there is, is the result.
        }
        return result
    }

    private init(_ architecture: Architecture) {
        self.architecture = architecture
        degree = architecture.degree
    }

    private mutating func compute(upTo degree: Int, step: HilbertStep<Stopped>) throws(Stopped) {
        homology = try HomologicalInvariants(architecture, step: step)
        let series = try HilbertSeries(architecture, step: step)
        self.series = series
        function = try series.function(upTo: degree, step: step)
        let fVector = try series.fVector(step: step)
        self.fVector = fVector
        polynomial = try HilbertPolynomial(fVector: fVector, step: step)
    }

    private struct Stopped: Error {}
}

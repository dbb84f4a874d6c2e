import CrossValidation
import ExactAlgebra
import Macaulay2
import Neurovariety

extension Prediction {
    /// What is found here about an architecture, for Macaulay2 to confirm, with the times it took and those of the paper.
    ///
    /// What would take longer than a second or so is left out, set by set, and so is what can differ over the field.
    ///
    /// - Throws: ``IdealError`` or ``MinorsError`` for what is out of reach; an error of the paper's data, which is a
    ///   defect.
    package init(natively architecture: Architecture, over field: CoefficientField) throws {
        self.init(codimension: architecture.codimension, degree: architecture.degree)
        if architecture.dimension <= Self.largestDimension {
            hilbertNumerator = try HilbertSeries(architecture).numerator
        }
        if let counts = NonfaceCounts(architecture), counts.total <= Integer(Self.largestGeneratorCount) {
            // The minors of nonfaces are minimal generators, as far as has been observed.
            for set in [Work.minimalNonfaces, .gradedKernel, .kernel] { degrees[set.task] = counts.bySize }
            seconds[Work.minimalNonfaces.task] =
                try Repetition { _ = try PrimeIdeal(architecture).expanded() }.medianSeconds
        }
        try addPaperTimes(architecture)
        guard field == .rationals else { return }
        try addMinors(of: architecture)
        idealIsRadical = try Radicality.ofIdeal(architecture)?.isRadical
    }

    /// Generators that may vanish modulo a prime.
    private mutating func addMinors(of architecture: Architecture) throws {
        for (set, whole) in [(GeneratorSet.paper, Work.ideal), (.lean, .leanIdeal), (.levels, .allLevels)] {
            let parts = try IdealGenerators(architecture, set).parts
            let count = parts.reduce(Integer.zero) { $0 + $1.generatorCount }
            guard count <= Integer(Self.largestGeneratorCount) else { continue }
            var found: [Work: [Int: Integer]] = [whole: [:]]
            if set == .paper {
                for work in [Work.vanishingVariables, .firstMinors, .secondMinors] { found[work] = [:] }
            }
            var times: [Work: Double] = set == .paper ? [.firstMinors: 0, .secondMinors: 0] : [whole: 0]
            for part in parts {
                var nonzero = 0
                let time = try Repetition { nonzero = try part.statistics().nonzero }.medianSeconds
                let works = set == .paper ? [whole, part.name.work] : [whole]
                for work in works where nonzero > 0 {
                    found[work, default: [:]][part.degree, default: .zero] += Integer(nonzero)
                }
                times[set == .paper ? part.name.work : whole, default: 0] += time
            }
            for (work, counts) in found { degrees[work.task] = counts }
            for (work, time) in times { seconds[work.task] = time }
        }
    }

    private mutating func addPaperTimes(_ architecture: Architecture) throws {
        let table = try PaperData.table2()
        guard architecture.strides == [table.stride],
            let column = table.columns.first(where: { $0.filterSizes == architecture.filterSizes })
        else { return }
        paperSeconds[.ideal] = column.idealJ
        paperSeconds[.kernel] = column.kernel
    }

    /// Expanded in a second or so.
    private static let largestGeneratorCount = 2_000_000
    /// Beyond that Macaulay2 has no use for the series either.
    private static let largestDimension = 200
}

import CrossValidation
import ExactAlgebra
import Macaulay2
import Neurovariety

extension Prediction {
    /// What is found here about an architecture, for Macaulay2 to confirm, with the times it took and those of the paper.
    ///
    /// What would take longer than a second or so is left out, set by set, and so is what can differ over the field.
    ///
    /// - Parameter rows: of the script; what none of them needs is left out.
    /// - Throws: ``IdealError`` or an error of the paper's data, defects both: what is out of reach is left out.
    package init(natively architecture: Architecture, rows: Set<ScriptRow>, over field: CoefficientField)
        throws
    {
        self.init(codimension: architecture.codimension, degree: architecture.degree)
        if architecture.dimension <= Self.largestDimension {
            hilbertNumerator = try HilbertSeries(architecture).numerator
        }
        if architecture.endToEndFilterSize <= Self.largestFilterSize,
            let counts = NonfaceCounts(architecture)
        {
            // The minors of nonfaces are minimal generators: a theorem for two layers, observed for more.
            for set in [Work.minimalNonfaces, .gradedKernel, .kernel] { degrees[set.task] = counts.bySize }
            if rows.contains(.prime), Self.isShort(counts.bySize.map { ($0.key, $0.value) }) {
                seconds[Work.minimalNonfaces.task] =
                    try Repetition(seconds: 0.2) { _ = try PrimeIdeal(architecture).expanded() }.medianSeconds
            }
        }
        try addPaperTimes(architecture)
        guard field == .rationals else { return }
        idealIsRadical = try isRadical(architecture)
        for (row, set) in [(ScriptRow.ideal, GeneratorSet.paper), (.lean, .lean), (.levels, .levels)]
        where rows.contains(row) {
            try addMinors(set, of: architecture)
        }
    }

    /// Generators that may vanish modulo a prime.
    private mutating func addMinors(_ set: GeneratorSet, of architecture: Architecture) throws {
        let parts = try IdealGenerators(architecture, set).parts
        guard Self.isShort(parts.map { ($0.degree, $0.generatorCount) }) else { return }
        let whole = set == .paper ? Work.ideal : set == .lean ? .leanIdeal : .allLevels
        // Those of the paper are timed one by one.
        let single: [Work] = set == .paper ? [.vanishingVariables, .firstMinors, .secondMinors] : []
        for work in [whole] + single { degrees[work.task] = [:] }
        for work in single.isEmpty ? [whole] : single.dropFirst() { seconds[work.task] = 0 }
        for part in parts {
            var nonzero = 0
            // Expanded and kept, as Macaulay2 does.
            let time = try Repetition(seconds: 0.2) { nonzero = try part.polynomials().count }.medianSeconds
            let timed = single.isEmpty ? whole : part.name.work
            for work in Set([whole, timed]) where nonzero > 0 {
                degrees[work.task, default: [:]][part.degree, default: .zero] += Integer(nonzero)
            }
            if let before = seconds[timed.task] { seconds[timed.task] = before + time }
        }
    }

    private func isRadical(_ architecture: Architecture) throws -> Bool? {
        if let answer = Radicality.byLevels(architecture) { return answer }
        guard architecture.endToEndFilterSize <= Radicality.largestFilterSize,
            Self.isShort(
                try IdealGenerators(architecture, .paper).parts.map { ($0.degree, $0.generatorCount) })
        else { return nil }
        return try Radicality.byRanks(PrimeIdeal(architecture))
    }

    private mutating func addPaperTimes(_ architecture: Architecture) throws {
        let table = try PaperData.table2()
        guard architecture.strides == [table.stride],
            let column = table.columns.first(where: { $0.filterSizes == architecture.filterSizes })
        else { return }
        paperSeconds[.ideal] = column.idealJ
        paperSeconds[.kernel] = column.kernel
    }

    /// Whether determinants of these sizes, so many of each, are expanded in a second or so: a determinant of size n
    /// has at most n! terms.
    private static func isShort(_ determinants: [(size: Int, count: Integer)]) -> Bool {
        determinants.reduce(Integer.zero) { sum, item in
            // Beyond any bound already.
            guard item.size <= 20 else { return Integer(largestTermCount) + .one }
            return sum + item.count * Integer((1...max(1, item.size)).reduce(1, *))
        } <= Integer(largestTermCount)
    }

    private static let largestTermCount = 20_000_000
    /// Beyond that Macaulay2 has no use for the series either.
    private static let largestDimension = 200
    /// Nonfaces are counted in a second or so.
    private static let largestFilterSize = 200
}

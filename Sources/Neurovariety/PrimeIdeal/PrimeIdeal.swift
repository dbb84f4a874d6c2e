import ExactAlgebra

/// The prime ideal I of a neurovariety, by one minor of a resultant matrix for each minimal nonface of Δ.
///
/// The minors are a Gröbner basis of I, in graded reverse lexicographic order with `w_0 > w_1 > …`, that also
/// generates it (a theorem, proved in `PrimeIdeal` of this documentation; ``Certificate`` proves it again for one
/// architecture). Made once and handed to all that need it: nonfaces are listed when it is made; the minors are
/// expanded at each visit, or kept by ``expanded()``.
public struct PrimeIdeal: Sendable {
    /// As given.
    public let architecture: Architecture
    /// Δ.
    public let complex: InitialComplex
    /// One for each minimal nonface, by degree, then by nonface.
    public let minors: [NonfaceMinor]
    /// The same minors expanded, if they are kept.
    private let kept: [Polynomial]?

    /// Lists the minimal nonfaces; refuses, from their count, to list more than fit in memory.
    ///
    /// - Throws: ``IdealError/tooManyVariables(_:)``, ``IdealError/nonfacesNotCounted(_:)``,
    ///   ``IdealError/tooManyNonfaces(_:count:)``.
    public init(_ architecture: Architecture) throws(IdealError) {
        _ = try NonfaceCounts(listable: architecture)
        let complex = InitialComplex(architecture)
        var minors: [NonfaceMinor] = []
        complex.visitMinimalNonfaces { nonface, index in
            minors.append(
                NonfaceMinor(nonface: nonface, pieceIndex: index, piece: complex.pieces[index]))
        }
        self.init(
            architecture: architecture, complex: complex,
            minors: minors.sorted {
                $0.degree != $1.degree
                    ? $0.degree < $1.degree : $0.nonface.lexicographicallyPrecedes($1.nonface)
            }, kept: nil)
    }

    private init(
        architecture: Architecture, complex: InitialComplex, minors: [NonfaceMinor], kept: [Polynomial]?
    ) {
        self.architecture = architecture
        self.complex = complex
        self.minors = minors
        self.kept = kept
    }

    /// The same ideal with its minors kept in memory, so that they are expanded once.
    ///
    /// - Throws: ``MinorsError``.
    public func expanded() throws(MinorsError) -> PrimeIdeal {
        PrimeIdeal(
            architecture: architecture, complex: complex, minors: minors, kept: try polynomials())
    }

    /// How many generators there are in each degree that has some.
    public var degrees: [Int: Int] {
        Dictionary(minors.map { ($0.degree, 1) }, uniquingKeysWith: +)
    }

    /// The largest degree of a generator; nil for the zero ideal.
    public var largestDegree: Int? { minors.last?.degree }

    /// The minors by degree: ranges of ``minors``, increasing.
    var runs: [(degree: Int, minors: ArraySlice<NonfaceMinor>)] {
        var result: [(degree: Int, minors: ArraySlice<NonfaceMinor>)] = []
        var start = 0
        while start < minors.count {
            let degree = minors[start].degree
            let end = minors[start...].firstIndex { $0.degree != degree } ?? minors.count
            result.append((degree, minors[start..<end]))
            start = end
        }
        return result
    }

    /// The generators, expanded, in the order of ``minors``.
    ///
    /// - Parameter degree: those of this degree and of higher ones are left out.
    /// - Throws: ``MinorsError``.
    public func polynomials(below degree: Int = .max) throws(MinorsError) -> [Polynomial] {
        let runs = runs.prefix { $0.degree < degree }
        if let kept { return Array(kept.prefix(runs.last?.minors.endIndex ?? 0)) }
        var result: [Polynomial] = []
        result.reserveCapacity(runs.last?.minors.endIndex ?? 0)
        for run in runs {
            // None of them is zero: each has its nonface as a monomial.
            result += try DeterminantList(run.minors).polynomials()
        }
        return result
    }

    /// Calls `body` with each minor and its expansion until it returns false.
    ///
    /// - Throws: ``MinorsError``.
    public func visit(_ body: (NonfaceMinor, borrowing Polynomial) -> Bool) throws(MinorsError) {
        if let kept {
            for (minor, polynomial) in zip(minors, kept) {
                guard body(minor, polynomial) else { return }
            }
            return
        }
        for run in runs {
            var place = run.minors.startIndex
            var goesOn = true
            try DeterminantList(run.minors).visit { determinant in
                goesOn = body(run.minors[place], determinant.polynomial)
                place += 1
                return goesOn
            }
            guard goesOn else { return }
        }
    }
}

extension DeterminantList {
    /// The minors of nonfaces with equally many vertices.
    init(_ minors: ArraySlice<NonfaceMinor>) throws(MinorsError) {
        let start = minors.startIndex
        try self.init(
            count: minors.count, size: minors.first?.degree ?? 1,
            variableCount: minors.first?.piece.endToEndFilterSize ?? 1
        ) { minors[start + $0].matrix }
    }
}

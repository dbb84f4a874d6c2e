import ExactAlgebra

/// The generators of an ideal of the neurovariety, part by part.
public struct IdealGenerators: Sendable {
    /// As given.
    public let architecture: Architecture
    /// Which generators.
    public let set: GeneratorSet
    /// Non-empty parts only, in the order in which they are visited.
    public private(set) var parts: [IdealPart]
    /// Generators of higher degrees are not among them; nil if that leaves nothing out.
    public let maxDegree: Int?

    /// The largest end-to-end filter size for which generators are written down.
    public static let largestFilterSize = 1 << 16

    /// Refuses end-to-end filters that are too large for polynomials, here and in Macaulay2.
    ///
    /// - Throws: ``IdealError/tooManyVariables(_:)``.
    public static func checkFilterSize(_ architecture: Architecture) throws(IdealError) {
        guard architecture.endToEndFilterSize <= largestFilterSize else {
            throw .tooManyVariables(architecture.endToEndFilterSize)
        }
    }

    /// For ``GeneratorSet/trimmed`` and ``GeneratorSet/reduced`` this expands and compares all minors; for
    /// ``GeneratorSet/minimal`` it counts and lists the minimal nonfaces; otherwise it takes no time.
    ///
    /// - Throws: ``IdealError``. That there are too many minors of a resultant matrix is found when a part is
    ///   expanded.
    public init(_ architecture: Architecture, _ set: GeneratorSet) throws(IdealError) {
        try Self.checkFilterSize(architecture)
        self.architecture = architecture
        self.set = set
        maxDegree = nil
        let parts: [IdealPart]
        switch set {
        case .paper: parts = Self.parts(architecture) { $0.paperParts(isLean: false, index: $1) }
        case .lean: parts = Self.parts(architecture) { $0.paperParts(isLean: true, index: $1) }
        case .levels: parts = Self.parts(architecture) { $0.levelParts(isLean: false, index: $1) }
        case .leanLevels: parts = Self.parts(architecture) { $0.levelParts(isLean: true, index: $1) }
        case .minimal: parts = Self.parts(try PrimeIdeal(architecture))
        case .reduced: parts = try Self.reducedParts(PrimeIdeal(architecture)) { _, _ in }
        case .trimmed:
            parts = try TrimmedGenerators(of: IdealGenerators(architecture, .paper)) { _ in }.parts
        }
        self.parts = parts.filter { $0.generatorCount.signum > 0 }
    }

    init(_ architecture: Architecture, _ set: GeneratorSet, parts: [IdealPart]) {
        self.architecture = architecture
        self.set = set
        self.parts = parts.filter { $0.generatorCount.signum > 0 }
        maxDegree = nil
    }

    /// Those of ``GeneratorSet/trimmed``, with word of what is done.
    ///
    /// - Parameter told: by one thread at a time.
    /// - Throws: ``IdealError``.
    public init(
        trimming architecture: Architecture, told: @escaping @Sendable (TrimmingStage) -> Void
    ) throws(IdealError) {
        try Self.checkFilterSize(architecture)
        let trimmed = try TrimmedGenerators(of: IdealGenerators(architecture, .paper), told: told)
        self.init(architecture, .trimmed, parts: trimmed.parts)
    }

    /// The generators of a prime ideal that is there: ``GeneratorSet/minimal``.
    public init(_ ideal: PrimeIdeal) {
        architecture = ideal.architecture
        set = .minimal
        maxDegree = nil
        parts = Self.parts(ideal)
    }

    /// The reduced Gröbner basis of a prime ideal that is there: ``GeneratorSet/reduced``.
    ///
    /// - Parameter progress: told what is done and the share of it, by one thread at a time.
    /// - Throws: ``IdealError``.
    public init(
        reducing ideal: PrimeIdeal, progress: @escaping @Sendable (_ task: String, _ share: Double) -> Void
    ) throws(IdealError) {
        architecture = ideal.architecture
        set = .reduced
        maxDegree = nil
        parts = try Self.reducedParts(ideal, progress)
    }

    /// The elements that linear algebra found: the reduced Gröbner basis up to some degree.
    public init(_ ideal: LinearAlgebraIdeal) {
        architecture = ideal.architecture
        set = .reduced
        maxDegree = ideal.degrees.last?.degree ?? 0
        parts = Self.parts(ideal.polynomials)
    }

    /// The same generators, those that a selection leaves.
    ///
    /// - Throws: ``IdealError`` for a selection that does not fit, before any work.
    public func selecting(_ selection: MinorSelection) throws(IdealError) -> IdealGenerators {
        var result = self
        result.parts = try selection.applied(to: parts)
        return result
    }

    /// The name that a text stands for: `J1`, `level9`, ….
    ///
    /// - Throws: ``IdealError/noSuchPart(_:_:)`` if no part has it.
    public func partName(_ text: String) throws(IdealError) -> IdealPart.Name {
        if let part = parts.first(where: { $0.name.description == text }) { return part.name }
        throw .noSuchPart(text, parts.map(\.name).unique)
    }

    private static func parts(
        _ architecture: Architecture, of piece: (TwoLayerPiece, Int) -> [IdealPart]
    ) -> [IdealPart] {
        architecture.pieces.enumerated().filter { $0.element.commonFactorDegree > 0 }
            .flatMap { piece($0.element, $0.offset) }
    }

    private static func parts(_ ideal: PrimeIdeal) -> [IdealPart] {
        ideal.runs.map { degree, minors in
            IdealPart(
                name: .degree(degree), piece: nil, pieceIndex: nil, content: .nonfaces(Array(minors)))
        }
    }

    private static func reducedParts(
        _ ideal: PrimeIdeal, _ progress: @escaping @Sendable (String, Double) -> Void
    ) throws(IdealError) -> [IdealPart] {
        let basis: GroebnerBasis
        do throws(MinorsError) {
            basis = try GroebnerBasis(ideal)
        } catch {
            throw .tooLarge(part: nil, error)
        }
        do throws(PolynomialError) {
            return parts(try basis.reducedPolynomials { progress("reducing", $0) })
        } catch {
            throw .coefficientsTooLarge
        }
    }

    /// One part a degree.
    private static func parts(_ polynomials: [Polynomial]) -> [IdealPart] {
        let byDegree = Dictionary(grouping: polynomials, by: \.degree)
        return byDegree.keys.sorted().map { degree in
            IdealPart(
                name: .degree(degree), piece: nil, pieceIndex: nil,
                content: .chosen(byDegree[degree] ?? [], degree: degree))
        }
    }

    /// Whether some generators were left out on request.
    public var isSelection: Bool { parts.contains { !$0.selection.isAll } }

    /// Finds out, before any work, whether a part is out of reach.
    ///
    /// - Throws: ``IdealError/tooLarge(part:_:)``.
    public func checkFeasible() throws(IdealError) {
        for part in parts { _ = try part.expansion() }
    }

    /// An estimate is believed if it exceeds the memory so many times; what is nearer is tried, and ends with
    /// ``MinorsError/outOfMemory(size:available:)`` where it does not fit.
    private static let certainExcess = 4.0

    /// What it takes to expand them all, part after part.
    ///
    /// - Parameter memory: in bytes.
    /// - Throws: ``IdealError/tooLarge(part:_:)``, ``IdealError/tooMuchMemory(part:_:available:)``; before any work.
    public func cost(memory: Double = availableMemory()) throws(IdealError) -> ExpansionCost {
        var sum = ExpansionCost()
        for part in parts {
            guard let cost = try part.expansion()?.cost() else { continue }
            guard cost.bytes <= Self.certainExcess * memory else {
                throw .tooMuchMemory(part: part.name, cost, available: memory)
            }
            sum += cost
        }
        return sum
    }

    /// Calls `body` with each nonzero generator until it returns false.
    ///
    /// Minors come in lexicographic order of rows and colexicographic order of columns.
    public func visit(_ body: (Generator) throws -> Bool) throws {
        for part in parts {
            guard try part.visit(body) else { return }
        }
    }

    /// All nonzero generators. For ideals that fit in memory.
    public func polynomials() throws -> [Polynomial] {
        try parts.flatMap { try $0.polynomials() }
    }
}

extension TwoLayerPiece {
    /// J₀, J₁ and J₂ or what replaces it.
    fileprivate func paperParts(isLean: Bool, index: Int) -> [IdealPart] {
        let first = [variablesPart(index), minorsPart(.firstMinors, level: firstLevel, index: index)]
        guard let level = secondLevel else { return first }
        return first + [
            isLean
                ? minorsPart(.leanMinors, level: level, forms: topFormCount, index: index)
                : minorsPart(.secondMinors, level: level, index: index)
        ]
    }

    /// J₀ and the minors of all levels.
    fileprivate func levelParts(isLean: Bool, index: Int) -> [IdealPart] {
        [variablesPart(index)]
            + (smallestDegree...(secondLevel ?? firstLevel)).map { level in
                minorsPart(
                    .level(level), level: level,
                    forms: isLean && level == secondLevel ? topFormCount : formCount, index: index)
            }
    }

    private func variablesPart(_ index: Int) -> IdealPart {
        IdealPart(
            name: .vanishingVariables, piece: self, pieceIndex: index,
            content: .variables(vanishingVariables))
    }

    private func minorsPart(
        _ name: IdealPart.Name, level: Int, forms: Int? = nil, index: Int
    ) -> IdealPart {
        IdealPart(
            name: name, piece: self, pieceIndex: index,
            content: .minors(level: level, forms: forms ?? formCount, size: minorSize(atLevel: level)))
    }
}

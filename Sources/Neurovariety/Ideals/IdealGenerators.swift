import ExactAlgebra

/// The generators of an ideal of the neurovariety, part by part.
public struct IdealGenerators: Sendable {
    public let architecture: Architecture
    public let set: GeneratorSet
    /// Non-empty parts only, in the order in which they are visited.
    public private(set) var parts: [IdealPart]

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
        let parts: [IdealPart]
        switch set {
        case .minimal:
            _ = try NonfaceCounts(listable: architecture)
            parts = Self.nonfaceParts(architecture)
        case .reduced:
            _ = try NonfaceCounts(listable: architecture)
            parts = try Self.reducedParts(architecture)
        case .trimmed: parts = try TrimmedGenerators(of: IdealGenerators(architecture, .paper)).parts
        default:
            parts = architecture.pieces.enumerated().flatMap { index, piece in
                Self.parts(piece, index: index, set)
            }
        }
        self.parts = parts.filter { $0.generatorCount.signum > 0 }
    }

    /// The elements that linear algebra found: the reduced Gröbner basis up to some degree.
    public init(_ ideal: LinearAlgebraIdeal) {
        architecture = ideal.architecture
        set = .reduced
        parts = Self.parts(ideal.polynomials)
    }

    /// The same generators, those that a selection leaves.
    ///
    /// - Throws: ``IdealError/badSelection(_:)``, before any work.
    public func selecting(_ selection: MinorSelection) throws(IdealError) -> IdealGenerators {
        var result = self
        result.parts = try selection.applied(to: parts)
        return result
    }

    private static func parts(_ piece: TwoLayerPiece, index: Int, _ set: GeneratorSet) -> [IdealPart] {
        guard piece.commonFactorDegree > 0 else { return [] }
        func part(_ name: String, _ content: IdealPart.Content) -> IdealPart {
            IdealPart(name: name, piece: piece, pieceIndex: index, content: content)
        }
        func minors(_ name: String, level: Int, forms: Int? = nil) -> IdealPart {
            part(
                name,
                .minors(
                    level: level, forms: forms ?? piece.formCount, size: piece.minorSize(atLevel: level)))
        }
        var parts = [part("J0", .variables(piece.vanishingVariables))]
        switch set {
        case .paper, .lean:
            parts.append(minors("J1", level: piece.firstLevel))
            if let level = piece.secondLevel {
                parts.append(
                    set == .paper
                        ? minors("J2", level: level)
                        : minors("lean", level: level, forms: piece.topFormCount))
            }
        case .levels, .leanLevels, .minimal, .reduced, .trimmed:
            for level in piece.smallestDegree...(piece.secondLevel ?? piece.firstLevel) {
                let isLean = set == .leanLevels && level == piece.secondLevel
                parts.append(
                    minors("level\(level)", level: level, forms: isLean ? piece.topFormCount : nil))
            }
        }
        return parts
    }

    private static func nonfaceParts(_ architecture: Architecture) -> [IdealPart] {
        let byDegree = Dictionary(grouping: architecture.nonfaceMinors) { $0.nonface.count }
        return byDegree.keys.sorted().map { degree in
            IdealPart(
                name: "degree\(degree)", piece: nil, pieceIndex: nil,
                content: .nonfaces(byDegree[degree] ?? []))
        }
    }

    private static func reducedParts(_ architecture: Architecture) throws(IdealError) -> [IdealPart] {
        let polynomials: [Polynomial]
        do {
            polynomials = try GroebnerBasis(architecture).reducedPolynomials()
        } catch let error as MinorsError {
            throw .tooLarge(part: "minors", error)
        } catch {
            throw .coefficientsTooLarge
        }
        return parts(polynomials)
    }

    /// One part a degree.
    private static func parts(_ polynomials: [Polynomial]) -> [IdealPart] {
        let byDegree = Dictionary(grouping: polynomials, by: \.degree)
        return byDegree.keys.sorted().map { degree in
            IdealPart(
                name: "degree\(degree)", piece: nil, pieceIndex: nil,
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
        var result: [Polynomial] = []
        try visit { generator in
            result.append(generator.polynomial)
            return true
        }
        return result
    }
}

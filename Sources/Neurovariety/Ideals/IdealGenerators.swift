import ExactAlgebra

/// The generators of an ideal of the neurovariety, part by part.
public struct IdealGenerators: Sendable {
    public let architecture: Architecture
    public let set: GeneratorSet
    /// Non-empty parts only, in the order in which they are visited.
    public let parts: [IdealPart]

    /// The largest end-to-end filter size for which generators are written down.
    public static let largestFilterSize = 1 << 16

    /// - Throws: ``IdealError/tooManyVariables(_:)``. That there are too many minors is found when a part is
    ///   expanded.
    public init(_ architecture: Architecture, _ set: GeneratorSet) throws(IdealError) {
        guard architecture.endToEndFilterSize <= Self.largestFilterSize else {
            throw .tooManyVariables(architecture.endToEndFilterSize)
        }
        self.architecture = architecture
        self.set = set
        let parts: [IdealPart]
        if set == .minimal {
            parts = Self.nonfaceParts(architecture)
        } else {
            parts = architecture.pieces.enumerated().flatMap { index, piece in
                Self.parts(piece, index: index, set)
            }
        }
        self.parts = parts.filter { $0.generatorCount.signum > 0 }
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
        case .levels, .minimal:
            for level in piece.smallestDegree...(piece.secondLevel ?? piece.firstLevel) {
                parts.append(minors("level\(level)", level: level))
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

/// One nonzero generator with where it comes from.
public struct Generator: Sendable {
    public let part: IdealPart
    public let polynomial: Polynomial
}

extension IdealPart {
    /// Calls `body` with each nonzero generator until it returns false, and returns whether it went to the
    /// end.
    ///
    /// - Throws: ``IdealError/tooLarge(part:_:)`` before any work, or what `body` throws.
    @discardableResult
    public func visit(_ body: (Generator) throws -> Bool) throws -> Bool {
        switch content {
        case .variables(let variables):
            for variable in variables {
                guard try body(Generator(part: self, polynomial: Polynomial(variable: variable))) else {
                    return false
                }
            }
        case .nonfaces(let minors):
            var determinants = Determinants()
            for minor in minors {
                let polynomial = try determinants.expand(minor.matrix)
                guard try body(Generator(part: self, polynomial: polynomial)) else { return false }
            }
        case .minors:
            var goesOn = true
            try expansion()?.visit { minor in
                guard !minor.polynomial.isZero else { return true }
                goesOn = try body(Generator(part: self, polynomial: minor.polynomial))
                return goesOn
            }
            return goesOn
        }
        return true
    }

    /// How many generators, how many of them nonzero, and how many terms; by expanding them.
    public func statistics() throws -> MinorStatistics {
        if case .minors = content { return try expansion()?.statistics() ?? MinorStatistics() }
        var result = MinorStatistics()
        try visit { generator in
            result += MinorStatistics(minors: 1, nonzero: 1, terms: generator.polynomial.termCount)
            return true
        }
        return result
    }

    /// The minors of a part of that kind, ready to be expanded; nil for other parts.
    public func expansion() throws(IdealError) -> Minors? {
        guard case .minors(_, _, let size) = content else { return nil }
        do throws(MinorsError) {
            // The count comes first: the matrix itself may be too large to make.
            guard generatorCount <= Integer(Minors.largestCount) else {
                throw .tooLarge(size: size, count: generatorCount)
            }
            guard let matrix = resultantMatrix?.matrix else { return nil }
            return try Minors(of: matrix, size: size)
        } catch {
            throw .tooLarge(part: name, error)
        }
    }
}

public enum IdealError: Error, Hashable, Sendable, CustomStringConvertible {
    case tooManyVariables(Int)
    case tooLarge(part: String, MinorsError)

    public var description: String {
        switch self {
        case .tooManyVariables(let count):
            return "the end-to-end filter has \(count) coefficients; generators are written for at most "
                + "\(IdealGenerators.largestFilterSize)"
        case .tooLarge(let part, let error):
            return "\(part): \(error)"
        }
    }
}

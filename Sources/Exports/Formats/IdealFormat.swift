import ExactAlgebra
import Macaulay2

/// A file format for generators of an ideal.
///
/// A format is a value: each has a file of its own in this folder, which is all there is to say about it, and a place in
/// ``allCases``.
public struct IdealFormat: RawRepresentable, CaseIterable, Sendable {
    /// The name, as options have it.
    public let rawValue: String
    /// How polynomials are written.
    let syntax: PolynomialSyntax
    /// Names that variables cannot have, since they mean something else where the file is read.
    let takenNames: Set<String>
    /// Whether names of several letters are read.
    let takesGreekLetters: Bool
    /// Whether the order of monomials can be told from the file.
    let saysOrder: Bool
    /// What stands around and between them.
    let frame: @Sendable (IdealFile) throws(TemplateError) -> IdealFileFrame

    /// All formats, in the order in which help lists them.
    public static let allCases: [IdealFormat] = [
        text, m2, m2Engine, singular, msolve, sage, oscar, magma, latex, json,
    ]

    init(
        _ name: String, _ syntax: PolynomialSyntax, takenNames: Set<String> = [],
        takesGreekLetters: Bool = true, saysOrder: Bool = true,
        frame: @escaping @Sendable (IdealFile) throws(TemplateError) -> IdealFileFrame
    ) {
        rawValue = name
        self.syntax = syntax
        self.takenNames = takenNames
        self.takesGreekLetters = takesGreekLetters
        self.saysOrder = saysOrder
        self.frame = frame
    }

    /// Whether a variable can have this name.
    func takes(_ name: String) -> Bool {
        !takenNames.contains(name) && (takesGreekLetters || VariableNames.letter(of: name).count == 1)
    }

    /// What files call a ring and ideals: no variable can be called so where they do.
    static let definedNames: Set<String> = ["R", "I", "J"]

    /// The format of a name; nil if there is none.
    public init?(rawValue: String) {
        guard let format = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = format
    }
}

extension IdealFormat: CustomStringConvertible {
    /// The name.
    public var description: String { rawValue }
}

extension IdealFormat: Hashable {
    /// Whether the names are the same.
    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

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
    /// What stands around and between them.
    let frame: @Sendable (IdealFile) throws(TemplateError) -> IdealFileFrame

    /// All formats, in the order in which help lists them.
    public static let allCases: [IdealFormat] = [
        text, m2, m2Engine, singular, msolve, latex, json,
    ]

    init(
        _ name: String, _ syntax: PolynomialSyntax,
        frame: @escaping @Sendable (IdealFile) throws(TemplateError) -> IdealFileFrame
    ) {
        rawValue = name
        self.syntax = syntax
        self.frame = frame
    }

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

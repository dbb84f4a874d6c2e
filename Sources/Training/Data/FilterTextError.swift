import ExactAlgebra

/// Why a text, or the shape of an array, is no filter.
public enum FilterTextError: Error, Hashable, Sendable {
    case noNumbers
    case emptyBrackets
    /// Counted from 1, over all brackets.
    case emptyEntry(Int)
    /// Counted from 1.
    case emptyLayer(Int)
    case notANumber(String)
    case notFinite(String)
    case outOfRange(String)
    /// `...`, where an array is printed in short.
    case leftOut(String)
    case notOpened(Character)
    case notClosed(Character)
    case tooDeep(limit: Int)
    case mixed
    case uneven
    case severalFilters(Int)
    case channels([Int])
    case dimensions([Int])
}

extension FilterTextError: CustomStringConvertible {
    /// One line, in which nothing steers a terminal.
    public var description: String { VisibleText.of(message) }

    private var message: String {
        switch self {
        case .noNumbers: return "there are no numbers"
        case .emptyBrackets: return "brackets have no numbers in them"
        case .emptyEntry(let number): return "entry \(number) is empty"
        case .emptyLayer(let number): return "layer \(number) is empty"
        case .notANumber(let text): return "'\(text)' is not a number"
        case .notFinite(let text): return "'\(text)' is not finite"
        case .outOfRange(let text):
            return "'\(text)' is out of range: a number has at most \(Rational.longestText) characters "
                + "and an exponent up to \(Rational.largestExponent)"
        case .leftOut(let text): return "'\(text)' leaves numbers out; print all of them"
        case .notOpened(let bracket): return "'\(bracket)' closes no bracket before it"
        case .notClosed(let bracket): return "'\(bracket)' is not closed"
        case .tooDeep(let limit): return "brackets are more than \(limit) deep"
        case .mixed: return "numbers stand beside brackets; write [1,2],[3,4] or 1,2,3,4"
        case .uneven: return "the lists within three or more brackets differ in length; use one list a filter"
        case .severalFilters(let count): return "\(count) filters where one is asked for"
        case .channels(let shape):
            return "the shape \(Self.text(shape)) has \(shape[0]) output and \(shape[1]) input channels; "
                + "networks here have one channel, so (1, 1, K), or (C, 1, K) for C filters"
        case .dimensions(let shape):
            return "the shape \(Self.text(shape)) has filters of more than one dimension; "
                + "networks here have one: (1, 1, K)"
        }
    }

    private static func text(_ shape: [Int]) -> String {
        "(" + shape.map(String.init).joined(separator: ", ") + ")"
    }
}

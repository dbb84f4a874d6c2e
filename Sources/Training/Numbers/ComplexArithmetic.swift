/// What the gradient of the loss needs of its numbers: floating-point ones to follow paths, and discs with
/// rounding errors enclosed to certify. One evaluation serves both.
protocol ComplexArithmetic: BitwiseCopyable, Sendable {
    static var zero: Self { get }
    static var one: Self { get }
    init(_ value: Complex)
    static func + (left: Self, right: Self) -> Self
    static func - (left: Self, right: Self) -> Self
    static func * (left: Self, right: Self) -> Self
}

extension ComplexArithmetic {
    @inline(__always)
    static func += (left: inout Self, right: Self) { left = left + right }
    @inline(__always)
    static func -= (left: inout Self, right: Self) { left = left - right }
}

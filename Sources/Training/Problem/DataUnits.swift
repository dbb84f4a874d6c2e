/// Of which size filters, losses and gradients of a training problem are, in the units of its data: binary exponents.
public struct DataUnits: Hashable, Sendable {
    /// Of the best filter without any architecture.
    public let filters: Int
    /// Of ‖Y‖².
    public let losses: Int
    /// Of b, which is half the gradient at 0.
    public let gradients: Int

    /// With room on both sides: other filters are larger, and parts of losses are smaller.
    private static let range = -960...960

    init(_ enclosure: LossEnclosure, minimum: [Double]) {
        func exponent(_ values: [Double]) -> Int {
            let largest = values.reduce(0) { max($0, abs($1)) }
            return largest > 0 ? Int(largest.exponent) : 0
        }
        filters = exponent(minimum) + enclosure.filterExponent
        losses = exponent([enclosure.constant.midpoint.high]) + enclosure.lossExponent
        gradients =
            exponent(enclosure.vector.map(\.midpoint.high)) + enclosure.lossExponent
            - enclosure.filterExponent
    }

    /// Whether all of them are numbers of double precision.
    var areRepresentable: Bool { beyond.isEmpty }

    /// Those that are not, with their names.
    private var beyond: [(name: String, exponent: Int)] {
        [("losses", losses), ("filters", filters), ("gradients", gradients)].filter {
            !Self.range.contains($0.1)
        }
    }
}

extension DataUnits: CustomStringConvertible {
    /// One line, with what helps.
    public var description: String {
        let sizes = beyond.map { name, exponent in
            "\(name) are of size 10^\(Int((Double(exponent) * 0.301_03).rounded()))"
        }
        return sizes.joined(separator: ", ")
            + ", beyond the range of numbers: multiply X or Y by powers of two, "
            + "which is exact (filters change as Y/X, losses as Y^2)"
    }
}

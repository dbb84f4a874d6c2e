extension Integer {
    /// The non-negative least common multiple; 0 if one of the numbers is 0.
    ///
    /// - Complexity: that of the greatest common divisor.
    public static func leastCommonMultiple(_ a: Integer, _ b: Integer) -> Integer {
        guard a.signum != 0, b.signum != 0 else { return .zero }
        return (a / greatestCommonDivisor(a, b) * b).magnitude
    }
}

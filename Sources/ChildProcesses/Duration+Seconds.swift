extension Duration {
    /// The duration as a number, rounded to double precision.
    package var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}

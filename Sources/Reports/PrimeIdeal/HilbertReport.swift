import ExactAlgebra
import Exports
import Neurovariety

/// A Hilbert series and what follows from it, written down.
package struct HilbertReport: Report {
    package let series: HilbertSeries
    package let architecture: Architecture
    /// The Hilbert function is written up to this degree.
    package let upTo: Int

    package init(_ series: HilbertSeries, of architecture: Architecture, upTo: Int) {
        self.series = series
        self.architecture = architecture
        self.upTo = upTo
    }

    package func text(width: Int?) -> String {
        func list(_ values: [Integer]) -> String { values.map(\.description).joined(separator: ", ") }
        return """
            dimension           \(series.dimension)
            degree              \(series.degree)
            f-vector            \(list(series.fVector))
            h-numerator         \(list(series.numerator))
            Hilbert series      Σ h_i z^i / (1 - z)^\(series.dimension)
            Hilbert polynomial  \(HilbertPolynomial(series))
            Hilbert function    \(list(series.function(upTo: upTo)))

            """
    }

    package var json: JSONValue {
        .about(
            architecture,
            [
                ("dimension", .integer(Integer(series.dimension))),
                ("degree", .integer(series.degree)),
                ("fVector", .integers(series.fVector)),
                ("hNumerator", .integers(series.numerator)),
                ("hilbertPolynomial", .array(HilbertPolynomial(series).coefficients.map { .string($0) })),
                ("hilbertFunction", .integers(series.function(upTo: upTo))),
            ])
    }
}

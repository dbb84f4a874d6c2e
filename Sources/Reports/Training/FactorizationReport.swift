import ExactAlgebra
import Foundation
import Training

/// Whether a filter comes from a network, and from which layers, written down.
package struct FactorizationReport: Report {
    private let factorization: FilterFactorization
    /// For a filter off the variety.
    private let nearest: CriticalPoints?
    private let tolerance: Double

    package init(_ factorization: FilterFactorization, nearest: CriticalPoints?, tolerance: Double) {
        self.factorization = factorization
        self.nearest = nearest
        self.tolerance = tolerance
    }

    private var norm: Double {
        factorization.filter.reduce(0) { $0 + $1.approximation * $1.approximation }.squareRoot()
    }

    private func distance(_ point: RealCriticalPoint) -> Double {
        // From the difference itself: the loss would cancel near the variety.
        zip(point.filter, factorization.filter).reduce(0) {
            $0 + ($1.0 - $1.1.approximation) * ($1.0 - $1.1.approximation)
        }.squareRoot()
    }

    /// Whether the nearest point is the filter itself, up to the tolerance.
    private var isWithinTolerance: Bool {
        nearest?.real.first.map { distance($0) <= tolerance * norm } ?? false
    }

    package var text: String {
        var text = "architecture   \(factorization.architecture)\n"
        func membership(_ variety: String, _ manifold: String) {
            text += "neurovariety   \(variety)\nneuromanifold  \(manifold)\n"
        }
        switch factorization.answer {
        case .zero:
            membership(
                "yes: the zero filter, its singular point", "yes: one layer is zero, the others are arbitrary"
            )
        case .unique(let layers):
            membership("yes, exactly", "yes: the layers are rational, and unique up to scaling")
            for (index, layer) in layers.enumerated() {
                text += "layer \(index + 1)        " + layer.map(\.description).joined(separator: ", ") + "\n"
            }
        case .ambiguous(let list):
            let real = list.count(where: \.isReal)
            membership(
                "yes, exactly",
                real > 0
                    ? "yes, by real layers to working precision"
                    : "no real layers among those found, to working precision")
            let cut = list.count >= FilterFactorization.mostListed ? "the first " : ""
            text +=
                "A common factor of higher degree than needed: \(cut)\(list.count) different networks, \(real) of them real.\n"
            for (index, one) in list.enumerated() {
                text += "network \(index + 1)" + (one.isReal ? ", real" : "")
                text += String(format: ", residual %.1e\n", one.residual)
                for (layer, filter) in one.layers.enumerated() {
                    text +=
                        "  layer \(layer + 1)      " + filter.map(Self.text).joined(separator: ", ") + "\n"
                }
            }
        case .outside(let layer, let common, let needed):
            let reason =
                "the decomposition for layer \(layer) has a common factor of degree \(common), and needs \(needed)"
            membership("no, exactly: \(reason)", "no")
            text += nearestText
        }
        return text
    }

    private var nearestText: String {
        guard let nearest else { return "" }
        guard let first = nearest.real.first else { return "No real nearest point was found.\n" }
        var text = ""
        if isWithinTolerance {
            text += String(
                format: "It lies within the tolerance %.1e of the neuromanifold (relative distance %.1e).\n",
                tolerance, distance(first) / norm)
        }
        text += """
            Critical points of the distance: \(nearest.foundCount) complex ones found, \(nearest.certifiedCount) certified, \(nearest.real.count) real.
            The Euclidean distance is not generic, so C_k = \(nearest.expected) is only an upper bound.

            """
        for (index, point) in nearest.real.prefix(5).enumerated() {
            text += String(
                format: "%@ distance %.10g, Morse index %d\n", index == 0 ? "nearest: " : "next:    ",
                distance(point), point.morseIndex)
            for (layer, filter) in point.filters.enumerated() {
                text +=
                    "  layer \(layer + 1)      "
                    + filter.map { String(format: "%.12g", $0) }.joined(separator: ", ")
                    + "\n"
            }
        }
        return text
    }

    private static func text(_ value: Complex) -> String {
        let real = String(format: "%.12g", value.real)
        guard abs(value.imaginary) > 1e-9 * value.magnitude else { return real }
        return real + String(format: "%+.12gi", value.imaginary)
    }

    package var json: JSONValue {
        var members: [(String, JSONValue)] = [
            ("filter", .array(factorization.filter.map { .string($0.description) })),
            ("inNeurovariety", .boolean(factorization.isInNeurovariety)),
            ("inNeuromanifold", .boolean(factorization.isInNeuromanifold)),
        ]
        switch factorization.answer {
        case .zero: members.append(("kind", .string("zero")))
        case .unique(let layers):
            members.append(("kind", .string("unique")))
            members.append(
                ("layers", .array(layers.map { .array($0.map { .string($0.description) }) })))
        case .ambiguous(let list):
            members.append(("kind", .string("ambiguous")))
            members.append(
                (
                    "networks",
                    .array(
                        list.map { one in
                            .object([
                                ("isReal", .boolean(one.isReal)), ("residual", .number(one.residual)),
                                (
                                    "layers",
                                    .array(
                                        one.layers.map { layer in
                                            .array(layer.map { .numbers([$0.real, $0.imaginary]) })
                                        })
                                ),
                            ])
                        })
                ))
        case .outside(let layer, let common, let needed):
            members.append(("kind", .string("outside")))
            members.append(("failedLayer", .integer(Integer(layer))))
            members.append(("commonDegree", .integer(Integer(common))))
            members.append(("neededDegree", .integer(Integer(needed))))
            members.append(("tolerance", .number(tolerance)))
            members.append(("isWithinTolerance", .boolean(isWithinTolerance)))
            members.append(
                (
                    "nearest",
                    .array(
                        (nearest?.real ?? []).map { point in
                            .object([
                                ("distance", .number(distance(point))),
                                ("morseIndex", .integer(Integer(point.morseIndex))),
                                ("filters", .array(point.filters.map { .numbers($0) })),
                            ])
                        })
                ))
        }
        return .about(factorization.architecture, members)
    }
}

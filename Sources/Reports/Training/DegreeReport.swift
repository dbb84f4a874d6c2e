import ExactAlgebra
import Exports
import Neurovariety
import Training

/// A Euclidean distance degree, explained.
package struct DegreeReport: Report {
    private let degree: EuclideanDistanceDegree
    private let dense: DenseComparison?
    private let explains: Bool
    private let architecture: Architecture?

    /// - Parameters:
    ///   - architecture: as given, where there are strides; the degree is that of its reduction.
    ///   - dense: a fully connected network beside it.
    ///   - explains: whether the text shows where the number comes from; JSON always does.
    package init(
        _ degree: EuclideanDistanceDegree, of architecture: Architecture? = nil,
        dense: DenseComparison? = nil, explains: Bool = false
    ) {
        self.architecture = architecture
        self.degree = degree
        self.dense = dense
        self.explains = explains
    }

    package func text(width: Int?) -> String {
        var text = "\(degree.value)\n"
        let sizes = degree.filterSizes.map(String.init).joined(separator: ",")
        if explains {
            let printed = PrintedFormula.value(filterSizes: degree.filterSizes)
            text = """
                C_k for k = (\(sizes))       \(degree.value)
                dimension M = Σ(k_j - 1)     \(degree.dimension)
                polar classes δ_0, …, δ_M    \(Self.list(degree.polarDegrees))
                their sum                    \(degree.polarDegrees.reduce(.zero, +))
                dual variety                 \(dualText)
                deg(c_t h^(M-t)), t = 0…M    \(Self.list(degree.chernDegrees))
                (4.9) as the paper prints it \(printed)

                The number of complex critical points of training, for generic data (Theorem 4.1). It is
                Σ_t (-1)^t (2^(M+1-t) - 1) deg(c_t h^(M-t)): formula (4.9) with k_j - 1 in place of every
                k_j inside the sum. As printed, with filter sizes there, (4.9) gives the last line, which is
                not Table 3. Neither the strides nor the order of k matter (Corollary 4.2).

                """
        }
        if let dense {
            text += """
                fully connected, \(dense.rows) × \(dense.columns) of rank ≤ \(dense.rank): \(dense.degree) critical points, dimension \(dense.dimension)
                convolutional, k = (\(sizes)): \(degree.value) critical points, dimension \(degree.dimension + 1)

                """
        }
        return text
    }

    /// Null without strides, and where there is none.
    private var dualJSON: JSONValue {
        architecture.flatMap { DualVariety($0, polarDegrees: degree.polarDegrees) }.map {
            .object([
                ("dimension", .integer($0.dimension)), ("degree", .integer($0.degree)),
                ("defect", .integer($0.defect)),
            ])
        } ?? .null
    }

    /// Without strides, of the Segre variety.
    private var dualText: String {
        let polarDegrees = degree.polarDegrees
        guard let architecture else {
            let defect = polarDegrees.firstIndex { $0 != .zero } ?? 0
            guard degree.filterSizes.count(where: { $0 > 1 }) > 1 else { return "none: the whole space" }
            return "of degree \(polarDegrees[defect]), defect \(defect)"
        }
        return DualVariety(architecture, polarDegrees: polarDegrees).map {
            "of dimension \($0.dimension), degree \($0.degree), defect \($0.defect)"
        } ?? "none: the neurovariety is the whole space"
    }

    package var json: JSONValue {
        var members: [(String, JSONValue?)] = [
            (
                "reduced",
                .about(filterSizes: degree.filterSizes, strides: architecture?.reduced.strides, [])
            ),
            ("euclideanDistanceDegree", .integer(degree.value)),
            ("dimension", .integer(Integer(degree.dimension))),
            ("polarDegrees", .integers(degree.polarDegrees)),
            ("chernDegrees", .integers(degree.chernDegrees)),
            ("dual", dualJSON),
            ("asPrinted", .string("\(PrintedFormula.value(filterSizes: degree.filterSizes))")),
        ]
        if let dense {
            members.append(
                (
                    "dense",
                    .object([
                        ("rows", .integer(Integer(dense.rows))),
                        ("columns", .integer(Integer(dense.columns))),
                        ("rank", .integer(Integer(dense.rank))), ("degree", .integer(dense.degree)),
                        ("dimension", .integer(Integer(dense.dimension))),
                    ])
                ))
        }
        return .about(
            filterSizes: architecture?.filterSizes ?? degree.filterSizes, strides: architecture?.strides,
            members)
    }

    private static func list(_ values: [Integer]) -> String {
        values.map(\.description).joined(separator: ", ")
    }
}

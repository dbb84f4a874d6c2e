import ExactAlgebra
import Training

/// A Euclidean distance degree, explained.
package struct DegreeReport: Sendable {
    private let degree: EuclideanDistanceDegree
    private let dense: DenseComparison?

    /// A fully connected network: matrices of rank at most r (Example 2.8, Remark 4.3).
    package struct DenseComparison: Sendable {
        package let rows: Int
        package let columns: Int
        package let rank: Int

        /// Nil unless `1 ≤ rank ≤ min(rows, columns)`.
        package init?(rows: Int, columns: Int, rank: Int) {
            guard rows > 0, columns > 0, rank > 0, rank <= min(rows, columns) else { return nil }
            (self.rows, self.columns, self.rank) = (rows, columns, rank)
        }

        /// `binom(min(m, n), r)`, by Eckart and Young.
        package var degree: Integer { .binomial(min(rows, columns), rank) }
        /// `r(m + n − r)`.
        package var dimension: Int { rank * (rows + columns - rank) }
    }

    package init(_ degree: EuclideanDistanceDegree, dense: DenseComparison? = nil) {
        self.degree = degree
        self.dense = dense
    }

    package func text(explains: Bool) -> String {
        var text = "\(degree.value)\n"
        let sizes = degree.filterSizes.map(String.init).joined(separator: ",")
        if explains {
            let printed = PrintedFormula.value(filterSizes: degree.filterSizes)
            text = """
                C_k for k = (\(sizes))       \(degree.value)
                dimension M = Σ(k_j - 1)     \(degree.dimension)
                polar classes δ_0, …, δ_M    \(Self.list(degree.polarDegrees))
                their sum                    \(degree.polarDegrees.reduce(.zero, +))
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

    package var json: JSONValue {
        var members: [(String, JSONValue)] = [
            ("filterSizes", .integers(degree.filterSizes)),
            ("euclideanDistanceDegree", .integer(degree.value)),
            ("dimension", .integer(Integer(degree.dimension))),
            ("polarDegrees", .integers(degree.polarDegrees)),
            ("chernDegrees", .integers(degree.chernDegrees)),
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
        return .object(members)
    }

    private static func list(_ values: [Integer]) -> String {
        values.map(\.description).joined(separator: ", ")
    }
}

import ExactAlgebra

/// What becomes of `C_k` when layers are merged, two at a time, down to one (Figure 1 of the paper).
///
/// Merging replaces two filter sizes by `k_i + k_j − 1` and keeps the dimension. As the order of layers does
/// not matter (Corollary 4.2), a node is a multiset of filter sizes, sorted; equal ones are drawn once.
public struct MergeDiagram: Sendable {
    /// Filter sizes with their number of critical points.
    public struct Node: Hashable, Sendable {
        /// Sorted.
        public let filterSizes: [Int]
        /// `C_k`.
        public let degree: Integer
    }

    /// Row r has the nodes with L − r layers.
    public let rows: [[Node]]
    /// Pairs of places in rows r and r + 1.
    public let edges: [[(parent: Int, child: Int)]]

    /// The most layers: the rows grow like Stirling numbers.
    public static let mostLayers = 7

    /// Merges down to one layer.
    ///
    /// - Precondition: at most ``mostLayers`` layers, or it takes very long.
    /// - Throws: ``EuclideanDistanceDegreeError``.
    public init(filterSizes: [Int]) throws(EuclideanDistanceDegreeError) {
        var row = [filterSizes.sorted()]
        var rows = [
            [Node(filterSizes: row[0], degree: try EuclideanDistanceDegree(filterSizes: row[0]).value)]
        ]
        var edges: [[(parent: Int, child: Int)]] = []
        while row[0].count > 1 {
            var children: Set<[Int]> = []
            let merged = row.map { sizes in
                let results = Set(Self.merges(sizes))
                children.formUnion(results)
                return results
            }
            let next = children.sorted { $0.lexicographicallyPrecedes($1) }
            edges.append(
                merged.enumerated().flatMap { parent, results in
                    next.indices.filter { results.contains(next[$0]) }.map { (parent, $0) }
                })
            var nodes: [Node] = []
            for sizes in next {
                nodes.append(
                    Node(filterSizes: sizes, degree: try EuclideanDistanceDegree(filterSizes: sizes).value))
            }
            rows.append(nodes)
            row = next
        }
        self.rows = rows
        self.edges = edges
    }

    private static func merges(_ sizes: [Int]) -> [[Int]] {
        sizes.indices.flatMap { i in
            sizes.indices.filter { $0 > i }.map { j in
                var rest = sizes
                rest.remove(at: j)
                rest[i] = sizes[i] + sizes[j] - 1
                return rest.sorted()
            }
        }
    }
}

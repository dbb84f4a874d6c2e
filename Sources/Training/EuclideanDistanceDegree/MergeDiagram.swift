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

    /// The most nodes: seven layers have at most 877, and sixteen equal ones 231.
    public static let mostNodes = 1_000

    /// Merges down to one layer.
    ///
    /// - Throws: ``EuclideanDistanceDegreeError``, before any degree is computed.
    public init(filterSizes: [Int]) throws(EuclideanDistanceDegreeError) {
        guard !filterSizes.isEmpty else { throw .noLayers }
        for size in filterSizes where size < 1 { throw .filterSize(size) }
        let merged = try Self.merged(filterSizes.sorted())
        let work = merged.joined().reduce(0) { $0 + EuclideanDistanceDegree.work($1) }
        guard work <= Double(EuclideanDistanceDegree.largestWork) else { throw .tooLarge(products: work) }
        var rows: [[Node]] = []
        for row in merged {
            var nodes: [Node] = []
            for sizes in row {
                nodes.append(
                    Node(filterSizes: sizes, degree: try EuclideanDistanceDegree(filterSizes: sizes).value))
            }
            rows.append(nodes)
        }
        self.rows = rows
        edges = zip(merged, merged.dropFirst()).map { row, next in
            let places = Dictionary(uniqueKeysWithValues: zip(next, next.indices))
            return row.enumerated().flatMap { parent, sizes in
                Set(Self.merges(sizes)).compactMap { places[$0] }.sorted().map { (parent, $0) }
            }
        }
    }

    /// The filter sizes of each row; equal ones stand once.
    private static func merged(_ sizes: [Int]) throws(EuclideanDistanceDegreeError) -> [[[Int]]] {
        // Each merge has a row.
        guard sizes.count <= mostNodes else { throw .tooManyMerges(limit: mostNodes) }
        var rows = [[sizes]]
        var count = 1
        while let row = rows.last, let first = row.first, first.count > 1 {
            var children: Set<[Int]> = []
            for sizes in row {
                for child in merges(sizes) {
                    children.insert(child)
                    guard count + children.count <= mostNodes else { throw .tooManyMerges(limit: mostNodes) }
                }
            }
            count += children.count
            rows.append(children.sorted { $0.lexicographicallyPrecedes($1) })
        }
        return rows
    }

    /// What one merge leaves: of equal sizes one pair is enough.
    private static func merges(_ sizes: [Int]) -> some Sequence<[Int]> {
        sizes.indices.lazy.filter { $0 == 0 || sizes[$0 - 1] != sizes[$0] }.flatMap { i in
            sizes.indices.lazy.filter { j in
                j > i && (j == i + 1 || sizes[j - 1] != sizes[j])
            }.map { j in
                var rest = sizes
                rest.remove(at: j)
                rest[i] = sizes[i] + sizes[j] - 1
                return rest.sorted()
            }
        }
    }
}

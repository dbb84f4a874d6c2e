import ExactAlgebra
import Training

/// A merge diagram drawn as SVG: a box for each node, in rows by the number of layers, joined to what it merges into.
struct MergePicture {
    /// Longer numbers are shortened in the box.
    private static let mostDigits = 30

    private let diagram: MergeDiagram

    init(_ diagram: MergeDiagram) {
        self.diagram = diagram
    }

    var svg: String {
        let what = "Number of critical points, above the filter sizes"
        let count = diagram.edges.reduce(0) { $0 + $1.count }
        return BoxDiagram(
            title: "C(\(Self.name(diagram.rows[0][0]))) and what merging layers leaves of it",
            explanation: (
                what, what + "; the \(Quantity.count(count)) merges are listed by the formats text and json"
            ),
            rows: diagram.rows.enumerated().map { row, nodes in
                nodes.indices.map {
                    BoxDiagram.Box(
                        title: Self.number(nodes[$0]), subtitle: Self.name(nodes[$0]), note: note(row, $0))
                }
            },
            headings: diagram.rows.map { nodes in
                let layers = nodes[0].filterSizes.count
                return "\(layers) \(layers == 1 ? "layer" : "layers")"
                    + (nodes.count > 1 ? ": \(nodes.count)" : "")
            },
            edges: diagram.edges.enumerated().flatMap { row, edges in
                edges.map { BoxDiagram.Edge(from: (row, $0.parent), to: (row + 1, $0.child)) }
            }
        ).svg
    }

    /// `2,3,4`, and where it is long with repeated sizes, `16 of 2, 3 of 5`.
    private static func name(_ node: MergeDiagram.Node) -> String {
        let sizes = node.filterSizes
        let whole = sizes.map(String.init).joined(separator: ",")
        guard whole.count > 24, Set(sizes).count < sizes.count else { return whole }
        return Set(sizes).sorted().map { size in "\(sizes.count { $0 == size }) of \(size)" }.joined(
            separator: ", ")
    }

    private static func number(_ node: MergeDiagram.Node) -> String {
        let digits = node.degree.description
        return digits.count <= mostDigits ? digits : node.degree.shortDescription
    }

    /// Shown where the pointer rests.
    private func note(_ row: Int, _ index: Int) -> String {
        let node = diagram.rows[row][index]
        let text = "C(\(Self.name(node))) = \(node.degree)"
        guard row < diagram.edges.count else { return text }
        let children = diagram.edges[row].filter { $0.parent == index }
            .map { Self.name(diagram.rows[row + 1][$0.child]) }
        return text + "; merges into " + children.joined(separator: " | ")
    }
}

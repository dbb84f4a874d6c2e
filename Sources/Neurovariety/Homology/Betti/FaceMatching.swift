/// A matching of the faces of a complex inside a set of vertices: a face and the same face with one vertex more.
///
/// For one vertex after the other, faces that are not matched yet are matched with the face that has this vertex in addition,
/// if that is not matched yet either. Such a matching is acyclic (Jonsson, Simplicial complexes of graphs, Lemma 4.1). Few faces
/// remain.
struct FaceMatching {
    /// For each face that is matched, its partner.
    private var partners: [VertexSet: VertexSet] = [:]
    /// Faces without partner.
    let critical: [VertexSet]

    /// - Parameter faces: all faces inside the set.
    init(_ set: VertexSet, faces: [VertexSet]) {
        var rest = faces
        for vertex in set.vertices where rest.count > 1 {
            let bit = VertexSet(vertex: vertex)
            let free = Set(rest)
            var next: [VertexSet] = []
            for face in rest {
                if free.contains(face ^ bit) { partners[face] = face ^ bit } else { next.append(face) }
            }
            rest = next
        }
        critical = rest
    }

    /// Nil if the face has none.
    func partner(of face: VertexSet) -> VertexSet? { partners[face] }
}

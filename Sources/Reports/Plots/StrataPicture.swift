import Neurovariety

/// A stratification drawn as SVG: a box for each stratum, below those that contain it.
///
/// Whole curves lead to the components of a singular locus, dashed ones to what is contained otherwise; curves that follow
/// from others are left out.
struct StrataPicture {
    private let strata: [SingularStrata.Stratum]
    private let title: String
    /// The places of strata, in rows by their depth.
    private let rows: [[Int]]

    init(_ strata: SingularStrata) {
        self.strata = strata.strata
        title = "Singular loci in the neurovariety of \(SingularLocusReport.name(strata.architecture))"
        let depth = strata.strata.map(\.depth).max() ?? 0
        rows = (0...depth).map { row in strata.strata.indices.filter { strata.strata[$0].depth == row } }
    }

    var svg: String {
        var places = [(row: Int, place: Int)](repeating: (0, 0), count: strata.count)
        for (row, members) in rows.enumerated() {
            for (place, member) in members.enumerated() { places[member] = (row, place) }
        }
        let edges = strata.indices.flatMap { upper in
            strata[upper].largestContained.map { lower in
                BoxDiagram.Edge(
                    from: places[upper], to: places[lower],
                    isDashed: !strata[upper].singularLocus.contains(lower))
            }
        }
        let what = "Architectures, with dimension and degree"
        return BoxDiagram(
            title: title,
            explanation: (
                what + "; curves lead to components of the singular locus"
                    + (edges.contains { $0.isDashed } ? ", dashed ones to what is contained only" : ""),
                what + "; what contains what is listed by the formats text and json"
            ),
            rows: rows.map { $0.map(box) },
            headings: rows.indices.map { row in
                (row == 0 ? "the neurovariety" : "depth \(row)")
                    + (rows[row].count > 1 ? ": \(rows[row].count)" : "")
            }, edges: edges
        ).svg
    }

    private func box(_ place: Int) -> BoxDiagram.Box {
        let (stratum, architecture) = (strata[place], strata[place].architecture)
        var note = "\(architecture), multiplicity \(stratum.multiplicity)"
        if !stratum.singularLocus.isEmpty {
            note +=
                "; singular in "
                + stratum.singularLocus.map { "\(strata[$0].architecture)" }.joined(separator: " | ")
        } else {
            note += architecture.isLinear ? "; a linear space" : "; smooth away from 0"
        }
        let degree = architecture.degree.description
        return BoxDiagram.Box(
            title: "\(architecture.reduced)",
            subtitle: "dim \(architecture.dimension), deg "
                + (degree.count <= 12 ? degree : architecture.degree.shortDescription),
            note: note)
    }
}

import Neurovariety
import Studies

/// What the columns of the atlas mean, in the words of the text, of the page, and of `fixtures/atlas/schema.json`.
extension AtlasColumn {
    /// What stands in a column.
    enum Content: Hashable {
        /// One integer, or nothing.
        case integer
        /// One of these words; or nothing, if that is one of them.
        case words([String])
        /// Numbers, with spaces and colons between.
        case numbers
    }

    /// Of the architecture, which is one column where people read it.
    static let architectureHeading = "(k;s)"
    static let architectureExplanation =
        "the architecture, reduced: filter sizes k and strides s of its layers"

    /// All but those of the architecture.
    static let figures = allCases.filter { ![.filterSizes, .strides].contains($0) }

    /// Above the column.
    var heading: String {
        switch self {
        case .filterSizes: "k"
        case .strides: "s"
        case .endToEndFilterSize: "K"
        case .dimension: "dim"
        case .degree: "degree"
        case .generators: "generators"
        case .minimality: "minimal"
        case .hNumerator: "h-numerator"
        case .isRadical: "J radical"
        case .basis: "by"
        case .depth: "depth"
        case .isCohenMacaulay: "CM"
        case .regularity: "reg"
        case .extremalBetti: "extremal Betti"
        case .arithmeticGenus: "p_a"
        case .geometricGenus: "p_g"
        case .dualDimension: "dual dim"
        case .dualDegree: "dual degree"
        case .singularCodimension: "sing codim"
        }
    }

    /// A phrase that goes on after the heading and a colon.
    var explanation: String {
        switch self {
        case .filterSizes: "filter sizes of the layers"
        case .strides: "strides of the layers but the last, whose stride changes nothing"
        case .endToEndFilterSize: "end-to-end filter size"
        case .dimension: "dimension of the neurovariety, as an affine cone"
        case .degree: "degree of the neurovariety"
        case .generators:
            "how many generators of each degree the prime ideal has, degree:number; minors of minimal nonfaces"
        case .minimality:
            "how it is known that these are as few as can be: by the theorem for two layers (proved), by S-polynomials "
                + "(certified), or not decided (observed); they are more where it is refuted"
        case .hNumerator: "coefficients of the numerator of the Hilbert series, over (1 − z)^dim"
        case .isRadical: "whether the paper's ideal J is radical"
        case .basis:
            "what that rests on: for two layers the levels below l₁, which is proved; for more layers ranks, where "
                + "K ≤ \(Radicality.largestFilterSize); nothing where it is unknown"
        case .depth: "depth of the coordinate ring"
        case .isCohenMacaulay: "whether the coordinate ring is Cohen–Macaulay"
        case .regularity: "Castelnuovo–Mumford regularity of the coordinate ring"
        case .extremalBetti:
            "extremal Betti numbers of the coordinate ring, homological degree:degree:number"
        case .arithmeticGenus: "arithmetic genus of a general curve section"
        case .geometricGenus: "geometric genus of a general curve section, in characteristic 0"
        case .dualDimension: "dimension of the dual variety, as a projective variety, in characteristic 0"
        case .dualDegree: "degree of the dual variety, in characteristic 0"
        case .singularCodimension:
            "codimension of the singular locus in the neurovariety; nothing where the latter is smooth away from 0"
        }
    }

    var content: Content {
        switch self {
        case .endToEndFilterSize, .dimension, .degree, .depth, .regularity, .arithmeticGenus,
            .geometricGenus, .dualDimension, .dualDegree, .singularCodimension:
            .integer
        case .filterSizes, .strides, .generators, .hNumerator, .extremalBetti: .numbers
        case .minimality: .words(Minimality.allCases.map(\.rawValue))
        case .isRadical: .words(["yes", "no", "unknown"])
        case .basis: .words(Radicality.Basis.allCases.map(\.rawValue) + [""])
        case .isCohenMacaulay: .words(["yes", "no"])
        }
    }
}

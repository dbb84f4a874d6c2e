import ExactAlgebra
import PlatformBasics
import Neurovariety
import Training

/// The sentences about a filter and an architecture.
struct FactorizationWords {
    private let examination: FilterExamination

    init(_ examination: FilterExamination) {
        self.examination = examination
    }

    static func name(of verdict: FilterExamination.Verdict) -> String {
        switch verdict {
        case .exactly: return "exactly"
        case .withinTolerance: return "within tolerance"
        case .no: return "no"
        case .undecided: return "undecided"
        }
    }

    private var factorization: FilterFactorization { examination.factorization }
    private var given: Architecture { factorization.architecture }

    var architecture: String {
        let reduced = given.reduced
        return reduced == given ? "\(given)" : "\(given); over the complex numbers like \(reduced)"
    }

    func filter(inFull: Bool) -> String {
        let values = examination.written.coefficients
        let most = 12
        if inFull || values.count <= most { return values.map(\.shortText).joined(separator: ", ") }
        return values.prefix(most).map(\.shortText).joined(separator: ", ") + ", … (\(values.count))"
    }

    // MARK: Membership

    var neurovariety: String {
        switch factorization.answer {
        case .zero:
            return given.degree == 1 ? "yes: the zero filter" : "yes: the zero filter, its singular point"
        case .inside: return "yes, exactly"
        case .outside(let layers, let common, let needed):
            let reason =
                "the decomposition for \(Self.names(layers)) has a common factor of degree \(common), and needs \(needed)"
            guard examination.isNearNeurovariety else { return "no, exactly: \(reason)" }
            return "yes within the tolerance, numerically; not exactly: \(reason)"
        }
    }

    var neuromanifold: String {
        if examination.verdict == .withinTolerance {
            return "yes within the tolerance, numerically: by the layers below"
        }
        switch factorization.answer {
        case .zero:
            return given.layerCount == 1
                ? "yes: the layer is zero" : "yes: one layer is zero, the others are arbitrary"
        case .outside: return "no"
        case .inside(let networks):
            guard let isReached = networks.isReached else {
                return "undecided: there are too many combinations of degrees, and no real layers were found"
            }
            guard isReached else { return "no: \(networks.obstruction.map(Self.reason) ?? "")" }
            guard networks.counts?.complex == 1, let network = networks.listed.first else {
                return "yes, by real layers"
            }
            let layers =
                network.isExact ? "the layers are rational" : "the layers are real, found in double precision"
            let merged = given.blocks.filter { $0.layers.count > 1 }
            return "yes: \(layers), and unique up to scaling"
                + (merged.isEmpty
                    ? ""
                    : " and to how " + merged.map { Self.names($0.layers) }.joined(separator: ", and ")
                        + " share their product")
        }
    }

    private static func reason(_ obstruction: FilterNetworks.Obstruction) -> String {
        switch obstruction {
        case .noRealBlocks: return "all its networks have layers that are not real"
        case .noneSplits:
            return "of its networks with real merged filters none has enough real roots for its layers"
        case .tooFewRealRoots(let layers, let needed, let found, let filter):
            let have = found == 0 ? "none" : "\(count(found))"
            let merged = filter.approximations.count > 12 ? "" : " \(text(filter))"
            return
                "\(names(layers)) need \(count(needed)) real roots between them; the merged filter\(merged) has \(have)"
        }
    }

    /// `layers 1 and 2`, `layers 1–5`.
    private static func names(_ layers: [Int]) -> String {
        guard let first = layers.first, let last = layers.last, layers.count > 1 else {
            return "layer \((layers.first ?? 0) + 1)"
        }
        if layers.count > 2, last - first == layers.count - 1 { return "layers \(first + 1)–\(last + 1)" }
        return "layers \(layers.dropLast().map { "\($0 + 1)" }.joined(separator: ", ")) and \(last + 1)"
    }

    private static func count(_ number: Int) -> String {
        let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        return number < words.count ? words[number] : "\(number)"
    }

    // MARK: Distance

    /// Of the distance to what real layers make.
    var distance: String {
        if examination.verdict == .exactly { return "0, exactly" }
        guard let distance = examination.distance else {
            return "not searched: too many coefficients, or numbers beyond double precision"
        }
        // What is computed in double precision is no smaller than its rounding errors.
        let least = 0x1p-52
        var text = distance < least ? "less than \(Self.short(least))" : Self.short(distance)
        text += " of its norm, numerical: " + Self.words(examination.explanation)
        if examination.verdict == .withinTolerance {
            text += "; tolerance \(Self.short(examination.tolerance))"
        } else if examination.explanation != .none {
            text += "; --tolerance \((2 * max(distance, least)).scientific(0)) would count it"
        }
        return text
    }

    private static func short(_ number: Double) -> String { number.significant(2) }

    private static func words(_ explanation: FilterExamination.Explanation) -> String {
        switch explanation {
        case .rounding(.double): return "as small as rounding to double precision makes it"
        case .rounding(.single): return "as small as rounding to single precision (float32) makes it"
        case .rounding(.half): return "as small as rounding to half precision (float16) makes it"
        case .digits: return "as small as rounding to the digits that are written makes it"
        case .none: return "more than rounding explains"
        }
    }

    // MARK: Layers

    /// Those of the one network, or those nearby.
    var layers: [(String, String)] {
        if examination.verdict == .withinTolerance, let nearby = examination.nearby {
            return Self.lines(nearby.layers.map { LayerFilter.numerical($0.map { Complex($0) }) })
        }
        guard case .inside(let networks) = factorization.answer, networks.counts?.complex == 1,
            let network = networks.listed.first
        else { return [] }
        guard network.isRepresentable else { return [("layers", Self.unrepresentable)] }
        if let layers = network.layers {
            return Self.lines(layers) + Self.residual(network)
        }
        return Self.lines(network.blocks, given.blocks) + Self.residual(network)
    }

    private static func residual(_ network: Network) -> [(String, String)] {
        network.isExact ? [] : [("residual", residualText(network))]
    }

    private static let unrepresentable = "beyond the range of double precision"

    private static func residualText(_ network: Network) -> String {
        network.residual.scientific(1)
            + (network.residual > 1e-6 ? ", too large for these digits to be right" : "")
    }

    private static func lines(_ layers: [LayerFilter]) -> [(String, String)] {
        layers.enumerated().map { ("layer \($0 + 1)", text($1)) }
    }

    private static func lines(_ filters: [LayerFilter], _ blocks: [LayerBlock]) -> [(String, String)] {
        zip(filters, blocks).map { filter, block in
            (block.layers.isEmpty ? "scale" : names(block.layers), text(filter))
        }
    }

    static func text(_ filter: LayerFilter) -> String {
        switch filter {
        case .exact(let values): return values.map(\.shortText).joined(separator: ", ")
        case .numerical(let values):
            // Parts that are rounding errors of the others are left out.
            let noise =
                filter.isReal ? 0 : 1e-14 * (values.map { max(abs($0.real), abs($0.imaginary)) }.max() ?? 0)
            return values.map { value in
                let real = abs(value.real) <= noise ? "0" : value.real.significant(12)
                return abs(value.imaginary) <= noise
                    ? real : real + value.imaginary.significant(12, signed: true) + "i"
            }.joined(separator: ", ")
        }
    }

    // MARK: Several networks

    var networks: String {
        guard case .inside(let networks) = factorization.answer, networks.counts?.complex != 1 else {
            return ""
        }
        var text = "A common factor of higher degree than needed: "
        if let counts = networks.counts {
            text += "\(counts.complex) networks, up to scaling; \(counts.real) of them real"
            if !given.isReduced { text += ", \(counts.split) with real layers" }
            text += ".\n"
        } else {
            text += "too many combinations of degrees to count the networks.\n"
        }
        let shown = networks.listed.count
        if shown == 0 {
            text += "None is listed.\n"
        } else if networks.counts.map({ $0.complex > Integer(shown) }) ?? true {
            text += "The first \(shown), real ones before the others (--list):\n"
        }
        for (index, network) in networks.listed.enumerated() {
            text += "network \(index + 1)"
            if network.hasRealLayers {
                text += ", real"
            } else if network.isReal {
                text += ", real, but its layers are not"
            }
            guard network.isRepresentable else {
                text += ", \(Self.unrepresentable)\n"
                continue
            }
            if !network.isExact { text += ", residual " + Self.residualText(network) }
            text +=
                "\n"
                + Self.indented(network.layers.map(Self.lines) ?? Self.lines(network.blocks, given.blocks))
        }
        return text
    }

    private static func indented(_ lines: [(String, String)]) -> String {
        aligned(lines, atLeast: 13, indent: "  ")
    }

    /// A line for each label and value, the values below each other, so many letters from the labels' start at least.
    static func aligned(_ lines: [(String, String)], atLeast least: Int, indent: String = "") -> String {
        let width = max(least, (lines.map(\.0.count).max() ?? 0) + 2)
        return lines.map { label, value in
            "\(indent)\(label)\(String(repeating: " ", count: width - label.count))\(value)\n"
        }.joined()
    }

    // MARK: Nearest filters

    var nearest: String {
        guard examination.verdict == .no else { return "" }
        guard let nearest = examination.nearest else { return nearby ?? "" }
        var text = ""
        let points = nearest.points.prefix(5)
        // What was found by descent comes first where no critical point is as near.
        if let found = examination.nearby?.distance, let distance = examination.distance, found <= distance,
            examination.nearestDistance.map({ found < $0 * (1 - 1e-6) }) ?? true
        {
            text += nearby ?? ""
        }
        let count = nearest.critical
        text += """
            Critical points of the distance: \(count.foundCount) complex ones found, \(count.certifiedCount) certified.
            The Euclidean distance is not generic, so C_k = \(count.expected) is only an upper bound.

            """
        if let isolated = count.endings.isolatedText, !count.isComplete {
            text += "Numerically these are all: \(isolated).\n"
        }
        if given.blocks.contains(where: { $0.neededRealRoots > 1 }) {
            let left = nearest.unreachedCount
            let parts = nearest.critical.boundary
            let certified = parts.reduce(0) { $0 + $1.certifiedCount }
            text += """
                The neuromanifold of \(given) is smaller than its neurovariety; on its boundary, where real roots of merged layers
                coincide: \(parts.reduce(0) { $0 + $1.foundCount }) complex ones found, \(certified) certified.

                """
            if left > 0 {
                text +=
                    "\(left) real critical point\(left == 1 ? " is" : "s are") left out: no real layers make \(left == 1 ? "it" : "them").\n"
            }
        }
        if points.isEmpty { text += "None of them is made by real layers.\n" }
        for (index, point) in points.enumerated() {
            let isNearest = index == 0 && text.hasPrefix("Critical")
            text += "\(isNearest ? "nearest: " : "critical:") distance \(point.distance.significant(10))"
            // The filter itself would have been recognized.
            if point.distance == 0 { text += " to double precision" }
            text += ", Morse index \(point.morseIndex)"
            if point.isOnBoundary { text += ", on the boundary" }
            if isNearest && nearest.isNearestProved { text += "; proved to be the nearest" }
            text += "\n"
            text += Self.indented(
                Self.lines(point.layers.map { LayerFilter.numerical($0.map { Complex($0) }) }))
        }
        return text
    }

    /// Layers found by descent.
    private var nearby: String? {
        examination.nearby.map { nearby in
            "Real layers nearby, numerical (there may be nearer ones):\n"
                + Self.indented(
                    Self.lines(nearby.layers.map { LayerFilter.numerical($0.map { Complex($0) }) }))
        }
    }
}

import ExactAlgebra
import Foundation
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
            guard let nearby = examination.nearby, nearby.mergedDistance <= examination.tolerance else {
                return "no, exactly: \(reason)"
            }
            return "yes within the tolerance, numerically; not exactly: \(reason)"
        }
    }

    var neuromanifold: String {
        if examination.verdict == .withinTolerance {
            return "yes within the tolerance, numerically: by the layers below"
        }
        switch factorization.answer {
        case .zero: return "yes: one layer is zero, the others are arbitrary"
        case .outside: return "no"
        case .inside(let networks):
            guard let isReached = networks.isReached else {
                return "undecided: there are too many networks, and none that is listed has real layers"
            }
            guard isReached else { return "no: \(networks.obstruction.map(Self.reason) ?? "")" }
            let isRational = networks.listed.first?.layers?.allSatisfy(\.isExact) ?? false
            let layers =
                isRational ? "the layers are rational" : "the layers are real, written in double precision"
            if networks.counts?.complex != 1 { return "yes: \(layers)" }
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
            return
                "\(names(layers)) need \(count(needed)) real roots between them; the merged filter \(text(filter)) has \(have)"
        }
    }

    /// `layers 1 and 2`.
    private static func names(_ layers: [Int]) -> String {
        let numbers = layers.map { "\($0 + 1)" }
        guard let last = numbers.last, numbers.count > 1 else { return "layer \(numbers.first ?? "")" }
        return "layers \(numbers.dropLast().joined(separator: ", ")) and \(last)"
    }

    private static func count(_ number: Int) -> String {
        let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        return number < words.count ? words[number] : "\(number)"
    }

    // MARK: Distance

    /// Of the distance to what real layers make.
    var distance: String {
        guard let distance = examination.distance else {
            return "not searched: the network has too many coefficients"
        }
        if distance == 0 { return "0, exactly" }
        var text =
            String(format: "%.2g of its norm, numerical: ", distance) + Self.words(examination.explanation)
        if examination.verdict == .withinTolerance {
            text += String(format: "; tolerance %.2g", examination.tolerance)
        } else if examination.explanation != .none {
            text += String(format: "; --tolerance %.1g would count it", 1.1 * distance)
        }
        return text
    }

    private static func words(_ explanation: FilterExamination.Explanation) -> String {
        switch explanation {
        case .rounding(.double): return "that of rounding to double precision"
        case .rounding(.single): return "that of rounding to single precision (float32)"
        case .rounding(.half): return "that of rounding to half precision (float16)"
        case .digits(let count): return "that of rounding to \(count) digits"
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
        if let layers = network.layers {
            return Self.lines(layers) + Self.residual(network)
        }
        return Self.lines(network.blocks, given.blocks) + Self.residual(network)
    }

    private static func residual(_ network: Network) -> [(String, String)] {
        network.residual == 0 ? [] : [("residual", String(format: "%.1e", network.residual))]
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
            return values.map { value in
                let real = String(format: "%.12g", value.real)
                return value.imaginary == 0 ? real : real + String(format: "%+.12gi", value.imaginary)
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
            text += "too many networks to count.\n"
        }
        let shown = networks.listed.count
        if shown == 0 {
            text += "None is listed.\n"
        } else if networks.counts.map({ $0.complex > Integer(shown) }) ?? true {
            text += "The first \(shown), real ones before the others (--list):\n"
        }
        for (index, network) in networks.listed.enumerated() {
            text += "network \(index + 1)"
            if network.layers != nil {
                text += ", real"
            } else if network.isReal {
                text += ", real, but its layers are not"
            }
            if network.residual > 0 { text += String(format: ", residual %.1e", network.residual) }
            text += "\n"
            let lines = network.layers.map(Self.lines) ?? Self.lines(network.blocks, given.blocks)
            for (name, filter) in lines {
                text +=
                    "  " + name.padding(toLength: max(13, name.count + 1), withPad: " ", startingAt: 0)
                    + filter + "\n"
            }
        }
        return text
    }

    // MARK: Nearest filters

    var nearest: String {
        guard let nearest = examination.nearest else { return nearby }
        var text = """
            Critical points of the distance: \(nearest.critical.foundCount) complex ones found, \(nearest.critical.certifiedCount) certified.
            The Euclidean distance is not generic, so C_k = \(nearest.critical.expected) is only an upper bound.

            """
        if given.blocks.contains(where: { $0.neededRealRoots > 1 }) {
            text += """
                The neuromanifold of \(given) is smaller than its neurovariety. Its nearest point may be one of its boundary, which is
                not searched; \(nearest.unreachedCount) real critical points are left out, because no real layers make them.

                """
        }
        if nearest.points.isEmpty { text += "No real nearest point was found.\n" }
        for (index, point) in nearest.points.prefix(5).enumerated() {
            text += String(
                format: "%@ distance %.10g, Morse index %d\n", index == 0 ? "nearest: " : "next:    ",
                point.distance, point.morseIndex)
            for (layer, filter) in point.layers.enumerated() {
                text +=
                    "  layer \(layer + 1)      " + Self.text(.numerical(filter.map { Complex($0) })) + "\n"
            }
        }
        return text
    }

    /// What was found where no nearest points were searched.
    private var nearby: String {
        guard examination.verdict == .no, let nearby = examination.nearby else { return "" }
        return "Real layers nearby, numerical (there may be nearer ones):\n"
            + Self.lines(nearby.layers.map { LayerFilter.numerical($0.map { Complex($0) }) }).map {
                "  \($0)      \($1)\n"
            }.joined()
    }
}

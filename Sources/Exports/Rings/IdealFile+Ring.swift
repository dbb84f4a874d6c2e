import ExactAlgebra
import Macaulay2
import Neurovariety

// What formats say of the ring.
extension IdealFile {
    /// The variables, as polynomials have them.
    var names: [String] {
        ring.variables.names(count: generators.architecture.endToEndFilterSize, in: format.syntax)
    }

    /// The variables, separated by commas.
    var nameList: String { names.joined(separator: ", ") }

    /// The variables, each between quotation marks.
    var quotedNames: String { names.map { "\"\($0)\"" }.joined(separator: ", ") }

    /// The field as most programs have it; the rationals have several names.
    func field(rationals: String) -> String {
        switch ring.field {
        case .rationals: return rationals
        case .prime(let p): return "GF(\(p))"
        }
    }

    /// Finds out whether what a file would say is true, and can be read, before generators are made.
    ///
    /// - Parameter maxDegree: where generators of higher degrees are not looked for.
    /// - Throws: ``RingError``.
    public static func check(
        _ set: GeneratorSet, _ architecture: Architecture, maxDegree: Int? = nil, format: IdealFormat,
        ring: RingDescription
    ) throws(RingError) {
        if ring.field != .rationals, set == .trimmed || maxDegree != nil {
            throw .otherField(ring.field, set)
        }
        if ring.order != .grevlex {
            if set == .reduced { throw .otherOrder(ring.order) }
            if !format.saysOrder { throw .noOrder(ring.order, format) }
        }
        let count = architecture.endToEndFilterSize
        switch ring.variables {
        case .indexed(let name):
            if !format.takes(name) { throw .takenName(name, format) }
            // The longest one; there may be very many.
            let last = format.syntax.name(ring.variables.written(name, in: format.syntax), index: count - 1)
            if !format.syntax.isShort(last) { throw .longName(last, format) }
        case .listed(let names):
            guard names.count == count else { throw .wrongCount(names.count, variables: count) }
            if let name = names.first(where: { !format.takes($0) }) { throw .takenName(name, format) }
            let written = ring.variables.names(count: count, in: format.syntax)
            if let name = written.first(where: { !format.syntax.isShort($0) }) {
                throw .longName(name, format)
            }
        }
    }
}

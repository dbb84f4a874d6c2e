import ExactAlgebra
import Macaulay2
import Neurovariety

/// Why an ideal is not written in a ring.
public enum RingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// This is no name of a variable.
    case noName(String)
    /// This is a name of one variable, and not of all.
    case noIndexedName(String)
    /// Two variables have this name.
    case repeatedName(String)
    /// So many names are given, and there are `variables` variables.
    case wrongCount(Int, variables: Int)
    /// Files of the format cannot have this name: it means something else there, or its reader mistakes it.
    case takenName(String, IdealFormat)
    /// A power of the variable would be too long.
    case longName(String, IdealFormat)
    /// The format is read in a ring whose order it does not say.
    case noOrder(MonomialOrder, IdealFormat)
    /// The generators are those of another field.
    case otherField(CoefficientField, GeneratorSet)
    /// The generators are made for another order.
    case otherOrder(MonomialOrder)

    /// One line.
    public var description: String {
        switch self {
        case .noName(let name):
            return
                "'\(name)' is no name of a variable: take a letter, or a Greek one written out (alpha, theta), "
                + "with digits behind or without"
        case .noIndexedName(let name):
            return "'\(name)' cannot name all variables: take a letter, or list a name for each"
        case .repeatedName(let name): return "the name '\(name)' is given twice"
        case .wrongCount(let count, let variables):
            return "\(count) names are given, and there are \(variables) variables"
        case .takenName(let name, let format):
            return "files of format \(format) cannot have a variable '\(name)'"
        case .longName(let name, let format):
            return "the name '\(name)' is too long for format \(format)"
        case .noOrder(let order, let format):
            return "format \(format) does not say an order of monomials: \(order.rawValue) cannot be written"
        case .otherField(let field, .trimmed):
            return "trimmed generators are chosen over QQ; over \(field) they need not generate J"
        case .otherField(let field, _):
            return "linear algebra finds polynomials over QQ; over \(field) there may be others"
        case .otherOrder(let order):
            return
                "the reduced Gröbner basis is that of grevlex; in the order \(order.rawValue) there is another"
        }
    }
}

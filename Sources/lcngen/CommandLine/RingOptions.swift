import ExactAlgebra
import Exports
import Macaulay2

/// The ring in which `ideal` and `vanishing` write.
enum RingOptions {
    static let field = Option(
        "field", "FIELD", .field, default: CoefficientField.rationals,
        help: "QQ or ZZ/p with a prime p up to \(CoefficientField.largestCharacteristic)")
    static let order = Option(
        "order", "ORDER", .choice, default: MonomialOrder.grevlex, help: "of the ring and of the terms")
    static let variables = Option(
        "variables", "NAMES", .variables, default: VariableNames.usual, shownAs: "w",
        help: "one letter for all, or a list of names, a,b,c,…")

    static let ring = Combination("ring", of: [field, order, variables]) { arguments in
        RingDescription(
            field: arguments[field], order: arguments[order], variables: arguments[variables])
    }
}

extension OptionKind where Value == VariableNames {
    static var variables: Self {
        Self { text throws(WrongValue) in
            do throws(RingError) {
                return try VariableNames(text)
            } catch {
                throw WrongValue(": \(error)")
            }
        }
    }
}

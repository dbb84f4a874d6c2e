import ExactAlgebra
import Macaulay2

/// The polynomial ring in which an ideal is written.
public struct RingDescription: Hashable, Sendable {
    /// Over which coefficients are written: modulo p they are the residues of least absolute value.
    public var field: CoefficientField
    /// The order of the ring, and of the terms.
    public var order: MonomialOrder
    /// How variables are called.
    public var variables: VariableNames

    /// ℚ with graded reverse lexicographic order and variables `w_0, w_1, …`, where nothing else is said.
    public init(
        field: CoefficientField = .rationals, order: MonomialOrder = .grevlex,
        variables: VariableNames = .usual
    ) {
        self.field = field
        self.order = order
        self.variables = variables
    }

    /// The ring where nothing is said.
    public static let usual = RingDescription()

    /// 0 or p.
    var characteristic: Int {
        switch field {
        case .rationals: return 0
        case .prime(let p): return p
        }
    }
}

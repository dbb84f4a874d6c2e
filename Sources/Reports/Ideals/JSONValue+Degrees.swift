import ExactAlgebra
import Exports

extension JSONValue {
    /// Numbers of generators by their degree, `{"3": 80, "4": 35}`; null where they were not counted.
    static func byDegree(_ counts: [Int: Integer]?) -> JSONValue {
        guard let counts else { return .null }
        return .object(counts.sorted { $0.key < $1.key }.map { ("\($0.key)", .integer($0.value)) })
    }
}

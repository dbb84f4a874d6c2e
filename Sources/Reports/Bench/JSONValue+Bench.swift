import Exports
import ExactAlgebra

extension JSONValue {
    /// A document of `bench`: where it ran, beside which programs, and what was measured.
    static func bench(
        machine: String, macaulay2: String? = nil, singular: Int? = nil, flint: String? = nil, limit: Double?,
        _ measured: [(String, JSONValue?)]
    ) -> JSONValue {
        .members(
            [
                ("machine", .string(machine)), ("macaulay2", macaulay2.map { .string($0) }),
                ("singular", singular.map { .integer($0) }), ("flint", flint.map { .string($0) }),
                ("limitSeconds", limit.map { .number($0) }),
            ] + measured)
    }
}

import ExactAlgebra
import Macaulay2
import Neurovariety

extension SingularProgram {
    /// Equations of a neurovariety, and what they took.
    public struct Equations: Sendable, Hashable {
        /// `4321` for 4.3.2.1.
        public let version: Int
        /// Of finding them, without start and reading.
        public let seconds: Double
        /// How many generate them, none of them superfluous.
        public let count: Int
    }

    /// How equations are found.
    public enum EquationsMethod: Hashable, Sendable {
        /// By `preimage`, the kernel of the map.
        case preimage
        /// By `eliminate`, in degrees that make the graph of the map homogeneous, up to a degree; 0 for all.
        case eliminate(maxDegree: Int)
    }

    /// Finds equations of the neurovariety; blocks the thread.
    ///
    /// - Throws: an error if a file cannot be written or read. What goes wrong with Singular is an outcome.
    public func equations(
        of architecture: Architecture, by method: EquationsMethod, limits: RunLimits
    ) throws -> Outcome<Equations> {
        let map = Parametrization(architecture)
        let names = (0..<map.parameterCount).map { PolynomialSyntax.singular.name("a", index: $0) }
        let formatter = PolynomialFormatter(.singular, names: names)
        let filter = try map.coordinates().map(formatter.string)
        var values = [
            "lastParameter": "\(map.parameterCount - 1)", "lastIndex": "\(filter.count - 1)",
        ]
        let template: Template
        switch method {
        case .preimage:
            template = Template(name: "singular-preimage", bytes: PackageResources.singular_preimage_sing)
            values["filter"] = filter.joined(separator: ",\n")
        case .eliminate(let maxDegree):
            let degree = architecture.layerCount
            template = Template(name: "singular-eliminate", bytes: PackageResources.singular_eliminate_sing)
            values["graph"] = filter.enumerated().map { index, entry in
                "\(PolynomialSyntax.singular.name(ofVariable: index))-(\(entry))"
            }.joined(separator: ",\n")
            values["weights"] = (names.map { _ in "1" } + filter.map { _ in "\(degree)" }).joined(
                separator: ",")
            values["parameters"] = names.joined(separator: "*")
            values["degreeBound"] = "\(maxDegree * degree)"
        }
        return try run(template.rendered(values), limits: limits) { records, _ throws(Failure) in
            try Equations(records)
        }
    }
}

extension SingularProgram.Equations {
    /// From lines `version N` and `equations COUNT MILLISECONDS`.
    init(_ records: [SingularRecord]) throws(SingularProgram.Failure) {
        var version: Int?
        var found: (count: Int, seconds: Double)?
        for record in records {
            let numbers = record.numbers
            switch (record.key, numbers.count) {
            case ("version", 1): version = numbers[0]
            case ("equations", 2) where numbers.allSatisfy { $0 >= 0 }:
                found = (numbers[0], Double(numbers[1]) / 1000)
            default: throw .malformed(line: record.line)
            }
        }
        guard let version, let found else { throw .incomplete(parts: 0, of: 1) }
        self.init(version: version, seconds: found.seconds, count: found.count)
    }
}

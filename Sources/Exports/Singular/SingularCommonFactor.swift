import ExactAlgebra
import Macaulay2

extension SingularProgram {
    /// The greatest common divisor of two polynomials by `gcd`, and what that and the two divisions took.
    package struct CommonFactor: Sendable, Hashable {
        /// Of the field in which the factor is evaluated.
        package static let prime: UInt64 = (1 << 31) - 1

        /// `4321` for 4.3.2.1.
        package let version: Int
        /// The library that does the work, if Singular has it.
        package let flint: String?
        /// Round after round.
        package let gcdSeconds: [Double]
        /// Of both divisions together, round after round.
        package let divisionSeconds: [Double]
        /// Of the factor.
        package let degree: Int
        /// The primitive factor at the point, in the field, up to sign.
        package let value: UInt64
    }

    /// Measures each round apart; blocks the thread.
    ///
    /// - Parameters:
    ///   - forms: two, read as polynomials in x.
    ///   - point: where the factor is evaluated, below ``CommonFactor/prime``.
    ///   - rounds: at most; no more than one begins after three seconds.
    /// - Throws: an error if a file cannot be written or read. What goes wrong with Singular is an outcome.
    package func commonFactor(
        of forms: (BinaryForm, BinaryForm), point: UInt64, rounds: Int, limits: RunLimits
    ) throws -> Outcome<CommonFactor> {
        let template = Template(
            name: "singular-common-factor", bytes: PackageResources.singular_common_factor_sing)
        let script = try template.rendered([
            "first": Self.text(forms.0), "second": Self.text(forms.1), "rounds": "\(rounds)",
            "prime": "\(CommonFactor.prime)", "point": "\(point)",
        ])
        return try run(script, limits: limits) { records, output throws(Failure) in
            try CommonFactor(records, output)
        }
    }

    /// A term a line, each with its sign.
    private static func text(_ form: BinaryForm) -> String {
        form.coefficients.enumerated().filter { $0.element.signum != 0 }.map { index, value in
            "\(value.signum > 0 ? "+" : "")\(value)*x^\(form.degree - index)"
        }.joined(separator: "\n")
    }
}

extension SingularProgram.CommonFactor {
    /// From lines `version N`, `gcd TICKS`, `division TICKS` (a tick is ten microseconds) and `factor DEGREE VALUE`.
    init(_ records: [SingularRecord], _ output: [UInt8]) throws(SingularProgram.Failure) {
        var version: Int?
        var gcd: [Double] = []
        var division: [Double] = []
        var factor: (degree: Int, value: UInt64)?
        for record in records {
            let numbers = record.numbers
            switch (record.key, numbers.count) {
            case ("version", 1): version = numbers[0]
            case ("gcd", 1) where numbers[0] >= 0: gcd.append(Double(numbers[0]) / 1e5)
            case ("division", 1) where numbers[0] >= 0: division.append(Double(numbers[0]) / 1e5)
            case ("factor", 2) where numbers[0] >= 0:
                let field = PrimeField(modulus: Self.prime)
                let value = field.reduce(numbers[1])
                factor = (numbers[0], min(value, field.subtract(0, value)))
            default: throw .malformed(line: record.line)
            }
        }
        guard let version, let factor, !gcd.isEmpty, division.count == gcd.count else {
            throw .incomplete(parts: 0, of: 1)
        }
        let names = String(decoding: output, as: UTF8.self).firstMatch(of: /FLINT\(([0-9.]+)\)/)
        self.init(
            version: version, flint: names.map { String($0.1) }, gcdSeconds: gcd,
            divisionSeconds: division, degree: factor.degree, value: factor.value)
    }
}

import ExactAlgebra
import Foundation
import Neurovariety
import TestSupport
import Testing

@testable import Macaulay2

@Suite(.enabled(if: LiveMacaulay2.isPresent, "no Macaulay2 found: live tests are skipped"))
struct MinimalGeneratorsTests {
    /// Two layers, k_2 = 2 and 3, with the other layer of degrees p and p + 1 for p ≤ 2, generators of degree at most 6.
    private static func architectures() throws -> [Architecture] {
        var result: [Architecture] = []
        for stride in 2...5 {
            for second in 2...3 {
                for first in stride..<(4 * stride) {
                    let architecture = try Architecture(filterSizes: [first, second], strides: [stride])
                    let counts = NonfaceCounts(architecture)?.bySize.filter { $0.key <= 6 }
                    let total = counts?.values.reduce(.zero, +) ?? .zero
                    // Macaulay2 is quick with these.
                    if total.signum > 0, total <= 120 { result.append(architecture) }
                }
            }
        }
        return result
    }

    /// Macaulay2 finds as many minimal generators over ℚ as there are minors, so none is superfluous in any multidegree.
    @Test func ofTwoLayersOverTheRationals() throws {
        let architectures = try Self.architectures()
        #expect(architectures.count > 45)
        var text = ""
        for architecture in architectures {
            let minors = try PrimeIdeal(architecture).polynomials().filter { $0.degree <= 6 }
            let formatter = PolynomialFormatter(
                .indexed, variableCount: architecture.endToEndFilterSize)
            text += """
                R = QQ[w_0..w_\(architecture.endToEndFilterSize - 1)];
                I = ideal(\(minors.map(formatter.string).joined(separator: ",\n")));
                if numcols mingens I =!= \(minors.count) then error "\(architecture)";

                """
        }
        for program in LiveMacaulay2.programs {
            let (status, output) = try program.output(of: text + "<< \"all are minimal\" << endl;\n")
            #expect(status == 0 && output == "all are minimal\n", "\(program.version): \(output)")
        }
    }
}

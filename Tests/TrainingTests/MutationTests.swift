import ExactAlgebra
import Foundation
import TestSupport
import Testing

@testable import Training

@Suite struct MutationTests {
    @Test func tables() throws {
        var mutations = Mutations([
            try Fixtures.bytes("training/X.csv"), Array("a;b\n1;2e3\n# note\n-4.5;.5\n".utf8),
            Array("1 2\t3\r\n4 5 6\r\n".utf8),
        ])
        for _ in 0..<Mutations.count {
            let text = String(decoding: mutations.next(), as: UTF8.self)
            guard let matrix = try? DataMatrix(text: text, name: "t") else { continue }
            #expect(matrix.rowCount > 0 && matrix.values.allSatisfy(\.isFinite), "seed \(mutations.seed)")
        }
    }

    @Test func numPyArrays() {
        let header = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }          \n"
        let good =
            [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8)
            + [UInt8](repeating: 63, count: 48)
        #expect((try? DataMatrix(numPy: good, name: "n")) != nil)
        var mutations = Mutations([good])
        for _ in 0..<Mutations.count {
            let bytes = mutations.next()
            guard let matrix = try? DataMatrix(numPy: bytes, name: "n") else { continue }
            #expect(matrix.values.count <= bytes.count, "seed \(mutations.seed)")
        }
    }

    @Test func numbers() {
        var mutations = Mutations(
            ["1/3", "-12.5e-7", "+.25", "123456789012345678901234567890"].map { Array($0.utf8) })
        for _ in 0..<Mutations.count {
            let text = String(decoding: mutations.next(), as: UTF8.self)
            guard let value = Rational(text) else { continue }
            #expect(value.denominator.signum > 0, "seed \(mutations.seed), \(text)")
        }
    }
}

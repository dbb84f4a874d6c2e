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

    /// Filters as text: numbers, or a message of one line.
    @Test func filterTexts() {
        var mutations = Mutations(
            [
                "1,2;1,3", "[[1,2],[1,3]]", "1 .5 -2e-3\n1/3",
                "tensor([[[ 0.1, 0.2]]], grad_fn=<A>, size=(1, 2))",
                "Parameter containing:\ntensor([[[1., 2.]]], dtype=torch.float32, requires_grad=True)",
                "[np.float64(0.5), np.float32(1e300)]", "a;b\n1;2e3\n# note\n-4.5;.5\n",
            ].map { Array($0.utf8) })
        for _ in 0..<Mutations.count {
            let text = String(decoding: mutations.next(), as: UTF8.self)
            for read in [WrittenFilter.layers, { [try WrittenFilter($0)] }] {
                do {
                    let filters = try read(text)
                    #expect(
                        !filters.isEmpty && filters.allSatisfy { !$0.coefficients.isEmpty },
                        "seed \(mutations.seed), \(text)")
                } catch {
                    #expect(error is FilterTextError, "seed \(mutations.seed), \(text)")
                }
            }
            guard let filters = try? WrittenFilter.filters(text: text, name: "t") else { continue }
            #expect(
                !filters.isEmpty && filters.allSatisfy { !$0.coefficients.isEmpty },
                "seed \(mutations.seed), \(text)")
        }
    }

    @Test func filterArrays() {
        let good = [
            NumPyBytes.array("<f4", "2, 1, 3", fortran: true, NumPyBytes.floats([1, 2, 3, 4, 0.1, 6])),
            NumPyBytes.array("<f2", "3, 2", NumPyBytes.integers([0x3C00, 1, 0x7BFF, 2, 3, 4] as [UInt16])),
            NumPyBytes.array(">i2", "1, 1, 2, 1", [0, 1, 255, 0]),
        ]
        #expect(good.allSatisfy { (try? WrittenFilter.filters(numPy: $0, name: "n")) != nil })
        var mutations = Mutations(good)
        for _ in 0..<Mutations.count {
            let bytes = mutations.next()
            guard let filters = try? WrittenFilter.filters(numPy: bytes, name: "n") else { continue }
            #expect(
                filters.reduce(0) { $0 + $1.coefficients.count } <= bytes.count, "seed \(mutations.seed)")
        }
    }

    @Test func numbers() {
        var mutations = Mutations(
            ["1/3", "-12.5e-7", "+.25", "1e-2000", "123456789012345678901234567890"].map { Array($0.utf8) })
        for _ in 0..<Mutations.count {
            let text = String(decoding: mutations.next(), as: UTF8.self)
            guard let value = Rational(text) else { continue }
            #expect(value.denominator.signum > 0, "seed \(mutations.seed), \(text)")
        }
    }
}

import ExactAlgebra
import Foundation
import TestSupport
import Testing

@testable import Training

@Suite struct MutationTests {
    @Test func tables() throws {
        var mutations = Mutations([
            try Fixtures.bytes("training/X.csv"), Array("a;b\n1;2e3\n# note\n-4.5;.5\n".utf8),
            Array("1 2\t3\r\n4 5 6\r\n".utf8), Array("\"a, b\"\t'c'\r1,5\t-2e0\r".utf8),
            try Fixtures.bytes("data/pandas-index.csv"), try Fixtures.bytes("data/utf16le.csv"),
            try Fixtures.bytes("data/utf16be.csv"),
        ])
        for _ in 0..<Mutations.count {
            let bytes = mutations.next()
            do throws(DataError) {
                guard case .text(let text, let encoding) = try DataContent(bytes, name: "t") else { continue }
                let matrix = try DataMatrix(text, encoding, name: "t")
                #expect(
                    matrix.rowCount > 0 && matrix.columnCount > 0 && matrix.values.allSatisfy(\.isFinite),
                    "seed \(mutations.seed)")
                #expect(isVisible(matrix.source?.description ?? "\n"), "seed \(mutations.seed)")
            } catch {
                #expect(isVisible(error.description), "seed \(mutations.seed), \(bytes)")
            }
        }
    }

    /// Nothing in it steers a terminal.
    private func isVisible(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }

    /// Archives, stored and compressed: their arrays as they were, or a message.
    @Test func archives() throws {
        let samples = try ["stored.npz", "deflated.npz", "one.npz"].map { try Fixtures.bytes("data/\($0)") }
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix(seed: seed)
        for _ in 0..<Mutations.count {
            var bytes = samples[Int.random(in: samples.indices, using: &generator)]
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            do throws(DataError) {
                let archive = try ZipArchive(bytes, name: "a")
                for name in archive.names.prefix(5) { _ = try archive.contents(of: name) }
            } catch {
                #expect(isVisible(error.description), "seed \(seed)")
            }
        }
    }

    /// Compressed bytes alone, without a checksum that would refuse them: never more than was promised.
    @Test func inflations() throws {
        let archive = try Fixtures.bytes("data/deflated.npz")
        var mutations = Mutations([
            Array(archive[60..<2_000]), Array(archive[1_000...]), [0x4B, 0x04, 0, 3, 0],
        ])
        for _ in 0..<Mutations.count {
            let bytes = mutations.next()
            for count in [0, 1, 50, 5_000] {
                guard let inflated = Inflation.bytes(of: bytes[...], count: count) else { continue }
                #expect(inflated.count == count, "seed \(mutations.seed)")
            }
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

import Foundation
import Neurovariety
import TestSupport
import Testing

@testable import Training

@Suite struct DataMatrixTests {
    @Test func text() throws {
        let plain = try DataMatrix(text: "5,2\n3,4\n", name: "t")
        #expect(plain == DataMatrix(rowCount: 2, columnCount: 2, values: [5, 2, 3, 4]))
        for text in [
            "# note\r\nx; y\r\n5; 2\r\n\r\n3 ;4\r\n", "5\t2\n3\t4", " 5 2 # first\n 3   4 \n", "5,2\r3,4\r",
            "\"5\",\"2\"\n'3',\"4\"\n", "5,2\n3,4\u{1A}", "5,\t2\n3,\t4\t# tabs\n",
            "5\u{A0}2\u{2028}3\u{2003}4",
            "\u{FEFF}\"x;\"\"y\"; \"z #\"\n5;2\n3;4", "5,2\n\u{0C}\n3,4", "5,0;2,\n3;4",
        ] {
            #expect(try DataMatrix(text: text, name: "t") == plain, "\(text)")
        }
        #expect(try DataMatrix(text: "1e-3\n-2", name: "t").values == [1e-3, -2])
    }

    @Test func errorsInText() {
        func error(_ text: String) -> DataError? {
            do throws(DataError) {
                _ = try DataMatrix(text: text, name: "t")
                return nil
            } catch { return error }
        }
        #expect(error("") == .empty(file: "t"))
        #expect(error("a,b\n") == .empty(file: "t"))
        #expect(error("5,2\n3") == .ragged(file: "t", line: 2, expected: 2, found: 1))
        #expect(error("5,2\n3,x") == .notANumber(file: "t", line: 2, column: 2, text: "x"))
        #expect(error("5,2\ninf,2") == .notFinite(file: "t", line: 2, column: 1))
        #expect(error("5,2\n2,-1e400") == .notFinite(file: "t", line: 2, column: 2))
        #expect(error("5,2\n\"3,4") == .openQuote(file: "t", line: 2))
        #expect(error("0x10,2") == .notANumber(file: "t", line: 1, column: 1, text: "0x10"))
        #expect(error("1.5f,2.5f\n1,2") == .notANumber(file: "t", line: 1, column: 1, text: "1.5f"))
        #expect(throws: DataError.self) { try DataMatrix(path: "/nonexistent/x.csv") }
    }

    private func numPy(_ type: String, _ shape: String, fortran: Bool = false, _ body: [UInt8]) -> [UInt8] {
        NumPyBytes.array(type, shape, fortran: fortran, body)
    }

    private func bytes(_ values: [Double], bigEndian: Bool = false) -> [UInt8] {
        NumPyBytes.doubles(values, bigEndian: bigEndian)
    }

    @Test func numPyArrays() throws {
        let wanted = DataMatrix(rowCount: 2, columnCount: 3, values: [1, 2, 3, -4, 5.5, 6])
        #expect(try DataMatrix(numPy: numPy("<f8", "2, 3", bytes(wanted.values)), name: "n") == wanted)
        #expect(
            try DataMatrix(numPy: numPy(">f8", "2, 3", bytes(wanted.values, bigEndian: true)), name: "n")
                == wanted)
        #expect(
            try DataMatrix(
                numPy: numPy("<f8", "2, 3", fortran: true, bytes([1, -4, 2, 5.5, 3, 6])), name: "n")
                == wanted)
        #expect(try DataMatrix(numPy: numPy("|i1", "3,", [1, 255, 128]), name: "n").values == [1, -1, -128])
        #expect(try DataMatrix(numPy: numPy("<i2", "1, 2", [0, 255, 1, 0]), name: "n").values == [-256, 1])
        #expect(
            try DataMatrix(numPy: numPy("<f2", "1, 2", [0, 0x3E, 1, 0x80]), name: "n").values
                == [1.5, -0x1p-24])
    }

    /// Spreadsheets write it; it is no part of a number or heading.
    @Test func byteOrderMark() throws {
        let folder = try ScratchFolder()
        let path = folder.url.appendingPathComponent("x.csv").path
        try Data([0xEF, 0xBB, 0xBF] + Array("5,2\n".utf8)).write(to: URL(fileURLWithPath: path))
        #expect(try DataMatrix(path: path).values == [5, 2])
    }

    @Test func brokenNumPyArrays() {
        let good = numPy("<f8", "2, 1", bytes([1, 2]))
        for broken in [
            [], Array(good.dropLast()), Array(good.prefix(20)), good + [0], Array("not numpy at all".utf8),
            numPy("<c16", "1, 1", bytes([1, 2])), numPy("<f8", "1, 2, 2", bytes([1, 2, 3, 4])),
            numPy("<f8", "", bytes([1])),
            numPy("<f8", "0, 5", []), numPy("<f8", "1, 1", bytes([.nan])),
            numPy("<f8", "4611686018427387904, 4", bytes([1])), numPy("<f2", "1, 1", [0, 0x7C]),
            numPy("|f1", "1, 1", [0]), numPy("<f8", "99999999999999999999, 1", bytes([1])),
        ] {
            #expect(throws: DataError.self) { try DataMatrix(numPy: broken, name: "n") }
        }
    }
}

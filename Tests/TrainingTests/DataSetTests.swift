import Foundation
import TestSupport
import Testing

@testable import Training

/// Inputs and outputs in one file.
@Suite struct DataSetTests {
    private func read(_ path: String, size: Int = 5, stride: Int = 2) throws -> DataSet {
        try DataSet(path: path, filterSize: size, stride: stride)
    }

    private func error(_ path: String, size: Int = 5, stride: Int = 2) -> DataError? {
        do throws(DataError) {
            _ = try DataSet(path: path, filterSize: size, stride: stride)
            return nil
        } catch { return error }
    }

    /// The width tells which numbers are inputs; text and arrays with the same numbers are the same.
    @Test func tables() throws {
        let scratch = try ScratchFolder()
        try scratch.write("x1 x2 x3 x4 x5 y\n1. 2 3 4 5 6\n7 8 9 10 11 12\n", to: "one.txt")
        let one = try read(scratch.path + "/one.txt")
        #expect(one.inputs.values == [1, 2, 3, 4, 5, 7, 8, 9, 10, 11] && one.inputs.columnCount == 5)
        #expect(one.outputs.values == [6, 12] && one.outputs.columnCount == 1)
        let array = NumPyBytes.array("<f8", "2, 6", NumPyBytes.doubles((1...12).map { Double($0) }))
        try Data(array).write(to: scratch.url.appendingPathComponent("one.npy"))
        #expect(try read(scratch.path + "/one.npy").contentHash == one.contentHash)
        // With d outputs there are K + (d - 1)s inputs.
        for (outputs, width) in [(1, 6), (2, 9), (5, 18)] {
            let line = (0..<width).map { "\($0).5" }.joined(separator: ",")
            try scratch.write(line + "\n" + line + "\n", to: "wide.csv")
            let set = try read(scratch.path + "/wide.csv")
            #expect(set.outputs.columnCount == outputs && set.inputs.columnCount == width - outputs)
            #expect(set.outputs.values.first == Double(width - outputs) + 0.5)
        }
    }

    @Test func archives() throws {
        let path = Fixtures.path("training/data.npz")
        let set = try read(path, size: 7, stride: 2)
        #expect(set.inputs == (try DataMatrix(path: path + ":X")))
        #expect(set.outputs == (try DataMatrix(path: path + ":Y")))
        #expect(
            error(path, size: 8)
                == .dataSet(
                    file: path,
                    .width(found: 9, expected: 10, filterSize: 8, outputs: 2, stride: 2)))
        #expect(error(path, size: 8)?.description.hasPrefix("\(path): samples of X have 9 numbers") == true)
    }

    /// Small letters are taken too; an archive without one of the arrays is refused with what it has.
    @Test func namesOfArrays() throws {
        let scratch = try ScratchFolder()
        let path = scratch.path + "/a.npz"
        var bytes = try Fixtures.bytes("data/stored.npz")
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        #expect(try read(path, size: 3).inputs == DataMatrix(path: path + ":X"))
        #expect(try read(path, size: 3).outputs == DataMatrix(path: path + ":y"))
        let name = Array("y.npy".utf8)
        for place in bytes.indices where bytes[place...].starts(with: name) {
            bytes[place] = UInt8(ascii: "z")
        }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        #expect(
            error(path)
                == .archive(
                    file: path,
                    reason: "a data set has the arrays X and Y, or is one table; this has X, z"))
    }

    @Test func refused() throws {
        let scratch = try ScratchFolder()
        let path = scratch.path + "/a.csv"
        for width in [1, 4, 5, 7, 8, 10] {
            let line = (0..<width).map { "\($0).5" }.joined(separator: ",")
            try scratch.write(line + "\n" + line + "\n", to: "a.csv")
            #expect(error(path) == .jointWidth(file: path, found: width, filterSize: 5, stride: 2))
        }
        #expect(error(path)?.description.contains("6, 9, 12, …") == true)
        try scratch.write("", to: "a.csv")
        #expect(error(path) == .empty(file: path))
        guard case .cannotRead = error(scratch.path + "/none.csv") else {
            Issue.record("a file that is not there was read")
            return
        }
    }

    /// Any change of the numbers or of their shape is seen, also two that would cancel in sums and products.
    @Test func hashes() {
        func hash(_ values: [Double], rows: Int) -> String {
            var hash = ContentHash()
            hash.add(DataMatrix(rowCount: rows, columnCount: values.count / rows, values: values))
            return hash.text
        }
        let values = [1.0, 2, 3, 4]
        var seen = [hash(values, rows: 2), hash(values, rows: 4)]
        for (i, j) in [(0, 1), (0, 3), (2, 3)] {
            var (signs, swapped, nudged) = (values, values, values)
            signs[i] = -signs[i]
            signs[j] = -signs[j]
            swapped.swapAt(i, j)
            nudged[i] = nudged[i].nextUp
            nudged[j] = nudged[j].nextUp
            seen += [signs, swapped, nudged].map { hash($0, rows: 2) }
        }
        #expect(Set(seen).count == seen.count && seen.allSatisfy { $0.count == 16 })
        #expect(hash(values, rows: 2) == hash(values, rows: 2))
    }
}

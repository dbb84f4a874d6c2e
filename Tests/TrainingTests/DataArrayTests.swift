import Foundation
import TestSupport
import Testing

@testable import Training

@Suite struct NumPyFileTests {
    private let wanted = DataMatrix(rowCount: 2, columnCount: 3, values: [1, 2, 3, -4, 5.5, 6])

    private func read(_ name: String) throws -> DataMatrix {
        try DataMatrix(path: Fixtures.path("data/\(name)"))
    }

    private func failure(_ name: String) -> DataError? {
        do throws(DataError) {
            _ = try DataMatrix(path: Fixtures.path("data/\(name)"))
            return nil
        } catch { return error }
    }

    /// What NumPy 2.4 has written, and a heading of Python 2.
    @Test func arrays() throws {
        for (name, format) in [
            ("float64.npy", "<f8 (2, 3)"), ("float32-channel.npy", "<f4 (2, 1, 3)"),
            ("float16-fortran.npy", "<f2 (2, 3)"), ("big-endian.npy", ">f8 (2, 3)"),
            ("three-axes-fortran.npy", "<f8 (2, 1, 3)"), ("python2.npy", "<f8 (2, 3)"),
        ] {
            let matrix = try read(name)
            #expect(matrix == wanted, "\(name)")
            #expect(matrix.source?.format.description == "NumPy \(format)")
        }
        #expect(try read("bool.npy").values == [0, 0, 1, 0, 1, 1])
    }

    /// An array is one whatever the name of its file, and a file with its name is none for that.
    @Test func names() throws {
        let folder = try ScratchFolder()
        func written(_ bytes: [UInt8], _ name: String) throws -> DataMatrix {
            let url = folder.url.appendingPathComponent(name)
            try Data(bytes).write(to: url)
            return try DataMatrix(path: url.path)
        }
        for name in ["x.csv", "x", "x.npz", "x:y"] {
            #expect(try written(Fixtures.bytes("data/float64.npy"), name) == wanted)
        }
        #expect(try written(Fixtures.bytes("data/one.npz"), "x.npy") == wanted)
        #expect(throws: DataError.self) { try written(Array("5,2\n".utf8), "y.npy") }
        #expect(try WrittenFilter.read(path: folder.path + "/x.csv").count == 2)
    }

    @Test func typesThatAreNotRead() {
        for (name, type, words) in [
            ("complex64", "<c8", "'<c8', complex numbers;"), ("object", "|O", "'|O', Python objects;"),
            ("text", "<U5", "'<U5', text;"),
            ("records", "[('shape', '<i4'), ('b', '<f8')]", "'[('shape', '<i4'), ('b', '<f8')]', records;"),
        ] {
            let found = failure("\(name).npy")
            #expect(found == .numPyType(file: Fixtures.path("data/\(name).npy"), type: type))
            #expect(found?.description.contains("is an array of type \(words)") == true, "\(name)")
        }
        for (type, word) in [
            ("<M8[ns]", "dates"), ("<f16", "another width"), ("|V2", "records or bytes"), ("|S3", "text"),
            ("", "''"),
            ("<i3", "'<i3'"),
        ] {
            let bytes = NumPyBytes.array(type, "1,", [UInt8](repeating: 0, count: 16))
            do throws(DataError) {
                _ = try NumPyArray(bytes, name: "n")
                Issue.record("\(type) is read")
            } catch { #expect(error.description.contains(word), "\(error)") }
        }
    }

    /// One axis of samples, one of numbers, and others of length 1.
    @Test func shapes() throws {
        func shape(_ text: String) throws(DataError) -> [Int] {
            let matrix = try DataMatrix(
                numPy: NumPyBytes.array("|u1", text, [1, 2, 3, 4, 5, 6]), name: "n")
            return [matrix.rowCount, matrix.columnCount]
        }
        #expect(try shape("6,") == [6, 1] && shape("1, 6") == [1, 6] && shape("2, 1, 3") == [2, 3])
        #expect(
            try shape("2, 3, 1") == [2, 3] && shape("6L, 1L") == [6, 1] && shape("1, 1, 1, 6") == [1, 6])
        #expect(throws: DataError.axes(file: "n", shape: [1, 2, 3])) { try shape("1, 2, 3") }
        #expect(throws: DataError.axes(file: "n", shape: [1, 3, 2, 1])) { try shape("1, 3, 2, 1") }
        for text in ["L", "2, xL", "-6", "7,", "5,", "3L3"] {
            #expect(throws: DataError.self, "\(text)") { try shape(text) }
        }
    }

    /// All at once and one by one: the same.
    @Test func elements() throws {
        let body = (0..<48).map { UInt8($0 * 37 & 255) }
        for type in ["f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1"] {
            for order in ["<", ">", "=", ""] {
                let count = 48 / (Int(type.suffix(1)) ?? 1)
                for isFortran in [false, true] {
                    let array = try NumPyArray(
                        NumPyBytes.array(order + type, "\(count / 3), 3", fortran: isFortran, body), name: "n"
                    )
                    let single = (0..<count).map { array.approximation($0).bitPattern }
                    #expect(array.approximations().map(\.bitPattern) == single, "\(order)\(type)")
                }
            }
        }
    }
}

/// Archives that NumPy has written, stored and compressed.
@Suite struct ArchiveTests {
    private func read(_ name: String) throws(DataError) -> DataMatrix {
        try DataMatrix(path: Fixtures.path("data/\(name)"))
    }

    @Test func arrays() throws {
        let wanted = DataMatrix(rowCount: 2, columnCount: 3, values: [1, 2, 3, -4, 5.5, 6])
        for name in ["stored.npz:X", "deflated.npz:X", "one.npz", "one.npz:arr_0"] {
            let matrix = try read(name)
            #expect(matrix == wanted, "\(name)")
        }
        #expect(try read("one.npz").source?.name == Fixtures.path("data/one.npz:arr_0"))
        #expect(try read("stored.npz:y").values == [7, 8])
        // As the arrays were made.
        let waves = try read("deflated.npz:waves")
        #expect(waves.rowCount == 200 && waves.columnCount == 3)
        for (place, value) in waves.values.enumerated() {
            #expect(abs(value - sin(Double(place))) <= 0.00501 && (value * 100).rounded() / 100 == value)
        }
        #expect(try read("deflated.npz:zeros").values == [Double](repeating: 0, count: 2_000))
        let noise = try read("deflated.npz:noise")
        #expect(noise.rowCount == 40 && Set(noise.values).count == 200)
        #expect(try WrittenFilter.read(path: Fixtures.path("data/stored.npz:X")).count == 2)
    }

    @Test func wrongNames() {
        for (name, words) in [
            ("stored.npz", "it has 2 arrays; name one as in "), ("stored.npz:Y", "it has no array 'Y'"),
            ("float64.npy:X", "it is no .npz archive"), ("pandas.csv:X", "it is no .npz archive"),
            ("none.npz:X", "cannot read"), ("stored.npz:", "no array ''"),
        ] {
            do throws(DataError) {
                _ = try read(name)
                Issue.record("\(name) is read")
            } catch { #expect(error.description.contains(words), "\(error)") }
        }
    }

    /// Cut off at any place, or with any byte changed: an error, or what was written.
    @Test func damage() throws {
        let good = try Fixtures.bytes("data/stored.npz")
        for count in good.indices {
            #expect(throws: DataError.self, "\(count)") {
                guard case .text = try DataContent(Array(good[..<count]), name: "a.npz") else { return }
                throw DataError.empty(file: "a")
            }
        }
        let archive = try ZipArchive(good, name: "a")
        let wanted = try archive.contents(of: "X.npy")
        for place in good.indices {
            var bytes = good
            bytes[place] ^= 0x41
            if let read = try? ZipArchive(bytes, name: "a").contents(of: "X.npy") { #expect(read == wanted) }
        }
        #expect(throws: DataError.self) { try ZipArchive([0x50, 0x4B, 5, 6], name: "a") }
        let empty = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)
        #expect(try ZipArchive(empty, name: "a").names == [])
    }
}

/// Against what zlib has compressed, in each of its ways: see the names.
@Suite struct InflationTests {
    private func inflate(_ bytes: [UInt8], _ count: Int) -> [UInt8]? {
        Inflation.bytes(of: bytes[...], count: count)
    }

    /// `zlib.compressobj(level, DEFLATED, -15, 9, strategy)` of squares.
    @Test func kinds() throws {
        let text = Array((0..<60).map { "\($0 * $0)" }.joined(separator: " ").utf8)
        for (name, hexadecimal) in Self.compressed {
            let bytes = try Self.bytes(hexadecimal)
            #expect(inflate(bytes, text.count) == text, "\(name)")
            // Neither more nor less than was promised.
            #expect(inflate(bytes, text.count - 1) == nil && inflate(bytes, text.count + 1) == nil)
            for count in bytes.indices { #expect(inflate(Array(bytes[..<count]), text.count) == nil) }
        }
        #expect(inflate([3, 0], 0) == [] && inflate([], 0) == nil)
    }

    private static let compressed = [
        (
            "stored",
            "01fd0002ff3020312034203920313620323520333620343920363420383120313030203132312031"
                + "34342031363920313936203232352032353620323839203332342033363120343030203434312034"
                + "38342035323920353736203632352036373620373239203738342038343120393030203936312031"
                + "30323420313038392031313536203132323520313239362031333639203134343420313532312031"
                + "36303020313638312031373634203138343920313933362032303235203231313620323230392032"
                + "33303420323430312032353030203236303120323730342032383039203239313620333032352033"
                + "313336203332343920333336342033343831"
        ),
        (
            "fixed codes",
            "335030543051b05430345330325530365330b154303351b0305430343050303402d226264059a00a"
                + "4ba012a01a2353206d61a9606c6402540fd40d54676202a42d4c144c8d2c154ccdcd14cc80eacc80"
                + "b439906f0e14b700ca5b02d5599a81cc056a3434009a60680834ca1064a6a111d0704363902d2620"
                + "eb4c41f69a811c6006728939d0458616262037005d686400728521c8c54606960a46c606260a4626"
                + "06864097017518998158e620310b90ac25509d31488731d07c90a3812e37069a676c62610800"
        ),
        (
            "own codes",
            "158ec101c0300802576104516b74ffc50a2f1205bc00d13870901f6ad087692cc10830a5dddaca71"
                + "b2c8939f740f952dbfd2f2754bb7f1e5e17b83916fa44fffa7f96a7ff2ddb85741861a4855d19d4c"
                + "95b37ca57deef3dd31c098e48988db661061862968e28c435634b283225322c7afe7d97a7bf29513"
                + "a57e438bbcd457bdfc01"
        ),
        (
            "literals only",
            "05c10101c0400803312b278196c21effc69614221c5a3cf49263c313aa42164ad01ebac51e3c8bdf"
                + "d10ebd225524222f8c8ff996f5b0dff2f9f85e781157c5ad5039a8de21cd227b906f51efa124682c"
                + "b455689fd0b7412f87ae1797074b8b5d87bb8253c25385b784bf0a7e75f8b4747968f5d2ced1bda1"
                + "f3f403"
        ),
        (
            "several blocks",
            "0ccbb101c04008c3c0553402f086c0fe8bc5950a9f83441c3954f3061d2336c908b25cc9abc599d8"
                + "54bb7bbc92bddf7692bba2ebe86f18bb1f0000ffff158cc911003008025ba1044163b4ffc6423ecc"
                + "0e57dfc6d5e24e618ad8086c130c956516e469503a963565dbab727ae45e7bc01ed36d7b534e371b"
                + "0a2f449a140b65145441e878a1fe74bf373f5df7f22fd2ff48f925d37f59c307"
        ),
    ]

    private static func bytes(_ hexadecimal: String) throws -> [UInt8] {
        let digits = Array(hexadecimal)
        return try stride(from: 0, to: digits.count, by: 2).map {
            try #require(UInt8(String(digits[$0...($0 + 1)]), radix: 16))
        }
    }

    /// Codes that do not fit, or leave room.
    @Test func codes() throws {
        #expect(PrefixCode(lengths: [1, 1, 1]) == nil && PrefixCode(lengths: [2, 2, 2]) == nil)
        #expect(PrefixCode(lengths: [16]) == nil)
        #expect(PrefixCode(lengths: []) != nil && PrefixCode(lengths: [0, 1]) != nil)
        // RFC 1951, 3.2.2: lengths 3, 3, 3, 3, 3, 2, 4, 4 give 010, …, 110, 00, 1110, 1111.
        let code = try #require(PrefixCode(lengths: [3, 3, 3, 3, 3, 2, 4, 4]))
        for (word, symbol) in [("010", 0), ("110", 4), ("00", 5), ("1110", 6), ("1111", 7)] {
            let byte = word.enumerated().reduce(0) { $1.element == "1" ? $0 | 1 << $1.offset : $0 }
            var bits = BitReader([UInt8(byte)])
            #expect(code.next(&bits) == symbol)
        }
        // An empty code has no words, and a block of a kind that there is not.
        var bits = BitReader([0])
        #expect(PrefixCode(lengths: [0, 0])?.next(&bits) == nil)
        #expect(inflate([7], 0) == nil && inflate([1, 1, 0, 0xFF, 0xFF, 0], 1) == nil)
        // A copy from before the beginning.
        #expect(inflate([0x03, 0x02, 0x00], 3) == nil)
    }

    @Test func checksums() {
        #expect(CyclicRedundancyCheck.of(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(CyclicRedundancyCheck.of([]) == 0)
    }
}

import ExactAlgebra
import Foundation
import TestSupport
import Testing

@testable import Training

/// A filter from its numbers as text.
private func filter(_ numbers: String..., precision: WrittenFilter.Precision = .exact) throws -> WrittenFilter
{
    WrittenFilter(try numbers.map { try #require(Rational($0), "\($0)") }, precision: precision)
}

/// What reading throws; nil if it does not.
private func error<Failure: Error>(_ read: () throws(Failure) -> [WrittenFilter]) -> Failure? {
    do throws(Failure) {
        _ = try read()
        return nil
    } catch { return error }
}

@Suite struct WrittenFilterTextTests {
    @Test func oneFilter() throws {
        let wanted = try filter("1", "2", "3", "6")
        for text in [
            "1,2,3,6", "1 2 3 6", " 1; 2,3\t6\n", "1\n2\n3\n6", "1,\n2 , 3,6", "[1,2,3,6]", "[1. 2. 3. 6.]",
            "(1,2,3,6)", "(1, 2, 3, 6,)", "{1, 2, 3, 6}", "[[[1, 2, 3, 6]]]", "[[1],[2],[3],[6]]",
            "[1] [2] [3] [6]", "+1,2.0,3e0,.6E1", "array([1., 2., 3., 6.])",
            "array([[1, 2, 3, 6]])", "tensor([[[1., 2., 3., 6.]]], grad_fn=<ConvolutionBackward0>)",
            "tensor([1, 2, 3, 6], dtype=torch.int64, device='cuda:0', size=torch.Size([4]))",
            "Parameter containing:\ntensor([[[1., 2., 3., 6.]]], requires_grad=True)",
            "[np.int64(1), np.float64(2.0), np.int64(3), tensor(6)]", "np.array([1, 2, 3, 6])",
        ] {
            #expect(try WrittenFilter(text) == wanted, "\(text)")
        }
        #expect(try WrittenFilter("1/3, -1/2,0") == filter("1/3", "-1/2", "0"))
        #expect(try WrittenFilter("5") == filter("5"))
        #expect(try WrittenFilter("[[[5]]]") == filter("5"))
    }

    @Test func wrongTexts() {
        for (text, wanted): (String, FilterTextError) in [
            ("", .noNumbers), (" \n", .noNumbers), ("[]", .noNumbers), ("[[1],[]]", .emptyBrackets),
            ("1,,2", .emptyEntry(2)), (",1", .emptyEntry(1)), ("1,2,", .emptyEntry(3)),
            ("[1,,2]", .emptyEntry(2)), ("[,1]", .emptyEntry(1)), ("[1],,[2]", .emptyEntry(2)),
            ("1,x", .notANumber("x")), ("1_000", .notANumber("1_000")), ("1/0", .notANumber("1/0")),
            ("0x10", .notANumber("0x10")), ("1 / 3", .notANumber("/")), ("1e", .notANumber("1e")),
            (".", .notANumber(".")), ("1,nan", .notFinite("nan")), ("-inf", .notFinite("-inf")),
            ("1, Infinity", .notFinite("Infinity")), ("1e2001", .outOfRange("1e2001")),
            ("1e-99999999999999999999", .outOfRange("1e-99999999999999999999")),
            ("1e-9223372036854775808", .outOfRange("1e-9223372036854775808")),
            (
                String(repeating: "1", count: 4001) + ".5",
                .outOfRange(String(repeating: "1", count: 40))
            ),
            ("[1, 2, ..., 3]", .leftOut("...")), ("[1,2", .notClosed("[")), ("[(1,2]", .notOpened("]")),
            ("1,2]", .notOpened("]")), ("(1,2]", .notOpened("]")), ("tensor([1], size=(1", .notClosed("(")),
            ("tensor([1], size=(1]", .notOpened("]")),
            (String(repeating: "[", count: 100_000), .tooDeep(limit: 16)), ("1,[2]", .mixed),
            ("[[1,2],[[3,4]]]", .uneven), ("[[[1,2]],[[3]]]", .uneven), ("[1,2],[3,4]", .severalFilters(2)),
            ("[[1,2],[3]]", .severalFilters(2)), ("[[[1,2]],[[3,4]]]", .severalFilters(2)),
            ("[[[1,2],[3,4]],[[5,6],[7,8]]]", .channels([2, 2, 2])),
            ("dtype=float32", .notANumber("dtype=float32")),
        ] {
            let found = error { () throws(FilterTextError) in [try WrittenFilter(text)] }
            #expect(found == wanted, "\(text.prefix(60))")
            #expect(found?.description.contains("\n") == false)
        }
        #expect(
            FilterTextError.channels([2, 3, 4]).description
                == "the shape (2, 3, 4) has 2 output and 3 input channels; "
                + "networks here have one channel, so (1, 1, K), or (C, 1, K) for C filters")
    }

    @Test func layers() throws {
        let wanted = [try filter("1", "2"), try filter("1", "3")]
        for text in [
            "1,2;1,3", "1 2; 1 3", "1,2|1,3", "1 2\n1 3", "1,2;\n1,3\n", "[1,2],[1,3]", "[1,2];[1,3]",
            "[1 2] [1 3]", "[1,2]|[1,3]", "[[1,2],[1,3]]", "[[1. 2.]\n [1. 3.]]", "[[[1,2]],[[1,3]]]",
            "[tensor([[[1., 2.]]]), tensor([[[1., 3.]]])]", "(1,2),(1,3)", "np.int64(1),2;1,3",
        ] {
            #expect(try WrittenFilter.layers(text) == wanted, "\(text)")
        }
        #expect(try WrittenFilter.layers("1,2") == [filter("1", "2")])
        #expect(try WrittenFilter.layers("1;2,3") == [filter("1"), filter("2", "3")])
        #expect(try WrittenFilter.layers("[[1],[2]]") == [filter("1"), filter("2")])
        #expect(
            try WrittenFilter.layers("array([1.5], dtype=float32), [1]")
                == [filter("1.5", precision: .single), filter("1")])
        for (text, wanted): (String, FilterTextError) in [
            ("", .emptyLayer(1)), ("1,2;", .emptyLayer(2)), (";1", .emptyLayer(1)),
            ("1;\n;2", .emptyLayer(2)),
            ("1,,2;3", .emptyEntry(2)), ("[1],[]", .emptyBrackets), ("1;[2]", .mixed),
            ("1;2]", .notOpened("]")),
        ] {
            #expect(
                error { () throws(FilterTextError) in try WrittenFilter.layers(text) } == wanted, "\(text)")
        }
    }
}

@Suite struct WrittenFilterPrecisionTests {
    /// What the digits, or a type that is printed, say.
    @Test func ofText() throws {
        let cases: [(WrittenFilter.Precision, [String])] = [
            (
                .exact,
                [
                    "1,2,3,6", "123456789012345678901234567890", "1/3,22/7", "0.5,-1.2345", "0.00012345",
                    "12345e300", "1E-320", "1.000000000000000000e+00", "0.0", "-0.0000000", "0.1000000000",
                    "array([0.1], dtype=float64)", "tensor([1, 2])",
                ]
            ),
            (
                .single,
                [
                    "1,0.123456", "0.333333333", "-1.23456789", "0.123456e-30", "123456.0",
                    // Float(0.1), and a power of two.
                    "0.100000001490116119384765625", "1.000000014901161194e-01", "0.0009765625",
                    "array([1, 2], dtype=float32)", "tensor([1.], dtype=torch.float32)",
                    // PyTorch prints four digits behind the point.
                    "tensor([0.1, 0.2])", "tensor([0.1], dtype=torch.bfloat16)",
                    "array([0.1], dtype='>f4')", "[np.float32(0.1), 1]",
                ]
            ),
            (.half, ["tensor([0.1], dtype=torch.float16)", "array([0.1, 2.], dtype=float16)"]),
            (
                .double,
                [
                    "1,0.3333333333", "0.1000000000000000055511151231257827", "1.2345678901e300",
                    // Beyond the range of Double: no Float.
                    "1.2345678901e1000", "1.2345678901e-1000", "0.1234567,0.1234567891",
                ]
            ),
        ]
        for (precision, texts) in cases {
            for text in texts { #expect(try WrittenFilter(text).precision == precision, "\(text)") }
        }
    }

    @Test func ofArrays() throws {
        func precision(_ type: String, _ count: Int, _ body: [UInt8]) throws -> WrittenFilter.Precision? {
            try WrittenFilter.filters(numPy: NumPyBytes.array(type, "\(count),", body), name: "n").first?
                .precision
        }
        #expect(try precision("|u1", 2, [1, 2]) == .exact)
        #expect(try precision("<i8", 1, NumPyBytes.integers([Int.max])) == .exact)
        #expect(try precision("<f2", 1, [0, 0x3C]) == .half)
        #expect(try precision("<f4", 2, NumPyBytes.floats([1, 2])) == .single)
        func double(_ values: Double...) throws -> WrittenFilter.Precision? {
            try precision("<f8", values.count, NumPyBytes.doubles(values))
        }
        #expect(try double(1, -2, 0x1p53 - 1) == .exact)
        #expect(try double(0x1p53) == .single && double(0x1p53 + 2, 0.5) == .double)
        #expect(try double(0.5, 1) == .single && double(Double(Float(0.1)), 3) == .single)
        #expect(
            try double(0.1, 1) == .double && double(1e300) == .double
                && double(.leastNonzeroMagnitude) == .double)
    }
}

@Suite struct WrittenFilterFileTests {
    private func read(_ text: String) throws(DataError) -> [WrittenFilter] {
        try WrittenFilter.filters(text: text, name: "t")
    }

    @Test func tables() throws {
        let rows = [try filter("1", "1/2", "3"), try filter("4", "5")]
        for text in [
            "1,1/2,3\n4,5\n", "# note\r\nx; y;z\r\n1; 0.5;3 # first\r\n\r\n4 ;5\r\n", "1\t1/2\t3\n4\t5",
            " 1 .5 3\n 4   5 \n", "[[1, 0.5, 3], [4, 5]]", "# as printed\n[[1. .5 3.]  # first\n [4. 5.]]\n",
            "[1,1/2,3]\n[4,5]",
        ] {
            #expect(try read(text) == rows, "\(text)")
        }
        #expect(try read("1,2,3") == [filter("1", "2", "3")])
        #expect(try read("w\n1\n2\n3\n") == [filter("1", "2", "3")], "a column is a filter")
        #expect(try read("1\n") == [filter("1")])
        #expect(try read("1,2\n3") == [filter("1", "2"), filter("3")])
        #expect(
            try read("5,2\n3,0.123456") == [filter("5", "2"), filter("3", "0.123456", precision: .single)],
            "each filter has its own precision")
        #expect(try read("(w),(v)\n1,2") == [filter("1", "2")], "a heading in brackets")
        #expect(try read("0,1,2\n3.0,.5,4e0") == [filter("3", "0.5", "4")], "a heading by pandas")
        #expect(try read(",0,1\n0,3,5\n1,4,6") == [filter("3", "5"), filter("4", "6")], "an index by pandas")
    }

    @Test func brokenTables() {
        for (text, wanted): (String, DataError) in [
            ("", .empty(file: "t")), ("a,b\n", .empty(file: "t")), ("[]", .empty(file: "t")),
            ("5,2\n3,x", .notANumber(file: "t", line: 2, column: 2, text: "x")),
            ("5,2\n3,", .missing(file: "t", line: 2, column: 2, text: "")),
            ("1,nan", .missing(file: "t", line: 1, column: 2, text: "nan")),
            ("5;1,5", .notANumber(file: "t", line: 1, column: 2, text: "1,5")),
            ("1,2\n3,4", .countingLine(file: "t", line: 1)),
            ("1,2\n1/2,1/3", .countingLine(file: "t", line: 1)),
            ("0,1,2\n3,4.5,6", .countingLine(file: "t", line: 1)),
            ("-inf\n2", .notFinite(file: "t", line: 1, column: 1)),
            ("5,2\n1e5000,2", .outOfRange(file: "t", line: 2, column: 1, text: "1e5000")),
            ("[1,nan]", .notAFilter(file: "t", .notFinite("nan"))),
            ("{\"w\": [1,2]}", .notAFilter(file: "t", .notANumber("\"w\":"))),
        ] {
            #expect(error { () throws(DataError) in try read(text) } == wanted, "\(text)")
        }
        #expect(
            DataError.outOfRange(file: "t", line: 2, column: 1, text: "1e5000").description
                == "t, line 2, column 1: '1e5000' is out of range: "
                + "a number has at most 4000 characters and an exponent up to 2000")
    }

    /// Each shape with the filters in it, in both orders of the axes.
    @Test func arrayShapes() throws {
        let shapes: [(shape: [Int], filters: Int)] = [
            ([], 1), ([1], 1), ([6], 1), ([6, 1], 1), ([1, 6], 1), ([2, 3], 2), ([3, 2], 3), ([1, 1, 6], 1),
            ([2, 1, 3], 2), ([1, 2, 3], 2), ([6, 1, 1], 6), ([1, 1, 1, 6], 1), ([1, 1, 6, 1], 1),
            ([3, 1, 2, 1], 3),
        ]
        for (shape, filters) in shapes {
            let count = shape.reduce(1, *)
            let wanted = stride(from: 0, to: count, by: count / filters).map { start in
                WrittenFilter((start..<(start + count / filters)).map { Rational(Integer($0)) })
            }
            // In the file, the first axis is fastest.
            var fortran = [Int16](repeating: 0, count: count)
            for position in 0..<count {
                var (rest, axes) = (position, [Int]())
                for size in shape.reversed() {
                    axes.insert(rest % size, at: 0)
                    rest /= size
                }
                let place = zip(axes, shape).reversed().reduce(0) { $0 * $1.1 + $1.0 }
                fortran[place] = Int16(position)
            }
            let text = shape.map { "\($0)," }.joined(separator: " ")
            let plain = NumPyBytes.integers((0..<count).map { Int16($0) })
            for (isFortran, body) in [(false, plain), (true, NumPyBytes.integers(fortran))] {
                let bytes = NumPyBytes.array("<i2", text, fortran: isFortran, body)
                #expect(
                    try WrittenFilter.filters(numPy: bytes, name: "n") == wanted, "\(shape), \(isFortran)")
            }
        }
    }

    @Test func arrayValues() throws {
        func values(_ type: String, _ body: [UInt8]) throws -> [String] {
            let width = try #require(Int(type.suffix(1)))
            let bytes = NumPyBytes.array(type, "\(body.count / width),", body)
            return try WrittenFilter.filters(numPy: bytes, name: "n").flatMap(\.coefficients).map(
                \.description)
        }
        #expect(try values("<i8", NumPyBytes.integers([Int.min, Int.max])) == ["\(Int.min)", "\(Int.max)"])
        #expect(try values(">u8", NumPyBytes.integers([UInt.max], bigEndian: true)) == ["\(UInt.max)"])
        #expect(try values("|i1", [255]) == ["-1"] && values("|u1", [255]) == ["255"])
        #expect(try values("|b1", [0, 1, 2]) == ["0", "1", "1"])
        #expect(
            try values("<f8", NumPyBytes.doubles([0.1, -0.0])) == ["3602879701896397/36028797018963968", "0"])
        #expect(
            try values(">f4", NumPyBytes.floats([0.1, -2], bigEndian: true)) == ["13421773/134217728", "-2"])
        // One, the largest, the least normal and the least of all, −2.
        #expect(
            try values("<f2", NumPyBytes.integers([0x3C00, 0x7BFF, 0x0400, 0x0001, 0xC000] as [UInt16]))
                == ["1", "65504", "1/16384", "1/16777216", "-2"])
    }

    @Test func brokenArrays() {
        func found(_ type: String, _ shape: String, _ body: [UInt8]) -> DataError? {
            error { () throws(DataError) in
                try WrittenFilter.filters(numPy: NumPyBytes.array(type, shape, body), name: "n")
            }
        }
        let eight = [UInt8](repeating: 0, count: 8)
        #expect(found("|i1", "2, 2, 2", eight) == .notAFilter(file: "n", .channels([2, 2, 2])))
        #expect(found("|i1", "2, 2, 1, 2", eight) == .notAFilter(file: "n", .channels([2, 2, 1, 2])))
        #expect(found("|i1", "1, 2, 2, 2", eight) == .notAFilter(file: "n", .dimensions([1, 2, 2, 2])))
        #expect(found("|i1", "0, 2", []) == .empty(file: "n"))
        #expect(
            found("<f8", "2, 1, 2", NumPyBytes.doubles([1, 2, .infinity, 3]))
                == .notFinite(file: "n", line: 2, column: 1))
        #expect(found("<f2", "2,", [0, 0, 0, 0x7E]) == .notFinite(file: "n", line: 1, column: 2))
        for type in ["|f1", "<c8", "<f16"] {
            #expect(found(type, "1,", eight) == .numPyType(file: "n", type: type))
        }
    }

    /// What NumPy 2.4 has written, and files by their ending.
    @Test func files() throws {
        func read(_ name: String) throws -> [WrittenFilter] {
            try WrittenFilter.read(path: Fixtures.path("filters/\(name)"))
        }
        #expect(
            try read("weight-float32.npy")
                == [filter("13421773/134217728", "-2", "3.5", "6", precision: .single)])
        let rows = try read("rows-fortran-float64.npy")
        #expect(rows.map(\.precision) == [.exact, .double])
        #expect(rows.map { $0.coefficients.map(\.approximation) } == [[1, 2, 3], [0.1, 0.2, 0.3]])
        #expect(try read("channels-fortran-int16.npy") == [filter("1", "-2", "3"), filter("4", "5", "6")])
        #expect(
            try read("column-float16.npy") == [filter("819/8192", "65504", "1/16777216", precision: .half)])

        let folder = try ScratchFolder()
        func written(_ text: String, to name: String) throws -> [WrittenFilter] {
            let url = folder.url.appendingPathComponent(name)
            try Data(text.utf8).write(to: url)
            return try WrittenFilter.read(path: url.path)
        }
        #expect(try written("[[1, 0.5], [2, 3]]\n", to: "a.json") == [filter("1", "0.5"), filter("2", "3")])
        #expect(try written("1, 2", to: "b.json") == [filter("1", "2")])
        #expect(try written("\u{FEFF}5,2\n3,4\n", to: "c.csv") == [filter("5", "2"), filter("3", "4")])
        #expect(
            error { () throws(DataError) in try WrittenFilter.read(path: "/nonexistent/x.npy") }
                == .cannotRead(file: "/nonexistent/x.npy", reason: "No such file or directory"))
    }
}

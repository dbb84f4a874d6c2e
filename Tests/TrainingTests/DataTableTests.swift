import Foundation
import TestSupport
import Testing

@testable import Training

/// What reading a text as samples throws; nil if it does not.
private func error(_ text: String) -> DataError? {
    do throws(DataError) {
        _ = try DataMatrix(text: text, name: "t")
        return nil
    } catch { return error }
}

/// Headings, and columns that number the lines.
@Suite struct DataHeadingTests {
    /// The number of the line that was left out, whether the first column was, and what was read.
    private func read(_ text: String) throws -> (line: Int?, hasIndex: Bool, values: [Double]) {
        let matrix = try DataMatrix(text: text, name: "t")
        let source = try #require(matrix.source)
        return (source.heading?.line, source.hasIndex, matrix.values)
    }

    @Test func names() throws {
        for text in [
            "a,b\n5,2\n", "a b\n5 2\n", "\"a\",\"b\"\n5,2", "x1,x2\n5,2", "na,Na\n5,2", "a,\n5,2",
            "Überschrift\n5,2",
            "0_a,b\n5,2",
        ] {
            let found = try read(text)
            #expect(found.line == 1 && !found.hasIndex && found.values == [5, 2], "\(text)")
        }
        #expect(try read("# note\n\na,b\n5,2").line == 3)
        #expect(try read("5,2").line == nil)
        #expect(error("a,b\nc,d\n5,2") == .notANumber(file: "t", line: 2, column: 1, text: "c"))
        #expect(error("-x,+y\n5,2") == .notANumber(file: "t", line: 1, column: 1, text: "-x"))
        #expect(error("a,5\n5,2") == .notANumber(file: "t", line: 1, column: 1, text: "a"))
    }

    /// 0, 1, …, d−1 and 1, …, d are never a sample: a heading, or refused.
    @Test func counts() throws {
        for text in [
            "0,1,2\n1.0,2.5,3.0\n", "1 2 3\n1.0 2.5 3e0\n", "\"0\";\"1\";\"2\"\n1,0;2,5;3,0",
            "0\t1\t2\n1.\t2.5\t3.",
        ] {
            let found = try read(text)
            #expect(found.line == 1 && found.values == [1, 2.5, 3], "\(text)")
            #expect(try DataMatrix(text: text, name: "t").source?.heading?.isCount == true)
        }
        for text in [
            "0,1,2", "1,2\n", "0,1,2\n3,4,5", "1,2,3\n1.5,2.5,3", "0,1\n0.5,1.5\n2,3.5", "# x\n0,1\n5,5",
        ] {
            let line = text.hasPrefix("#") ? 2 : 1
            #expect(error(text) == .countingLine(file: "t", line: line), "\(text)")
        }
        // What does not count is a sample; and so is one column, as the number of samples will tell.
        for text in ["0,1,3\n1.5,2.5,3.5", "2,3\n.5,.5", "0.0,1.0\n5.5,5.5", "1,0\n5.5,5.5", "00,01\n.5,.5"] {
            #expect(try read(text).line == nil, "\(text)")
        }
        #expect(try read("0\n0.5\n1.5").values == [0, 0.5, 1.5])
    }

    @Test func indices() throws {
        for text in [
            ",0,1\n0,5,2\n1,3,4", ",a,b\n0,5,2\n1,3,4", "Unnamed: 0,0,1\n0,5,2\n1,3,4",
            "\t0\t1\n0\t5\t2\n1\t3\t4",
            "\"\",\"V1\",\"V2\"\n\"1\",5,2\n\"2\",3,4", "\"V1\" \"V2\"\n\"1\" 5 2\n\"2\" 3 4",
            "id,0,1\n0,5,2\n1,3,4",
            ";a;b\n0;5;2\n1;3;4", " 0 1\n0 5 2\n1 3 4",
        ] {
            let found = try read(text)
            #expect(found.line == 1 && found.hasIndex && found.values == [5, 2, 3, 4], "\(text)")
        }
        #expect(try read(",0\n0,5\n1,3").values == [5, 3])
        // An index that was shuffled, or of another kind.
        #expect(error(",0,1\n7,5,2\n1,3,4") == .otherIndex(file: "t", line: 1))
        #expect(error("id,0,1\n7,5,2\n1,3,4") == .otherIndex(file: "t", line: 1))
        #expect(error(",a,b\nx,5,2") == .otherIndex(file: "t", line: 1))
        #expect(error(",a,b\n0.0,5,2\n1.0,3,4") == .otherIndex(file: "t", line: 1))
        // Without a heading it may be one.
        for text in ["0,.5\n1,.5\n2,.5", "1,.5\n2,.5\n3,.5", "id,a\n0,.5\n1,.5\n2,.5"] {
            #expect(error(text) == .countingColumn(file: "t"), "\(text)")
        }
        // A ramp, and integers: samples.
        for text in [
            "0.0,.5\n1.0,.5\n2.0,.5", "0,5\n1,2\n2,4", "0,.5\n1,.5", "0,.5\n2,.5\n3,.5", "0\n1\n2\n3",
        ] {
            #expect(try !read(text).hasIndex, "\(text)")
        }
        // Columns are counted as they are in the file.
        #expect(error(",a,b\n0,5,x\n") == .notANumber(file: "t", line: 2, column: 3, text: "x"))
        #expect(error(",a,b\n0,5,NA\n") == .missing(file: "t", line: 2, column: 3, text: "NA"))
    }

    /// Files that pandas has written.
    @Test func files() throws {
        for (name, hasIndex) in [("pandas", false), ("pandas-index", true)] {
            let matrix = try DataMatrix(path: Fixtures.path("data/\(name).csv"))
            #expect(matrix == DataMatrix(rowCount: 2, columnCount: 3, values: [1, 2, 3, -4, 5.5, 6]))
            let source = try #require(matrix.source)
            #expect(source.heading?.isCount == true && source.hasIndex == hasIndex)
            #expect(source.description.contains("line 1 is a heading (\(hasIndex ? ", " : "")0, 1, 2)"))
            #expect(source.description.contains("index") == hasIndex)
        }
    }
}

@Suite struct DataMissingTests {
    @Test func values() {
        for mark in [
            "NA", "NaN", "nan", "NAN", "-nan", "null", "NULL", "None", "N/A", "<NA>", "", "?", ".", "\"\"",
        ] {
            let text = mark == "\"\"" ? "" : mark
            #expect(error("5,2\n3,\(mark)") == .missing(file: "t", line: 2, column: 2, text: text), "\(mark)")
            #expect(error("\(mark),2\n3,4") == .missing(file: "t", line: 1, column: 1, text: text), "\(mark)")
            #expect(error("a,b\n3,\(mark)\n") == .missing(file: "t", line: 2, column: 2, text: text))
            // Never a heading, alone or with names.
            #expect(error("\(mark),\(mark)\n3,4") == .missing(file: "t", line: 1, column: 1, text: text))
            if !text.isEmpty {
                #expect(error("a,\(mark)\n3,4") == .missing(file: "t", line: 1, column: 2, text: text))
            }
        }
        #expect(error("0,1\n.5,\n") == .missing(file: "t", line: 2, column: 2, text: ""), "beside a heading")
        #expect(error("5 2\n3 NA") == .missing(file: "t", line: 2, column: 2, text: "NA"))
        #expect(error("5\t\t2") == .missing(file: "t", line: 1, column: 2, text: ""))
        #expect(error("NA") == .missing(file: "t", line: 1, column: 1, text: "NA"))
        #expect(error(",,") == .missing(file: "t", line: 1, column: 1, text: ""))
        // In a spreadsheet's mark the rest of the line is a comment, and the field empty.
        #expect(error("5,2\n3,#N/A") == .missing(file: "t", line: 2, column: 2, text: ""))
        #expect(
            DataError.missing(file: "t", line: 2, column: 3, text: "NA").description
                == "t, line 2, column 3: a value is missing ('NA'); leave the sample out, or fill the value in"
        )
    }
}

/// Numbers as other countries and programs write them, and files that are no text.
@Suite struct DataEncodingTests {
    private func written(_ bytes: [UInt8], name: String = "x.csv") throws -> DataMatrix {
        let folder = try ScratchFolder()
        let url = folder.url.appendingPathComponent(name)
        try Data(bytes).write(to: url)
        return try DataMatrix(path: url.path)
    }

    private func failure(_ bytes: [UInt8], name: String = "x.csv") -> String? {
        do {
            _ = try written(bytes, name: name)
            return nil
        } catch { return error is DataError ? "\(error)" : nil }
    }

    @Test func decimalCommas() throws {
        for text in [
            "1,5;2\n-3,25;4,5e1", "1,5\t2\n-3,25\t4,5e1", "a;b\n1,5;2\n-3,25;4,5e1\n", "1,5; 2\n-3,25 ;4,5e1",
        ] {
            let matrix = try DataMatrix(text: text, name: "t")
            #expect(matrix.values == [1.5, 2, -3.25, 45], "\(text)")
            guard case .text(_, .utf8, hasDecimalCommas: true) = matrix.source?.format else {
                Issue.record("\(text)")
                continue
            }
        }
        #expect(error("1,5;2.5") == .mixedCommas(file: "t", line: 1, column: 2))
        #expect(error("1.5;2\n3;2,5") == .mixedCommas(file: "t", line: 2, column: 2))
        #expect(error("1,5;2\n3,4") == .mixedCommas(file: "t", line: 2, column: 1))
        // A thousand, or 1.234?
        #expect(error("\"1,234\",5") == .notANumber(file: "t", line: 1, column: 1, text: "1,234"))
        #expect(error("1.234,5;6") == .notANumber(file: "t", line: 1, column: 1, text: "1.234,5"))
        #expect(error("1,2,3;4") == .notANumber(file: "t", line: 1, column: 1, text: "1,2,3"))
        #expect(error("1,5 2,5") == .notANumber(file: "t", line: 1, column: 2, text: "5 2"))
    }

    @Test func wideCharacters() throws {
        let wanted = DataMatrix(rowCount: 2, columnCount: 3, values: [1, 2, 3, -4, 5.5, 6])
        for (name, encoding) in [
            ("utf16le", TextEncoding.utf16LittleEndian), ("utf16be", .utf16BigEndian),
        ] {
            let matrix = try DataMatrix(path: Fixtures.path("data/\(name).csv"))
            #expect(matrix == wanted)
            #expect(matrix.source?.format.description.hasSuffix(encoding.rawValue) == true)
            let bytes = try Fixtures.bytes("data/\(name).csv")
            #expect(try written(bytes, name: "x.bin") == wanted)
            #expect(failure(bytes.dropLast())?.contains("odd number of bytes") == true)
            #expect(failure(Array(bytes.dropFirst(2)))?.contains("UTF-16 without its mark") == true)
        }
        #expect(failure([0xFF, 0xFE, 0, 0xD8])?.contains("halves of characters") == true)
        #expect(failure([0xFF, 0xFE, 0, 0, 0x31, 0, 0, 0])?.contains("UTF-32") == true)
        #expect(failure([0xFF, 0xFE])?.contains("has no numbers") == true)
    }

    @Test func filesThatAreNoText() {
        for (bytes, words) in [
            (Array("5,2\n3,\u{0}4".utf8), "line 2: the byte 0x00 is no text"),
            (Array("5,\u{1B}[31m2\n".utf8), "line 1: the byte 0x1B is no text"),
            (Array("a\u{7F},b\n5,2\n".utf8), "line 1: the byte 0x7F"),
            ([0, 1, 2, 3], "line 1: the byte 0x00"),
            ([0, 0x31, 0, 1, 0, 0x32], "line 1: the byte 0x00"),
            (Array("5,2\u{1A}\n3,4\n".utf8), "0x1A"), ([0x1F, 0x8B, 8, 0], "compressed by gzip"),
            (Array("MATLAB 5.0 MAT-file, Platform".utf8), "MATLAB"),
            ([0x89] + Array("HDF\r\n".utf8), "HDF5"), ([0x80, 4, 0x95, 0], "pickle"),
            (Array("5,\u{E9}".utf8), "column 2: 'é' is not a number"),
            ([0x35, 0x2C, 0xE9, 0x0A], "column 2: '\\xE9' is not a number"),
            ([0x35, 0x2C, 0xC2, 0x9B, 0x33], "column 2: '\\u{9B}3' is not a number"),
            (Array("5,\u{202E}2".utf8), "column 2: '\\u{202E}2' is not a number"),
            (Array("5,2\n3,\"\u{1B}\"".utf8), "line 2: the byte 0x1B"),
        ] {
            let found = failure(bytes)
            #expect(found?.contains(words) == true, "\(words): \(found ?? "read")")
            #expect(found?.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 0x9B } == true)
        }
        // What a comment has is nobody's number, and a heading in another code page none either.
        #expect(throws: Never.self) { try written(Array("5,2 # \u{1B}[1m\n".utf8)) }
        #expect(throws: Never.self) { try written([0xE9, 0x2C, 0x62, 0x0A, 0x35, 0x2C, 0x32]) }
    }

    /// Names of files are shown, and steer nothing.
    @Test func namesInMessages() {
        for error in [
            DataError.empty(file: "a\u{1B}[31m\nb"), .archive(file: "a\u{1B}[31m\nb", reason: "x"),
            .notANumber(file: "t", line: 1, column: 1, text: "a\u{1B}[31m\nb"),
            .numPyType(file: "t", type: "a\u{1B}[31m\nb"),
            .notAFilter(file: "t", .notANumber("a\u{1B}[31m\nb")),
        ] {
            #expect(error.description.contains("a\\u{1B}[31m\\u{A}b"), "\(error)")
        }
        #expect(FilterTextError.notANumber("\u{9B}3m").description == "'\\u{9B}3m' is not a number")
        #expect(VisibleText.of("größe −1 名前.csv") == "größe −1 名前.csv")
    }
}

@Suite struct DecimalNumberTests {
    /// The same as the standard library, in every way of writing.
    @Test func values() {
        var generator = SystemRandomNumberGenerator()
        var texts = [
            "0", "-0", "+5", ".5", "5.", "-.25e1", "1e22", "1e23", "9007199254740993", "9007199254740992",
            "123456789012345678901234567890", "1e-400", "4.9e-324", "1.7976931348623157e308", "1E+05",
            "0.000000000000000000000000000001", "18446744073709551616", "1e-22", "00012",
        ]
        for _ in 0..<20_000 {
            let value = Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &generator))
            if value.isFinite { texts.append("\(value)") }
            texts.append("\(Float.random(in: -10...10, using: &generator))")
            texts.append(
                "\(Int.random(in: -1_000_000...1_000_000, using: &generator))e\(Int.random(in: -30...30))")
        }
        for text in texts {
            let read = DecimalNumber.read(Array(text.utf8)[...])
            #expect(read?.value.bitPattern == Double(text)?.bitPattern, "\(text)")
        }
        #expect(DecimalNumber.read(Array("1,5".utf8)[...])?.value == 1.5)
        #expect(DecimalNumber.read(Array("12345678,123456789012".utf8)[...])?.value == 12345678.123456789012)
        #expect(DecimalNumber.read(Array("1e400".utf8)[...])?.value == .infinity)
    }

    @Test func others() {
        for text in [
            "", "-", "+", ".", "e5", "1e", "1e+", "1.2.3", "1,2,3", "1.2,3", "1 2", "0x1", "inf", "nan",
            "1e5.5", "--1",
            "1-", "1f", "１",
        ] {
            #expect(DecimalNumber.read(Array(text.utf8)[...]) == nil, "\(text)")
        }
    }
}

import Foundation
import Macaulay2
import Neurovariety
import TestSupport
import Testing

@testable import Exports

private func file(
    _ sizes: [Int], _ strides: [Int], _ set: GeneratorSet, _ format: IdealFormat,
    _ selection: MinorSelection = MinorSelection(), command: String = "lcngen ideal",
    tool: String = "lcngen"
) throws -> String {
    let sink = MemorySink()
    let generators = try IdealGenerators(Architecture(filterSizes: sizes, strides: strides), set)
    try IdealFile(
        selection.isAll ? generators : generators.selecting(selection), format: format,
        provenance: Provenance(toolVersion: tool, command: command)
    ).write(to: sink)
    return sink.text
}

@Suite struct IdealFileTests {
    @Test func formatsHaveNames() {
        #expect(
            IdealFormat.allCases.map(\.rawValue) == [
                "text", "m2", "m2-engine", "singular", "msolve", "sage", "oscar", "magma", "latex", "json",
            ])
        for format in IdealFormat.allCases { #expect(IdealFormat(rawValue: format.rawValue) == format) }
        #expect(IdealFormat(rawValue: "M2") == nil && IdealFormat(rawValue: "") == nil)
        #expect(Set(IdealFormat.allCases).count == IdealFormat.allCases.count)
    }

    @Test func text() throws {
        #expect(
            try file([3, 2], [2], .paper, .text)
                == """
                # The ideal J of the linear convolutional network (3,2;2), generators: paper
                # lcngen: lcngen ideal
                # J1: the 1 minors of size 3 of R_2 (3 × 3) of (3,2;2); nonzero ones
                -w_1*w_2*w_3 + w_0*w_3^2 + w_1^2*w_4

                """)
        #expect(try file([4], [], .paper, .text).split(separator: "\n").count == 2)
        // Parts of each kind, headed.
        let parts = try [GeneratorSet.paper, .minimal, .trimmed].map { set in
            try file([2, 2], [3], set, .text).split(separator: "\n").dropFirst(2).map(String.init)
        }
        #expect(
            parts == [
                [
                    "# J0: 1 variables of (2,2;3)", "w_2",
                    "# J1: the 1 minors of size 2 of R_1 (2 × 2) of (2,2;3); nonzero ones",
                    "-w_1*w_3 + w_0*w_4",
                ],
                [
                    "# degree1: the minors of the 1 minimal nonfaces with 1 vertices", "w_2",
                    "# degree2: the minors of the 1 minimal nonfaces with 2 vertices", "w_1*w_3 - w_0*w_4",
                ],
                [
                    "# degree1: 1 generators of degree 1", "w_2", "# degree2: 1 generators of degree 2",
                    "-w_1*w_3 + w_0*w_4",
                ],
            ])
    }

    @Test func macaulay2() throws {
        #expect(
            try file([2, 2], [3], .paper, .m2)
                == """
                -- The ideal J of the linear convolutional network (2,2;3), generators: paper
                -- made by lcngen with the command
                --     lcngen ideal
                -- defines the ring R, its variables, and J
                R = QQ[w_0..w_4];
                J = ideal {
                w_2,
                -w_1*w_3 + w_0*w_4
                };

                """)
        #expect(try file([4, 3], [1], .paper, .m2).hasSuffix("R = QQ[w_0..w_5];\nJ = ideal(0_R);\n"))
    }

    @Test func singular() throws {
        #expect(
            try file([2, 2], [3], .paper, .singular)
                == """
                // The ideal J of the linear convolutional network (2,2;3), generators: paper
                // lcngen: lcngen ideal
                ring R = 0,(w(0..4)),dp;
                ideal J = 
                w(2),
                -w(1)*w(3)+w(0)*w(4);

                """)
        #expect(try file([4], [], .paper, .singular).hasSuffix("ideal J = \n0;\n"))
    }

    @Test func sage() throws {
        #expect(
            try file([2, 2], [3], .paper, .sage)
                == #"""
                # The ideal J of the linear convolutional network (2,2;3), generators: paper
                # lcngen: lcngen ideal
                # for load() in Sage; defines R and J
                R = PolynomialRing(QQ, 5, ["w_0", "w_1", "w_2", "w_3", "w_4"], order="degrevlex")
                J = R.ideal([R(f) for f in """
                w_2
                -w_1*w_3 + w_0*w_4
                """.strip().split("\n")])

                """#)
        #expect(try file([2], [], .paper, .sage).hasSuffix("\nJ = R.ideal([])\n"))
    }

    @Test func oscar() throws {
        #expect(
            try file([2, 2], [2], .paper, .oscar)
                == """
                # The ideal J of the linear convolutional network (2,2;2), generators: paper
                # lcngen: lcngen ideal
                # for include() in Julia; defines R, its variables, and J
                using Oscar
                R, (w_0, w_1, w_2, w_3,) = polynomial_ring(QQ, ["w_0", "w_1", "w_2", "w_3"]; \
                internal_ordering = :degrevlex);
                J = ideal(R, [
                -w_1*w_2 + w_0*w_3,
                ]);

                """)
        #expect(try file([2], [], .paper, .oscar).hasSuffix("\nJ = ideal(R, [zero(R)]);\n"))
    }

    @Test func magma() throws {
        #expect(
            try file([2, 2], [3], .paper, .magma)
                == """
                // The ideal J of the linear convolutional network (2,2;3), generators: paper
                // lcngen: lcngen ideal
                // for load in Magma; defines R, its variables, and J
                R<w_0, w_1, w_2, w_3, w_4> := PolynomialRing(RationalField(), 5, "grevlex");
                J := ideal<R |
                w_2,
                -w_1*w_3 + w_0*w_4
                >;

                """)
        #expect(try file([2], [], .paper, .magma).hasSuffix("\nJ := ideal<R |\n0\n>;\n"))
    }

    @Test func macaulay2Engine() throws {
        #expect(
            try file([2, 2], [2], .paper, .m2Engine)
                == """
                #The ideal J of the linear convolutional network (2,2;2), generators: paper
                #lcngen: lcngen ideal
                #field characteristic: 0
                #variable order: w_0, w_1, w_2, w_3
                #---
                [-w_1*w_2+w_0*w_3]:

                """)
        #expect(try file([4], [], .paper, .m2Engine).hasSuffix("#---\n[]:\n"))
    }

    @Test func msolve() throws {
        #expect(
            try file([2, 2], [3], .paper, .msolve)
                == "w_0,w_1,w_2,w_3,w_4\n0\nw_2,\n-w_1*w_3+w_0*w_4\n")
        #expect(throws: ZeroIdealError(format: .msolve)) { try file([4], [], .paper, .msolve) }
    }

    @Test func latex() throws {
        #expect(
            try file([2, 2], [3], .minimal, .latex)
                == """
                % The ideal I of the linear convolutional network (2,2;3), generators: minimal
                % lcngen: lcngen ideal
                % for \\input in a document; needs no packages
                {\\raggedright\\parindent=0pt
                \\everypar{\\hangindent=2em \\hangafter=1 }%
                $w_{2}$

                $w_{1}w_{3} - w_{0}w_{4}$\\par}

                """)
        #expect(try file([4], [], .minimal, .latex).hasSuffix("\n$0$\\par}\n"))
    }

    /// An ideal is called J only if it is J, whatever the format.
    @Test func names() throws {
        for ideal in try WrittenIdeal.all() {
            let title = "The ideal \(ideal.name) of the linear convolutional network"
            #expect(try ideal.text(.text).hasPrefix("# \(title)"), "\(ideal)")
            let isWhole = ideal.name == "I" || ideal.name == "J"
            #expect(try ideal.text(.text).prefix { $0 != "\n" }.hasSuffix("only") == !isWhole, "\(ideal)")
            #expect(try ideal.text(.json).contains("\"complete\":\(isWhole),"), "\(ideal)")
        }
    }

    @Test func json() throws {
        #expect(
            try file([2, 2], [3], .paper, .json, tool: "lcngen 0.1.0")
                == """
                {"lcngen":"0.1.0",
                "command":"lcngen ideal",
                "filterSizes":[2, 2],"strides":[3],"generators":"paper","complete":true,"variables":5,"ring":{"field":"QQ","order":"grevlex","variables":["w_0","w_1","w_2","w_3","w_4"]},"parts":[
                {"name":"J0","piece":1,"degree":1,"polynomials":[
                [[1,[2]]]]},
                {"name":"J1","piece":1,"degree":2,"polynomials":[
                [[-1,[1,3]],[1,[0,4]]]]}]}

                """)
        // A file of another program says so.
        #expect(try file([4], [], .paper, .json, tool: "client 1.0").hasPrefix("{\"client\":\"1.0\",\n"))
        #expect(try file([4], [], .paper, .json).hasSuffix("]},\"parts\":[]}\n"))
    }

    @Test(arguments: GeneratorSet.allCases) func jsonIsRead(set: GeneratorSet) throws {
        struct File: Decodable {
            struct Part: Decodable {
                let name: String
                let degree: Int
            }
            let filterSizes: [Int]
            let variables: Int
            let parts: [Part]
        }
        for (sizes, strides) in [([5, 2], [3]), ([3, 2, 2], [2, 2]), ([4], []), ([1, 3], [2])] {
            let read = try JSONDecoder().decode(
                File.self, from: Data(try file(sizes, strides, set, .json).utf8))
            let generators = try IdealGenerators(Architecture(filterSizes: sizes, strides: strides), set)
            #expect(read.filterSizes == sizes)
            #expect(read.parts.map(\.name) == generators.parts.map(\.name.description))
        }
    }

    /// The same number of generators in every format, with and without a limit, on chosen rows, in one part.
    @Test(arguments: IdealFormat.allCases) func selections(format: IdealFormat) throws {
        for (selection, count) in [
            (MinorSelection(part: .secondMinors), 1185), (MinorSelection(limit: 7), 7),
            (MinorSelection(limit: 85), 85),
            (MinorSelection(rows: [0, 2, 3], columns: [1, 2, 4, 5], part: .firstMinors), 4),
        ] {
            let whole = try file([5, 5], [3], .paper, format, selection)
            // Long generators are text in Macaulay2.
            let quoted = whole.components(separatedBy: "///")
            let text = quoted.count == 3 ? quoted[0].prefix { $0 != "\n" } + "\n" + quoted[1] : whole
            let found =
                format == .json
                ? text.components(separatedBy: "]]]").count - 1
                : text.split(separator: "\n").dropFirst(format == .msolve ? 1 : 0).count { line in
                    line.contains("w") && !line.contains("=")
                        && !["#", "--", "//", "%"].contains { line.hasPrefix($0) }
                }
            #expect(found == count, "\(selection)")
            #expect(text.contains("some of them only") == ![.json, .msolve].contains(format))
        }
    }

    /// A command of several lines stays in its comment; in JSON it is a string.
    @Test(arguments: IdealFormat.allCases.filter { $0 != .json }) func aCommandCannotLeaveItsComment(
        format: IdealFormat
    ) throws {
        let text = try file([2, 2], [2], .paper, format, command: "a\nexit 0;\r\u{2028}exit 1;")
        for line in text.split(whereSeparator: \.isNewline) where line.contains("exit") {
            #expect(["#", "--", "//", "%"].contains { line.hasPrefix($0) }, "\(line)")
        }
    }

    @Test func strings() throws {
        let text = "a\"b\\c\n\u{1}\u{1f}ä𝔓/"
        let quoted = JSONText.quoted(text)
        #expect(quoted == "\"a\\\"b\\\\c\\n\\u0001\\u001fä𝔓/\"")
        #expect(try JSONDecoder().decode([String].self, from: Data("[\(quoted)]".utf8)) == [text])
    }

    /// What a sink throws ends the writing.
    @Test func aSinkThatFails() throws {
        struct Full: Error {}
        final class FullSink: ByteSink {
            func write(_ bytes: UnsafeRawBufferPointer) throws { throw Full() }
        }
        let generators = try IdealGenerators(Architecture(filterSizes: [5, 5], strides: [3]), .paper)
        #expect(throws: Full.self) {
            try IdealFile(generators, format: .text, provenance: .test).write(to: FullSink())
        }
    }
}

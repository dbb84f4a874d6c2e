import ExactAlgebra
import Foundation
import Macaulay2
import Neurovariety
import Testing

@testable import Exports

@Suite struct RingTests {
    @Test func names() throws {
        #expect(try VariableNames("x") == .indexed("x"))
        #expect(try VariableNames("theta") == .indexed("theta"))
        #expect(try VariableNames("a,x1,lambda10") == .listed(["a", "x1", "lambda10"]))
        for (text, error) in [
            ("", RingError.noName("")), ("1", .noName("1")), ("foo", .noName("foo")), ("é", .noName("é")),
            ("a_1,b", .noName("a_1")), ("a, b", .noName(" b")), ("a,", .noName("")),
            ("x1", .noIndexedName("x1")),
            ("a,b,a", .repeatedName("a")), ("a٣,b", .noName("a٣")), ("pi", .noName("pi")),
            ("a,chi", .noName("chi")),
        ] {
            #expect(throws: error) { try VariableNames(text) }
        }
    }

    @Test func spelling() throws {
        let list = try VariableNames("a,x1,theta,lambda12")
        #expect(list.names(count: 4, in: .latex) == ["a", "x_{1}", "{\\theta}", "\\lambda_{12}"])
        #expect(list.names(count: 4, in: .singular) == ["a", "x1", "theta", "lambda12"])
        let indexed = try VariableNames("mu")
        #expect(indexed.names(count: 2, in: .singular) == ["mu(0)", "mu(1)"])
        #expect(indexed.names(count: 2, in: .latex) == ["\\mu_{0}", "\\mu_{1}"])
        #expect(indexed.names(count: 2, in: .msolve) == ["mu_0", "mu_1"])
    }

    @Test(arguments: IdealFormat.allCases) func refusals(format: IdealFormat) throws {
        let architecture = try Architecture(filterSizes: [2, 2], strides: [2])
        func check(
            _ set: GeneratorSet = .paper, maxDegree: Int? = nil, field: CoefficientField = .rationals,
            order: MonomialOrder = .grevlex, names: String = "w"
        ) throws {
            try IdealFile.check(
                set, architecture, maxDegree: maxDegree, format: format,
                ring: RingDescription(field: field, order: order, variables: VariableNames(names)))
        }
        for set in GeneratorSet.allCases {
            if set == .trimmed {
                #expect(throws: RingError.otherField(.prime(5), set)) { try check(set, field: .prime(5)) }
            } else {
                try check(set, field: .prime(5))
            }
            if set == .reduced {
                #expect(throws: RingError.otherOrder(.lex)) { try check(set, order: .lex) }
            } else if format == .msolve || format == .m2Engine {
                #expect(throws: RingError.noOrder(.lex, format)) { try check(set, order: .lex) }
            } else {
                try check(set, order: .lex)
            }
        }
        #expect(throws: RingError.otherField(.prime(5), .reduced)) {
            try check(.reduced, maxDegree: 2, field: .prime(5))
        }
        #expect(throws: RingError.wrongCount(3, variables: 4)) { try check(names: "a,b,c") }
        let defines: [IdealFormat] = [.m2, .singular, .sage, .oscar, .magma]
        for name in ["R", "I", "J"] {
            if defines.contains(format) {
                #expect(throws: RingError.takenName(name, format)) { try check(names: name) }
                #expect(throws: RingError.takenName(name, format)) { try check(names: "a,b,\(name),c") }
            } else {
                try check(names: "a,b,\(name),c")
            }
        }
        if format == .m2Engine {
            #expect(throws: RingError.takenName("theta", format)) { try check(names: "theta") }
            #expect(throws: RingError.takenName("mu1", format)) { try check(names: "a,b,c,mu1") }
        } else {
            try check(names: "theta")
        }
        if format != .json, format != .m2Engine {
            let name = "lambda1234567890"
            #expect(throws: RingError.self) { try check(names: "a,b,c,\(name)") }
        }
    }

    /// A file that would be false is not begun.
    @Test func nothingIsWritten() throws {
        let sink = MemorySink()
        let generators = try IdealGenerators(Architecture(filterSizes: [2, 2], strides: [2]), .trimmed)
        #expect(throws: RingError.self) {
            try IdealFile(
                generators, format: .text, ring: RingDescription(field: .prime(2)),
                provenance: Provenance(toolVersion: "lcngen", command: "lcngen ideal")
            ).write(to: sink)
        }
        #expect(sink.text.isEmpty)
    }

    /// Small ideals are polynomials in a file for Macaulay2, long ones are text.
    @Test func longIdeals() throws {
        let small = try WrittenIdeal([5, 5], [3], .minimal).text(.m2)
        let long = try WrittenIdeal([7, 7], [3], .minimal).text(.m2)
        #expect(small.utf8.count < 1 << 16 && small.contains("ideal {") && !small.contains("///"))
        #expect(long.utf8.count > 1 << 16 && !long.contains("ideal {") && long.hasSuffix("///;\n"))
        let quoted = long.components(separatedBy: "///")
        let count = try IdealGenerators(Architecture(filterSizes: [7, 7], strides: [3]), .minimal)
            .polynomials()
            .count
        #expect(quoted.count == 3 && quoted[1].components(separatedBy: ",\n").count == count)
    }
}

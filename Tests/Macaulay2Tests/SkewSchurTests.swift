import ExactAlgebra
import Foundation
import Neurovariety
import TestSupport
import Testing

@testable import Macaulay2

/// Representations of generators beside those of the package SchurRings.
@Suite(.enabled(if: LiveMacaulay2.isPresent, "no Macaulay2 found: live tests are skipped"))
struct SkewSchurTests {
    /// Writes what Macaulay2 checks; every check that fails is an error.
    private func run(_ text: String) throws {
        for program in LiveMacaulay2.programs {
            let (status, output) = try program.output(of: text + "<< \"all agree\" << endl;\n")
            #expect(status == 0 && output == "all agree\n", "\(program.version): \(output)")
        }
    }

    private func list(_ values: [some CustomStringConvertible]) -> String {
        "{" + values.map(\.description).joined(separator: ",") + "}"
    }

    /// Skew Schur functions by Jacobi and Trudi's determinant; with separators, of both parts of each filling.
    private static let functions = """
        needsPackage "SchurRings";
        skew = (outer, inner, n) -> (
            size := sum outer - sum inner;
            if size == 0 then return {({}, 1)};
            T := symmetricRing(QQ, size);
            f := det matrix table(#outer, #outer, (i, j) -> (
                k := outer#i - (if j < #inner then inner#j else 0) - i + j;
                if k < 0 or k > size then 0_T else if k == 0 then 1_T else T.hVariable k));
            if f == 0 then {} else apply(listForm toS(f, schurRing(QQ, getSymbol "s", n)), x -> (x#0, lift(x#1, ZZ))));
        shapesBetween = (outer, inner, columns) -> (
            rows := {{columns, columns}};
            for i from 2 to #outer - 1 do rows = flatten apply(rows, nu -> (
                least := if i < #inner then inner#i else 0;
                apply(toList(least .. min(last nu, outer#i)), k -> append(nu, k))));
            rows);
        multiplicities = pairs -> hashTable(plus, pairs);
        separated = (outer, inner, r, l) -> multiplicities flatten apply(shapesBetween(outer, inner, outer#0 - 1), nu ->
            flatten apply(skew(nu, inner, r), x ->
                apply(skew(outer, {nu#0 + 1, nu#1 + 1} | drop(nu, 2), l), y -> ((x#0, y#0), x#1 * y#1))));
        alone = (outer, inner, r) -> multiplicities apply(skew(outer, inner, r), x -> ((x#0, {}), x#1));

        """

    @Test func thickRibbons() throws {
        var text = Self.functions
        for (sizes, stride) in [
            ([9, 2], 3), ([12, 2], 3), ([12, 2], 4), ([8, 2], 3), ([10, 2], 4), ([3, 2], 4),
        ] {
            let architecture = try Architecture(filterSizes: sizes, strides: [stride])
            let parts = try #require(try RibbonRepresentations(architecture))
            let (r, l) = (parts.ribbons.topFormCount, parts.ribbons.lowFormCount)
            for row in parts.rows {
                let (outer, inner) = row.ribbon.shape
                let call =
                    l > 0
                    ? "separated(\(list(outer.parts)), \(list(inner.parts)), \(r), \(l))"
                    : "alone(\(list(outer.parts)), \(list(inner.parts)), \(r))"
                let expected = row.summands.map {
                    "((\(list($0.top.parts)), \(list($0.low.parts))), \($0.multiplicity))"
                }
                text += """
                    if \(call) =!= multiplicities \(list(expected)) then error "\(architecture): \(row.ribbon.columns)";

                    """
            }
        }
        try run(text)
    }

    /// Exterior powers of binary forms, by plethysm.
    @Test func exteriorPowers() throws {
        var text = "needsPackage \"SchurRings\";\nA = schurRing(QQ, getSymbol \"a\", 2);\n"
        for (power, degree) in [(1, 3), (2, 4), (3, 3), (3, 5), (4, 4), (4, 6), (5, 7)] {
            let modules = GaussianBinomial(rows: power, columns: degree + 1 - power).modules
            // S_{(a,b)} of rank 2 is the binary forms of degree a − b.
            let expected = modules.map { "(\($0.highestWeight), \($0.multiplicity))" }
            text += """
                found = apply(listForm plethysm(\(list(Array(repeating: 1, count: power))), A_{\(degree)}), x ->
                    (x#0#0 - (if #(x#0) > 1 then x#0#1 else 0), lift(x#1, ZZ)));
                if hashTable(plus, found) =!= hashTable \(list(expected)) then error "\(power) \(degree)";

                """
        }
        try run(text)
    }

    /// The minimal generators that Macaulay2 finds, by multidegree and weight of SL₂.
    @Test func multigradedGenerators() throws {
        var text = ""
        for (sizes, stride) in [([5, 2], 3), ([5, 3], 3), ([8, 2], 3), ([6, 3], 4), ([4, 3], 2)] {
            let architecture = try Architecture(filterSizes: sizes, strides: [stride])
            let size = architecture.endToEndFilterSize
            let formatter = PolynomialFormatter(.indexed, variableCount: size)
            let minors = try PrimeIdeal(architecture).polynomials().map(formatter.string)
            // Of the coefficient of q_ρ at place b; the weight is the degree of the form less 2b.
            let degrees = (0..<size).map { vertex in
                list((0..<stride).map { $0 == vertex % stride ? 1 : 0 } + [vertex / stride])
            }
            var expected: [String] = []
            for row in try #require(try GeneratorModules(architecture)).rows {
                let sum = zip(row.multidegree, 0...).reduce(0) { $0 + $1.0 * ((size - 1 - $1.1) / stride) }
                for module in row.modules {
                    for weight in Swift.stride(
                        from: -module.highestWeight, through: module.highestWeight, by: 2)
                    {
                        let degree = list(row.multidegree + [(sum - weight) / 2])
                        expected += Array(repeating: degree, count: module.multiplicity)
                    }
                }
            }
            text += """
                R = QQ[w_0..w_\(size - 1), Degrees => \(list(degrees))];
                I = ideal(\(minors.joined(separator: ",\n")));
                if tally degrees source mingens I =!= tally \(list(expected)) then error "\(architecture)";

                """
        }
        try run(text)
    }
}

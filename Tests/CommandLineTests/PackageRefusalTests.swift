import Foundation
import TestSupport
import Testing

/// A line that is refused, and what the message says.
private struct Refusal {
    let line: String
    let message: String

    init(_ line: String, _ message: String) {
        self.line = line
        self.message = message
    }
}

private let networks = [
    Refusal("convolutionalNetwork({}, {})", "expected filter sizes that are positive integers"),
    Refusal("convolutionalNetwork({2,2}, 0)", "expected strides that are positive integers"),
    Refusal("convolutionalNetwork({2,2,2}, 2)", "expected one stride fewer than filter sizes"),
    Refusal(
        "convolutionalNetwork({2,2}, 2, CoefficientRing => ZZ)",
        "ZZ is not known to be a field; take its field of fractions, the quotient by a maximal ideal, or toField"
    ),
    Refusal("convolutionalNetwork({2,2}, 2, CoefficientRing => QQ[t])", "QQ[t] is not known to be a field"),
    Refusal(
        "convolutionalNetwork({2,2}, 2, CoefficientRing => 5)",
        "convolutionalNetwork: expected CoefficientRing => a field, not 5"),
    Refusal(
        "convolutionalNetwork({2,2}, 2, Variable => \"w_1\")",
        "a name of letters and digits that Macaulay2 does not use, to which indices are added"),
    Refusal("randomNetwork 0", "expected a positive number of layers"),
    Refusal(
        "randomNetwork(2, MaximalStride => 1)", "expected MaximalStride => an integer of at least 2, not 1"),
]

private let ideals = [
    Refusal(
        "neurovarietyKernel convolutionalNetwork({2,2}, 2, CoefficientRing => RR)",
        "neurovarietyKernel needs exact numbers: take QQ or a finite field instead of RR_53"),
    Refusal(
        "resultantIdeal(N, Strategy => \"fast\")",
        "expected Strategy => Bareiss, Cofactor, Dynamic, Native or null (the default), not fast"),
    Refusal(
        "allLevelsIdeal(N, Strategy => 3)", "expected Strategy => Bareiss, Cofactor, Dynamic, Native or null"),
    Refusal("neurovarietyIdeal(N, Strategy => Cofactor)", "expected Strategy => Native or null"),
    Refusal("resultantIdeal(N, Lean => 0)", "expected Lean => true or false, not 0"),
    Refusal("neurovarietyKernel(N, Graded => 1)", "expected Graded => true or false, not 1"),
    Refusal("vanish(N, PieceIdeal => 1)", "expected PieceIdeal => a function"),
    Refusal(
        "vanish(N, PieceIdeal => M -> 1)", "expected PieceIdeal to make ideals in the ring of the network"),
    Refusal(
        "resultantMatrix convolutionalNetwork({2,2,2}, {2,2})",
        "needs a network with two layers; twoLayerNetworks gives those of a longer one"),
    Refusal("resultantMatrix(-1, N)", "expected a level that is not negative"),
    Refusal("isVanishingOnNeurovariety(ideal 0_QQ, N)", "expected an ideal in the ring of the network"),
    Refusal("initialComplex N", "first needsPackage \"SimplicialComplexes\""),
    Refusal(
        "initialIdeal convolutionalNetwork({2,2}, 2, CoefficientRing => QQ[i]/(i^2+1))",
        "initialIdeal needs toField QQ[i]/(i^2+1) as the field of coefficients"),
]

private let layers = [
    Refusal("filterOfLayers(N, {{1,2}})", "expected a list of layers of the sizes {2, 2}"),
    Refusal("factor(N, {1,2,3})", "expected 4 numbers, the size of the end-to-end filter, not 3"),
    Refusal("factor(N, {1.5,2,3,6})", "rounded ones are for Strategy => Native"),
    Refusal("factor(N, {1,2,3,\"6\"})", "expected numbers in QQ, not 6"),
    Refusal(
        "L = QQ[x, y, Inverses => true, MonomialOrder => Lex]; factor(N, x^3 + x^4 * y^-1)",
        "expected a form of degree 3 in two variables"),
    Refusal("factor(N, (QQ[x,y])_0)", "expected a form of degree 3 in two variables"),
    Refusal(
        "factor(convolutionalNetwork({2,2}, 2, CoefficientRing => QQ[i]/(i^2+1)), {1,2,3,6})",
        "factorFilter needs toField QQ[i]/(i^2+1) as the field of coefficients"),
    Refusal(
        "factor(convolutionalNetwork({2,2}, 1, CoefficientRing => toField(ZZ/3[t]/(t^2+1))), {1,0,1})",
        "Macaulay2 factors no polynomial over"),
    Refusal("factorFilter(N, {1,2,3,6}, Strategy => Bareiss)", "expected Strategy => Native or null"),
    Refusal("factorFilter(N, {1,2,3}, Strategy => Native)", "expected 4 numbers"),
    Refusal("factorFilter(N, {1,2,3,ii}, Strategy => Native)", "expected rational or real numbers, not ii"),
    Refusal(
        "factorFilter(convolutionalNetwork({2,2}, 2, CoefficientRing => ZZ/5), {1,2,3,6}, Strategy => Native)",
        "Strategy => Native factors over QQ and RR, not over"),
    Refusal(
        "isInNeuromanifold(convolutionalNetwork({2,2}, 2, CoefficientRing => ZZ/5), {1,2,3,6})",
        "isInNeuromanifold asks for real layers: take QQ as the field of coefficients"),
    Refusal(
        "isInNeuromanifold(convolutionalNetwork({2,2,2}, {1,2}), {1,0,-5,0,6})",
        "isInNeuromanifold: there are several networks, none of them rational; Strategy => Native decides more"
    ),
]

private let training = [
    Refusal("euclideanDistanceDegree {0,2}", "expected filter sizes that are positive integers"),
    Refusal("countCriticalPoints(N, CoefficientRing => CC)", "take QQ or a finite field instead of CC_53"),
    Refusal("countCriticalPoints(N, CoefficientRing => ZZ/2)", "in characteristic 2"),
    Refusal(
        "scan(99, i -> countCriticalPoints(N, CoefficientRing => ZZ/3))",
        "infinitely many critical points: the random problem is not generic, try again"),
    Refusal(
        "quadraticLoss(N, matrix {{1,2,3,4}}, matrix {{1},{2}})",
        "expected as many rows of inputs as of outputs, one a sample"),
    Refusal(
        "quadraticLoss(N, matrix {{1,2,3,4}}, matrix {{1,2}})",
        "expected rows of inputs of the length 4 + (d - 1) s for outputs of the length d = 2"),
    Refusal(
        "criticalIdeal(N, matrix {{1}}, matrix {{1}})", "expected a square matrix and a column of the size 4"),
    Refusal(
        "criticalIdeal(N, matrix {{0,1,0,0},{0,0,1,0},{0,0,0,1},{1,0,0,0}}, matrix {{1},{2},{3},{4}})",
        "expected a symmetric matrix"),
    Refusal(
        "criticalIdeal(N, matrix {{0.,1,0,0},{0,0,1,0},{0,0,0,1},{1,0,0,0}}, matrix {{1.},{2},{3},{4}})",
        "expected a symmetric matrix"),
    Refusal("criticalIdeal(N, 1:5)", "expected a loss as a sequence of two matrices, (T, b)"),
    Refusal("criticalLayers(N, {1,2})", "expected 3 coordinates"),
    Refusal(
        "criticalLayers(N, {1,2,0})", "expected a last coordinate y other than 0: the filter is divided by it"
    ),
    Refusal(
        "criticalPoints(N, map(QQ^4, QQ^4, 0), matrix {{1},{2},{3},{4}})",
        "expected a positive definite matrix"),
    Refusal(
        "criticalPoints(N, id_((ZZ/5)^4), map((ZZ/5)^4, (ZZ/5)^1, 0))",
        "expected matrices of rational or real numbers"),
    Refusal(
        "criticalPoints convolutionalNetwork({2,2}, 2, CoefficientRing => ZZ/5)",
        "a random loss is over the field of coefficients; take QQ or RR instead of"),
]

/// Programs that say they are lcngen, by what they write.
private let impostors = [
    "old": "",
    "silent": "exit 0",
    "failing": "echo it fails here >&2; exit 3",
    "mute": "exit 3",
    "zero":
        "while [ $# -gt 1 ]; do if [ \"$1\" = --out ]; then printf '#w\\n[0]:\\n' > \"$2\"; fi; shift; done",
    "odd": "echo '{\"filters\": [{\"inNeurovariety\": true, \"inNeuromanifold\": null}]}'",
    "sizes": """
    network='{"inNeurovariety": true, "inNeuromanifold": true, "networks": [{"layers": [[1]]}]}'
    if [ "$1" = factor ]; then echo "{\\"filters\\": [$network]}"; else printf 'layers\\n1 1 1 | 1 1\\n'; fi
    """,
    "word": "printf 'layers\\none 1 | 1 1\\n'",
    "outside": "printf 'layers\\n0 1 | 1 1\\n'",
]
private func calling(_ impostor: String, _ line: String) -> String {
    "programPaths#\"lcngen\" = folders | \"\(impostor)/\"; \(line)"
}
private let criticalPoints = "criticalPoints(N, id_(QQ^4), matrix {{1},{2},{3},{4}})"

private let programs = [
    Refusal(
        calling("old", "neurovarietyIdeal(N, Strategy => Native)"),
        "has the version 0.1.0, which is too old: 0.2.0 or later is needed"),
    Refusal(
        calling("silent", "neurovarietyIdeal(N, Strategy => Native)"), "left no complete file of polynomials"),
    Refusal(
        calling("silent", criticalPoints),
        "lcngen critical-points has answered in a way that is not known here"),
    Refusal(
        calling("silent", "factorFilter(N, {1,2,3,6}, Strategy => Native)"),
        "lcngen factor has answered in a way that is not known here"),
    Refusal(
        calling("zero", "neurovarietyIdeal(N, Strategy => Native)"), "left no complete file of polynomials"),
    Refusal(calling("mute", "neurovarietyIdeal(N, Strategy => Native)"), "ended with the status 768"),
    Refusal(calling("failing", "neurovarietyIdeal(N, Strategy => Native)"), "it fails here"),
    Refusal(
        calling("odd", "isInNeuromanifold(N, {1,2,3,6}, Strategy => Native)"), "isInNeuromanifold: undecided"),
    Refusal(
        calling("odd", criticalPoints), "lcngen critical-points has answered in a way that is not known here"),
    Refusal(
        calling("word", "factorFilter(N, {1,2,3,6}, Strategy => Native)"),
        "lcngen factor has answered in a way that is not known here"),
    Refusal(
        calling("sizes", "factorFilter(N, {1,2,3,6}, Strategy => Native)"),
        "lcngen factor has answered with layers of other sizes"),
    Refusal(
        calling("sizes", criticalPoints), "lcngen critical-points has answered with layers of other sizes"),
    Refusal(calling("word", criticalPoints), "lcngen critical-points: not a number: one"),
    Refusal(
        calling("outside", criticalPoints),
        "a critical point has a filter that begins with 0: it is outside the chart of criticalIdeal"),
    Refusal(
        calling("none", "resultantIdeal(N, Strategy => Native)"),
        "the program lcngen, version 0.2.0 or later, is needed: on PATH or in the folder programPaths#\"lcngen\""
    ),
]

/// What users don't see: it is caught, and said in other words.
private let internals = [
    Refusal("debug LinearConvolutionalNetworks; readPolynomials(ring N, \"/nowhere\")", "incomplete"),
    Refusal("parsePolynomials(ring N, \"[no]:\\n\")", "neither a number nor a power of a variable: no"),
    Refusal("decimal(1.5 * ii)", "expected real numbers"),
]

@Suite(.enabled(if: LiveMacaulay2.isPresent, "no Macaulay2 found: live tests are skipped"))
struct PackageRefusalTests {
    private static let all = networks + ideals + layers + training + programs + internals

    /// What is refused is refused by name, with what to do.
    @Test func errorsSayWhatToDo() throws {
        let scratch = try ScratchFolder()
        for (name, text) in impostors {
            let folder = scratch.url.appendingPathComponent(name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let program = folder.appendingPathComponent("lcngen")
            let version = name == "old" ? "0.1.0" : "99.1.0"
            let answer = "if [ \"$1\" = --version ]; then echo 'lcngen \(version)'; exit 0; fi"
            try Data("#!/bin/sh\n\(answer)\n\(text)\n".utf8).write(to: program)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
        }
        let text =
            ([
                "N = convolutionalNetwork({2,2}, 2);", "folders = \"\(scratch.path)/\";", "setRandomSeed 1;",
            ] + Self.all.map { $0.line + ";" }).joined(separator: "\n") + "\n"
        for outcome in try inMacaulay2(text, isTyped: true) {
            let errors = outcome.errors.components(separatedBy: "stdio:").filter { $0.contains("error: ") }
            #expect(errors.count == Self.all.count, "\(outcome)")
            for (refusal, error) in zip(Self.all, errors) {
                #expect(error.contains(refusal.message), "\(refusal.line): \(error)")
            }
        }
    }

    /// Every message of the package stands above: the longest text in quotes of each call of `error`.
    @Test func everyMessageIsTested() throws {
        let code = packageFolder.appendingPathComponent("LinearConvolutionalNetworks/code")
        var calls = 0
        for file in try FileManager.default.contentsOfDirectory(at: code, includingPropertiesForKeys: nil) {
            let text = try String(contentsOf: file, encoding: .utf8)
                .components(separatedBy: "\n").filter { !$0.hasPrefix(" --") && !$0.contains("-- ") }
                .joined(separator: "\n")
            for call in text.matches(of: /\berror\b(?: if [^"]*| ?\(?[^"\n]*)("(?:[^"\\]|\\.)*"[^;]*)/) {
                let pieces = call.output.1.matches(of: /"((?:[^"\\]|\\.)*)"/).map {
                    String($0.output.1).replacing("\\\"", with: "\"")
                }
                let longest = try #require(pieces.max { $0.count < $1.count })
                calls += 1
                let words = longest.trimmingCharacters(in: .whitespaces)
                #expect(
                    Self.all.contains { $0.message.contains(words) || words.contains($0.message) },
                    "\(file.lastPathComponent): \(longest)")
            }
        }
        #expect(calls > 45)
    }
}

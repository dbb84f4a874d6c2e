import ExactAlgebra
import Neurovariety
import TestSupport
import Testing
import Training

@testable import Macaulay2

/// Where paths to special problems end, against Gröbner bases of the critical equations.
@Suite(.enabled(if: LiveMacaulay2.isPresent, "no Macaulay2 found: live tests are skipped"))
struct LiveCriticalPointsTests {
    /// Integer data: one sample a row.
    private struct Case {
        let sizes: [Int]
        let strides: [Int]
        let inputs: [[Int]]
        let outputs: [[Int]]

        /// The nearest filters: T is the identity.
        init(_ sizes: [Int], _ strides: [Int], nearest filter: [Int]) {
            (self.sizes, self.strides) = (sizes, strides)
            inputs = filter.indices.map { row in filter.indices.map { $0 == row ? 1 : 0 } }
            outputs = filter.map { [$0] }
        }

        init(_ sizes: [Int], _ strides: [Int], inputs: [[Int]], outputs: [[Int]]) {
            (self.sizes, self.strides, self.inputs, self.outputs) = (sizes, strides, inputs, outputs)
        }
    }

    private let cases = [
        Case([2, 2], [2], nearest: [1, 2, 3, 7]),
        // A multiple of an orthogonal matrix has a circle of nearest matrices of rank 1.
        Case([2, 2], [2], nearest: [3, 0, 0, 3]), Case([2, 2], [2], nearest: [1, 2, -2, 1]),
        Case([2, 2], [2], nearest: [1, 2, 2, 4]), Case([2, 2], [2], nearest: [2, 0, 0, 1]),
        Case([3, 2], [2], nearest: [1, 2, 3, 7, -2]), Case([3, 2], [2], nearest: [1, 0, 0, 0, 1]),
        Case([3, 2], [2], nearest: [1, 0, 1, 0, 1]), Case([3, 2], [2], nearest: [0, 0, 1, 0, 0]),
        Case([4, 2], [2], nearest: [1, 2, 3, 7, -2, 3]),
        Case([2, 2, 2], [2, 2], nearest: [1, 2, 3, 7, -2, 1, 5, 4]),
        Case([3, 3], [2], nearest: [1, 2, 3, 7, -2, 1, 5]),
        Case([3, 3], [2], nearest: [1, 0, 0, 0, 0, 0, 0]),
        Case([3, 3], [2], nearest: [1, 0, 1, 0, 0, 0, 1]),
        Case(
            [2, 2], [2], inputs: [[1, 0, 0, 0], [0, 2, 0, 0], [0, 0, 3, 0], [0, 0, 0, 5]],
            outputs: [[5], [5], [5], [6]]),
        // Few long samples: short outputs, and one signal with a planted filter.
        Case(
            [3, 2], [2], inputs: [[1, 0, 2, 1, 0, 1, 1], [0, 1, 1, 0, 1, 2, 0], [2, 0, 0, 1, 1, 0, 1]],
            outputs: [[1, 0], [2, 1], [0, 3]]),
        Case([2, 2], [2], inputs: [[1, 0, 0, 1, 0, 0, 1, 0, 0, 0]], outputs: [[1, 2, 0, 1]]),
        Case(
            [2, 2], [2], inputs: [[1, 2, 0, 1, -1, 3, 1, 0, 2, 1, 1, -2]], outputs: [[4, 2, 1, 6, 3]]),
    ]

    /// `{dimension, degree of the ideal, number of filters}`; the last is −1 for sets of positive dimension.
    ///
    /// One generic linear form is 1 in every layer but the last: that cuts each class of layers once.
    private static let script = """
        << "@lcngen protocol 1" << endl << flush;
        F = ZZ/32003;
        critical = (name, sizes, steps, inputs, outputs) -> (
            places := flatten for l from 0 to #sizes - 1 list for i from 0 to sizes#l - 1 list (l, i);
            P := F[apply(places, v -> z_v)];
            entry := (l, i) -> P_(position(places, v -> v == (l, i)));
            filter := {1_P};
            for l from 0 to #sizes - 1 do filter = for j from 0 to #filter - 1 + (sizes#l - 1) * steps#l list
                sum for i from 0 to sizes#l - 1 list (
                    k := j - i * steps#l;
                    if k >= 0 and k < #filter then entry(l, i) * filter#k else 0_P);
            s := last steps;
            loss := sum flatten for n from 0 to #inputs - 1 list for m from 0 to #(outputs#n) - 1 list
                (sum(#filter, j -> filter#j * inputs#n#(j + s * m)) - outputs#n#m)^2;
            pins := for l from 0 to #sizes - 2 list
                sum(sizes#l, i -> (101 * (i + 1)^3 + 17 * l + 5) * entry(l, i)) - 1;
            J := saturate(ideal jacobian ideal {loss} + ideal pins,
                ideal for i from 0 to last sizes - 1 list entry(#sizes - 1, i));
            filters := -1;
            if dim J == 0 then (
                W := F[apply(#filter, j -> w_j)];
                filters = degree preimage(map(P, W, filter), radical J));
            << "@lcngen " << name << " " << toString {dim J, degree J, filters} << endl << flush);

        """

    @Test func sameCounts() throws {
        var text = Self.script
        for (index, item) in cases.enumerated() {
            let steps = try Architecture(filterSizes: item.sizes, strides: item.strides).strideProducts
            func list(_ values: [Int]) -> String {
                "{" + values.map(String.init).joined(separator: ",") + "}"
            }
            func lists(_ rows: [[Int]]) -> String { "{" + rows.map(list).joined(separator: ",") + "}" }
            text +=
                "critical(\"case.\(index)\", \(list(item.sizes)), \(list(steps)), "
                + "\(lists(item.inputs)), \(lists(item.outputs)));\n"
        }
        text += "<< \"@lcngen done\" << endl << flush;\n"
        for program in LiveMacaulay2.programs {
            let run = try program.session(seconds: 120).run(text: text, named: "critical")
            #expect(run.failure == nil && run.transcript.isComplete, "\(run.errorText)")
            for (index, item) in cases.enumerated() {
                let answer = try #require(try run.transcript.value("case.\(index)"))
                try check(item, answer, "case \(index)")
            }
        }
    }

    private func check(_ item: Case, _ answer: Value, _ name: String) throws {
        let numbers = try #require(answer.list?.compactMap(\.integer).compactMap { Int(exactly: $0) })
        try #require(numbers.count == 3)
        func matrix(_ rows: [[Int]]) -> DataMatrix {
            DataMatrix(
                rowCount: rows.count, columnCount: rows[0].count, values: rows.flatMap { $0.map(Double.init) }
            )
        }
        let points = try CriticalPoints.run(
            TrainingProblem(
                Architecture(filterSizes: item.sizes, strides: item.strides), inputs: matrix(item.inputs),
                outputs: matrix(item.outputs)))
        let endings = points.endings
        #expect(endings.pathCount == points.expected, "\(name): \(endings)")
        // On sets of positive dimension a path may end near a point that is singular in another way, and is not told.
        #expect(endings.lostCount <= (numbers[0] > 0 ? 1 : 0), "\(name): \(endings)")
        #expect(points.certifiedCount == endings.regularFilterCount, "\(name)")
        let dimensions = endings.singularPoints.map(\.dimension)
        #expect(numbers[0] == max(0, dimensions.max() ?? 0), "\(name): \(endings)")
        guard numbers[0] == 0 else { return }
        let degenerate = endings.degeneratePoints
        let multiplicities = degenerate.reduce(0) { $0 + $1.pathCount }
        #expect(endings.regularCount + multiplicities == numbers[1], "\(name): \(endings)")
        #expect(endings.regularFilterCount + degenerate.count == numbers[2], "\(name): \(endings)")
    }
}

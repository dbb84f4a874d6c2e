import TestSupport
import Testing

@testable import lcngen

@Suite struct MutationTests {
    /// Damaged command lines: options, or a failure with a message of one line.
    @Test func options() {
        var mutations = Mutations(
            [
                "--k 7,7 --s 3 --timeout 60 --format json", "--k=2,3,4 --s=2,2 --out x --memory-limit 12",
                "--filters 2..5 --help --keep d",
            ].map { Array($0.utf8) })
        for _ in 0..<Mutations.count {
            let words = String(decoding: mutations.next(), as: UTF8.self).split(separator: " ").map(
                String.init)
            do throws(CommandFailure) {
                let arguments = try Arguments(words, for: CompareCommand.self)
                #expect(!arguments.line.contains("\n") || words.contains { $0.contains("\n") })
            } catch {
                // Digits that are put in may make an architecture that is well-formed, and too large.
                let isTooLarge = error.message.hasSuffix("the end-to-end filter size does not fit in 64 bits")
                #expect(
                    error.status == (isTooLarge ? .badInput : .usage),
                    "seed \(mutations.seed): \(error.message)")
            }
        }
    }
}

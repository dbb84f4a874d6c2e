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
                #expect(error.status == .usage, "seed \(mutations.seed)")
            }
        }
    }
}

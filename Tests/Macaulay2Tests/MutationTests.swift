import Foundation
import TestSupport
import Testing

@testable import Macaulay2

@Suite struct MutationTests {
    /// Damaged transcripts: read to the end or refused with a place.
    @Test func transcripts() throws {
        var mutations = Mutations(
            try ["5-2-s3-compare", "3-2-2-s2-2-compare", "2-2-s2-critical"].map {
                try Fixtures.bytes("transcripts/1.21/\($0).out")
            })
        for _ in 0..<Mutations.count {
            let bytes = mutations.next()
            let transcript = Transcript(bytes)
            let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
            #expect(transcript.records.count <= lines, "seed \(mutations.seed)")
            if let error = transcript.error { #expect(error.line <= lines, "seed \(mutations.seed)") }
            for record in transcript.records.prefix(20) { _ = try? record.value() }
            for name in ["J1", "gradedKernel"] {
                _ = try? transcript.polynomials("polynomial.\(name)", variableCount: 8)
            }
        }
    }
}

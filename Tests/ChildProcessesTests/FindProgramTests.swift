import Foundation
import TestSupport
import Testing

@testable import ChildProcesses

@Suite struct FindProgramTests {
    private func failure(_ name: String, _ environment: [String: String]) -> ProcessError? {
        do throws(ProcessError) {
            _ = try findProgram(name, environment)
            return nil
        } catch {
            return error
        }
    }

    @Test func byNameAndByPath() throws {
        let folder = Fixtures.path("fake-m2")
        let path = ["PATH": "/usr/bin:/bin"]
        #expect(try findProgram("sh", ["PATH": "/nonexistent:/bin"]) == "/bin/sh")
        #expect(try findProgram(folder + "/works", [:]) == folder + "/works")
        #expect(failure("M2", [:]) == .absent("M2 is not on PATH"))
        // On PATH only what can be run counts.
        #expect(failure("text", ["PATH": folder]) == .absent("text is not on PATH"))
        #expect(failure("no/such/M2", path) == .absent("no/such/M2 does not exist"))
        #expect(failure("", path) == .absent("an empty name"))
        #expect(
            failure(folder + "/text", path)
                == .unusable(path: folder + "/text", reason: "it is not executable"))
        #expect(failure(folder, path) == .unusable(path: folder, reason: "it is a folder"))
    }
}

import Foundation
import TestSupport
import Testing

#if os(Linux)
    /// A journal where the file system has no locks, and where it is held by another machine.
    @Suite struct LockTests {
        @Test func fileSystems() throws {
            let scratch = try ScratchFolder()
            let made = try run(
                [], folder: scratch.path,
                shell: "clang -shared -fPIC -o refuses.so '\(Fixtures.path("locks/refuses.c"))'")
            #expect(made.status == 0, "\(made)")
            for (error, status, message) in [
                (ENOLCK, 0, ""), (ENOTSUP, 0, ""), (ENOSYS, 0, ""), (EINVAL, 0, ""),
                (EAGAIN, 65, "lcngen atlas: j is in use by another run\n"),
                (EACCES, 65, "lcngen atlas: j is in use by another run\n"),
                (EIO, 73, "lcngen atlas: cannot write j: Input/output error\n"),
            ] as [(Int32, Int32, String)] {
                let outcome = try run(
                    ["atlas", "--max-K", "4", "--journal", "j"],
                    environment: ["LD_PRELOAD": scratch.path + "/refuses.so", "LOCK_ERROR": "\(error)"],
                    folder: scratch.path)
                #expect(outcome.status == status && outcome.errors == message, "\(error): \(outcome)")
            }
        }
    }
#endif

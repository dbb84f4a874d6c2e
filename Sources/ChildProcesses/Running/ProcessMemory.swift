import PlatformBasics

/// The memory of process groups, from `/proc`. On systems without it nothing is known, and a memory limit has
/// no effect.
enum ProcessMemory {
    /// The resident size of all processes of a group together.
    ///
    /// Nil where that is not known. A process that ends while it is looked at counts nothing.
    static func residentKilobytes(ofGroup group: pid_t) -> Int? {
        #if os(Linux)
            guard let entries = try? FileManager.default.contentsOfDirectory(atPath: "/proc") else {
                return nil
            }
            let pageKilobytes = Int(sysconf(Int32(_SC_PAGESIZE))) / 1024
            var total = 0
            for entry in entries {
                guard let pid = pid_t(entry), getpgid(pid) == group,
                    let bytes = try? FileBytes.read(path: "/proc/\(pid)/statm")
                else { continue }
                let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
                if fields.count > 1, let pages = Int(fields[1]) { total += pages * pageKilobytes }
            }
            return total
        #else
            return nil
        #endif
    }
}

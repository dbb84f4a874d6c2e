import PlatformBasics

/// This program, as it runs.
enum RunningProgram {
    /// Its file.
    static func bytes() throws(SystemError) -> [UInt8] {
        #if os(Linux)
            return try FileBytes.read(path: "/proc/self/exe")
        #else
            var length: UInt32 = 0
            _ = _NSGetExecutablePath(nil, &length)
            var path = [CChar](repeating: 0, count: Int(length))
            guard _NSGetExecutablePath(&path, &length) == 0 else { throw SystemError(code: ENOENT) }
            return try FileBytes.read(path: String(cString: path))
        #endif
    }

    /// Whether it runs only where the libraries of the Swift toolchain are; elsewhere than on Linux the system has them.
    static var needsSwiftLibraries: Bool {
        #if os(Linux)
            guard let maps = try? FileBytes.read(path: "/proc/self/maps") else { return false }
            return String(decoding: maps, as: UTF8.self).contains("/libswiftCore.so")
        #else
            return false
        #endif
    }
}

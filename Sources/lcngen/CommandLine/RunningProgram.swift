import PlatformBasics

/// The file of this program, as it runs.
enum RunningProgram {
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
}

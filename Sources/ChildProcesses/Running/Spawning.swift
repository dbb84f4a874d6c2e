import PlatformBasics

/// Starts a program in a process group of its own.
struct Spawning {
    let path: String
    let arguments: [String]
    let environment: [String: String]

    #if os(Linux)
        typealias FileActions = posix_spawn_file_actions_t
    #else
        typealias FileActions = posix_spawn_file_actions_t?
    #endif

    /// - Parameters:
    ///   - error: `errno`, where the result is nil.
    ///   - files: says what the program's files are.
    func start(_ error: inout Int32, files: (inout FileActions) -> Void) -> pid_t? {
        #if os(Linux)
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #else
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        files(&actions)
        // Its own group, no blocked signals, default handling of all that are caught or ignored here.
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let argumentStrings = ([path] + arguments).map { strdup($0) }
        let environmentStrings = environment.sorted { $0.key < $1.key }.map {
            strdup("\($0.key)=\($0.value)")
        }
        defer { for pointer in argumentStrings + environmentStrings { free(pointer) } }
        var pid = pid_t()
        error = posix_spawn(
            &pid, path, &actions, &attributes, argumentStrings + [nil], environmentStrings + [nil])
        return error == 0 ? pid : nil
    }
}

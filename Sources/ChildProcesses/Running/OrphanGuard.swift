import PlatformBasics

/// Ends a process group and removes its folder if this program dies without doing so itself, as by SIGKILL or for
/// want of memory.
///
/// A shell waits at a pipe whose writing end is here, and in no other process: once this program is gone, however
/// it ended, the shell reads the end of the pipe. Where no shell can be started there is
/// no guard.
struct OrphanGuard {
    let shell: pid_t
    /// Of the pipe at which the shell waits.
    let writingEnd: Int32

    /// - Parameter folder: what is removed; the pipe is made there.
    init?(processGroup: pid_t, folder: String) {
        // A named one, since only `open` can also say, in one step, that no other process inherits it.
        let pipe = "\(folder)/guard"
        guard mkfifo(pipe, 0o600) == 0 else { return nil }
        let end = open(pipe, O_RDWR | O_CLOEXEC)
        guard end >= 0 else { return nil }
        var error: Int32 = 0
        let started = Spawning(
            path: "/bin/sh",
            arguments: [
                "-c", "read -r line; kill -s KILL -- \"-$1\" 2> /dev/null; rm -rf -- \"$2\"", "lcngen-guard",
                "\(processGroup)", folder,
            ], environment: ["PATH": "/usr/bin:/bin"]
        ).start(&error) { actions in
            posix_spawn_file_actions_addopen(&actions, 0, pipe, O_RDONLY, 0)
            posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
            posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        }
        guard let started else {
            close(end)
            return nil
        }
        shell = started
        writingEnd = end
    }

    /// To be called once, when the group has ended: nothing is left to guard.
    func dismiss() {
        kill(shell, SIGKILL)
        var status: Int32 = 0
        while waitpid(shell, &status, 0) < 0, errno == EINTR {}
        close(writingEnd)
    }
}

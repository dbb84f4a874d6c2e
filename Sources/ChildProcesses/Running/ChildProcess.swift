import PlatformBasics

/// Runs a program to its end or to a limit, in its own process group, with its output in files.
///
/// Files, not pipes: a full pipe blocks the child, and a grandchild that holds one keeps the reader waiting.
package struct ChildProcess {
    /// How it came to an end.
    package enum Ending: Sendable, Hashable {
        /// By itself, with this status.
        case exited(Int32)
        /// By a signal that did not come from here.
        case signalled(Int32)
        /// Stopped here, at one of the limits.
        case timedOut
        case memoryExceeded
        case outputExceeded
        /// Stopped here, or not started, since this program has been asked to stop (``Interruption/isRequested``).
        case stopped
        /// It could not be started, with `errno`.
        case notStarted(Int32)
    }

    /// How it ended, after how long, and what it used.
    package struct Outcome: Sendable {
        package let ending: Ending
        /// Wall time.
        package let seconds: Double
        /// Largest resident size of the process itself, in kilobytes, as the system accounts it.
        package let peakKilobytes: Int

        package init(ending: Ending, seconds: Double, peakKilobytes: Int) {
            (self.ending, self.seconds, self.peakKilobytes) = (ending, seconds, peakKilobytes)
        }
    }

    let path: String
    let arguments: [String]
    let environment: [String: String]
    /// Where all its files are, its temporary ones too; removed if this program dies.
    let folder: TemporaryFolder
    /// Files in the folder.
    let output: String
    let errors: String
    let limits: RunLimits

    /// - Parameters:
    ///   - path: of the program; it is not looked for.
    ///   - environment: all of it; `TMPDIR` becomes the folder.
    ///   - folder: where output and errors go, as files of these names.
    package init(
        path: String, arguments: [String], environment: [String: String], folder: TemporaryFolder,
        output: String, errors: String, limits: RunLimits
    ) {
        self.path = path
        self.arguments = arguments
        self.environment = environment
        self.folder = folder
        self.output = output
        self.errors = errors
        self.limits = limits
    }

    /// Starts the program and waits for its end; blocks the thread.
    ///
    /// Whatever the program has started and left behind in its process group ends with it.
    package func run() -> Outcome {
        let clock = ContinuousClock()
        let start = clock.now
        if Interruption.isRequested { return Outcome(ending: .stopped, seconds: 0, peakKilobytes: 0) }
        var startError: Int32 = 0
        guard let pid = Interruption.starting({ spawn(&startError) }) else {
            return Outcome(ending: .notStarted(startError), seconds: 0, peakKilobytes: 0)
        }
        let orphanGuard = OrphanGuard(processGroup: pid, folder: folder.path)
        defer {
            Interruption.ended(processGroup: pid)
            orphanGuard?.dismiss()
        }
        var usage = rusage()
        var limitReached: Ending?
        var pause: UInt32 = 500
        var lastCheck = start
        while true {
            var status: Int32 = 0
            let waited = wait4(pid, &status, WNOHANG, &usage)
            if waited == pid || (waited < 0 && errno != EINTR) {
                let seconds = (clock.now - start).inSeconds
                return Outcome(
                    ending: limitReached ?? Self.ending(status), seconds: seconds,
                    peakKilobytes: Self.kilobytes(usage))
            }
            let elapsed = clock.now - start
            if limitReached == nil {
                if Interruption.isRequested {
                    limitReached = .stopped
                } else if let seconds = limits.seconds, elapsed.inSeconds >= seconds {
                    limitReached = .timedOut
                } else if clock.now - lastCheck > .milliseconds(100) {
                    lastCheck = clock.now
                    limitReached = exceededLimit(group: pid)
                }
                if limitReached != nil { kill(-pid, SIGKILL) }
            }
            usleep(pause)
            pause = min(pause * 2, 20_000)
        }
    }

    private func exceededLimit(group: pid_t) -> Ending? {
        for path in [folder.file(output), folder.file(errors)] {
            var information = stat()
            if stat(path, &information) == 0, Int(information.st_size) > limits.outputMegabytes << 20 {
                return .outputExceeded
            }
        }
        if let limit = limits.memoryMegabytes,
            let used = ProcessMemory.residentKilobytes(ofGroup: group), used > limit * 1024
        {
            return .memoryExceeded
        }
        return nil
    }

    /// What a status of `wait` says.
    static func ending(_ status: Int32) -> Ending {
        let signal = status & 0x7f
        return signal == 0 ? .exited(status >> 8 & 0xff) : .signalled(signal)
    }

    private static func kilobytes(_ usage: rusage) -> Int {
        #if os(Linux)
            return Int(usage.ru_maxrss)
        #else
            return Int(usage.ru_maxrss) / 1024
        #endif
    }

    private func spawn(_ error: inout Int32) -> pid_t? {
        Spawning(
            path: path, arguments: arguments,
            environment: environment.merging(["TMPDIR": folder.path]) { $1 }
        ).start(&error) { actions in
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
            posix_spawn_file_actions_addopen(
                &actions, 1, folder.file(output), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
            posix_spawn_file_actions_addopen(
                &actions, 2, folder.file(errors), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        }
    }
}

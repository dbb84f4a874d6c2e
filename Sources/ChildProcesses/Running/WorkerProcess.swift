import PlatformBasics

/// A program that does one task after another: it reads a line from its standard input, works, and says with which status
/// the task has ended in a line of its own.
///
/// Output is in files and standard input is a named pipe, as with ``ChildProcess``. After a limit, or once the
/// program has ended, it does nothing more: ``isAlive``. For one thread at a time.
package final class WorkerProcess {
    /// What a task wrote, and how it ended.
    package struct Outcome {
        package let ending: ChildProcess.Ending
        package let seconds: Double
        /// The largest resident size that was seen, ten times a second.
        package let peakKilobytes: Int
        package let output: [UInt8]
        package let errors: [UInt8]
    }

    package let folder: TemporaryFolder
    /// Whether it takes another task.
    package private(set) var isAlive: Bool
    /// Begins the line that ends a task; a number follows, the status as `wait` has it.
    private let mark: [UInt8]
    private let group: pid_t
    /// `errno`, where it could not be started.
    private let startError: Int32
    private let orphanGuard: OrphanGuard?
    private let writingEnd: Int32
    private var streams: [Stream]

    /// A file to which the program writes, read as it grows.
    private struct Stream {
        let descriptor: Int32
        var bytes: [UInt8] = []
        private var offset = 0

        init(_ path: String) { descriptor = open(path, O_RDONLY | O_CLOEXEC) }

        mutating func read() {
            var block = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = pread(descriptor, &block, block.count, off_t(offset))
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                bytes += block[..<count]
                offset += count
            }
        }
    }

    /// Starts it. Where that fails, each task says so.
    ///
    /// - Parameters:
    ///   - folder: its own; removed by ``end()``.
    ///   - mark: no task may write it at the beginning of a line.
    /// - Throws: ``ProcessError/cannotWrite(path:reason:)`` for its standard input.
    package init(
        path: String, arguments: [String], environment: [String: String], folder: TemporaryFolder,
        mark: String
    ) throws(ProcessError) {
        let tasks = folder.file("tasks")
        guard mkfifo(tasks, 0o600) == 0 else {
            throw .cannotWrite(path: tasks, reason: String(cString: strerror(errno)))
        }
        writingEnd = open(tasks, O_RDWR | O_CLOEXEC)
        guard writingEnd >= 0 else {
            throw .cannotWrite(path: tasks, reason: String(cString: strerror(errno)))
        }
        let files = [folder.file("output"), folder.file("errors")]
        var code: Int32 = 0
        let started = Interruption.starting {
            Spawning(
                path: path, arguments: arguments,
                environment: environment.merging(["TMPDIR": folder.path]) { $1 }
            ).start(&code) { actions in
                posix_spawn_file_actions_addopen(&actions, 0, tasks, O_RDONLY, 0)
                for (index, file) in files.enumerated() {
                    posix_spawn_file_actions_addopen(
                        &actions, Int32(index + 1), file, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o600)
                }
            }
        }
        (group, startError, isAlive) = (started ?? 0, code, started != nil)
        self.folder = folder
        self.mark = Array(mark.utf8)
        orphanGuard = started.flatMap { OrphanGuard(processGroup: $0, folder: folder.path) }
        streams = files.map(Stream.init)
    }

    /// Lets it do a task, and waits for its end; blocks the thread.
    ///
    /// - Parameter line: without a line break, and shorter than the 4,096 bytes that a pipe takes in one piece.
    package func perform(_ line: String, limits: RunLimits) -> Outcome {
        let clock = ContinuousClock()
        let start = clock.now
        var peak = 0
        func outcome(_ ending: ChildProcess.Ending) -> Outcome {
            streams[1].read()
            defer { for index in streams.indices { streams[index].bytes = [] } }
            return Outcome(
                ending: ending, seconds: (clock.now - start).inSeconds, peakKilobytes: peak,
                output: streams[0].bytes, errors: streams[1].bytes)
        }
        let bytes = Array((line + "\n").utf8)
        guard isAlive, bytes.withUnsafeBytes({ writeAll($0, to: writingEnd) }) == 0 else {
            return outcome(.notStarted(startError == 0 ? EPIPE : startError))
        }
        var pause: UInt32 = 500
        var lastCheck = start
        var searched = 0
        while true {
            streams[0].read()
            if let status = takeStatus(from: &searched) {
                return outcome(ChildProcess.ending(status))
            }
            var status: Int32 = 0
            let waited = waitpid(group, &status, WNOHANG)
            if waited == group || (waited < 0 && errno != EINTR) {
                isAlive = false
                streams[0].read()
                return outcome(ChildProcess.ending(status))
            }
            var reached: ChildProcess.Ending?
            if Interruption.isRequested {
                reached = .stopped
            } else if let seconds = limits.seconds, (clock.now - start).inSeconds >= seconds {
                reached = .timedOut
            } else if clock.now - lastCheck > .milliseconds(100) {
                lastCheck = clock.now
                streams[1].read()
                let used = ProcessMemory.residentKilobytes(ofGroup: group) ?? 0
                peak = max(peak, used)
                if let most = limits.memoryMegabytes, used > most * 1024 { reached = .memoryExceeded }
                if streams.contains(where: { $0.bytes.count > limits.outputMegabytes << 20 }) {
                    reached = .outputExceeded
                }
            }
            if let reached {
                stop()
                streams[0].read()
                return outcome(reached)
            }
            usleep(pause)
            pause = min(pause * 2, 20_000)
        }
    }

    /// The status in the line that ends a task; nil while it is not there. The line is taken away.
    private func takeStatus(from searched: inout Int) -> Int32? {
        let bytes = streams[0].bytes
        while let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = bytes[searched..<end]
            // A task may have ended in the middle of a line.
            if let place = line.lastRange(of: mark) {
                let text = String(decoding: line[place.upperBound...], as: UTF8.self)
                if let status = Int32(text.filter { $0 != " " }) {
                    streams[0].bytes.removeSubrange(place.lowerBound...)
                    return status
                }
            }
            searched = end + 1
        }
        return nil
    }

    private func stop() {
        guard isAlive else { return }
        isAlive = false
        kill(-group, SIGKILL)
        var status: Int32 = 0
        while waitpid(group, &status, 0) < 0, errno == EINTR {}
    }

    /// Ends it, and removes its folder. To be called once.
    package func end() {
        stop()
        if group > 0 { Interruption.ended(processGroup: group) }
        orphanGuard?.dismiss()
        close(writingEnd)
        for stream in streams { close(stream.descriptor) }
        folder.remove()
    }
}

extension RandomAccessCollection where Element == UInt8 {
    /// Where another is found, the last place.
    fileprivate func lastRange(of other: [UInt8]) -> Range<Index>? {
        guard other.count <= count, !other.isEmpty else { return nil }
        var start = index(endIndex, offsetBy: -other.count)
        while true {
            if self[start...].starts(with: other) {
                return start..<index(start, offsetBy: other.count)
            }
            guard start > startIndex else { return nil }
            start = index(before: start)
        }
    }
}

import ChildProcesses
import PlatformBasics

/// One run of a script: what it reported, and how it ended.
public struct Macaulay2Run: Sendable {
    /// The records up to the end or the failure. Each was flushed when it was written, so they count even
    /// after a time limit.
    public let transcript: Transcript
    /// Nil if the script ran to its end and Macaulay2 ended well.
    public let failure: Macaulay2Failure?
    /// Of wall time, with the start of Macaulay2.
    public let seconds: Double
    /// The largest resident size.
    public let peakMegabytes: Int
    /// The end of what Macaulay2 wrote to its error stream.
    public let errorText: String
}

extension Macaulay2Session {
    /// Runs a text, whatever becomes of it.
    ///
    /// - Throws: ``Macaulay2Failure/cannotWrite(path:reason:)`` and ``Macaulay2Failure/cannotRead(path:reason:)``
    ///   only. Everything else that goes wrong is in the result, beside what was reported until then.
    func run(text: String, named name: String) throws(Macaulay2Failure) -> Macaulay2Run {
        if let workers { return try run(text: text, named: name, by: workers) }
        let folder = try Macaulay2Failure.from { () throws(ProcessError) in
            let folder = try TemporaryFolder(program.environment)
            try folder.write(text, to: "\(name).m2")
            return folder
        }
        defer { folder.remove() }
        let outcome = ChildProcess(
            path: program.path, arguments: ["--script", folder.file("\(name).m2")],
            environment: program.environment, folder: folder, output: "\(name).out", errors: "\(name).err",
            limits: limits
        ).run()
        if let keep { try save(folder, name: name, to: keep) }
        // Of a flood only the beginning: what came before it.
        let most = outcome.ending == .outputExceeded ? 1 << 24 : Int.max
        let (output, errorBytes) = try Macaulay2Failure.from { () throws(ProcessError) in
            (
                try folder.contents("\(name).out", atMost: most),
                try folder.contents("\(name).err", atMost: most)
            )
        }
        let transcript = Transcript(output)
        let errors = String(decoding: errorBytes.suffix(20_000), as: UTF8.self)
        return Macaulay2Run(
            transcript: transcript,
            failure: failure(
                outcome, transcript, errors, scriptPath: folder.file("\(name).m2"), name: name),
            seconds: outcome.seconds,
            peakMegabytes: outcome.peakKilobytes / 1024,
            errorText: errors)
    }

    /// The same by a process that has started before.
    private func run(
        text: String, named name: String, by workers: Macaulay2Workers
    ) throws(Macaulay2Failure) -> Macaulay2Run {
        let (outcome, path) = try Macaulay2Failure.from { () throws(ProcessError) in
            try workers.run(text, named: name, by: program, limits: limits)
        }
        if let keep { try save([Array(text.utf8), outcome.output, outcome.errors], name: name, to: keep) }
        let transcript = Transcript(outcome.output)
        let errors = String(decoding: outcome.errors.suffix(20_000), as: UTF8.self)
        return Macaulay2Run(
            transcript: transcript,
            failure: failure(
                ChildProcess.Outcome(
                    ending: outcome.ending, seconds: outcome.seconds, peakKilobytes: outcome.peakKilobytes),
                transcript, errors, scriptPath: path, name: name),
            seconds: outcome.seconds, peakMegabytes: outcome.peakKilobytes / 1024, errorText: errors)
    }

    private func save(_ folder: TemporaryFolder, name: String, to keep: URL) throws(Macaulay2Failure) {
        try save(
            Macaulay2Failure.from { () throws(ProcessError) in
                [
                    try folder.contents("\(name).m2"), try folder.contents("\(name).out"),
                    try folder.contents("\(name).err"),
                ]
            }, name: name, to: keep)
    }

    /// Script, output and errors.
    private func save(_ files: [[UInt8]], name: String, to keep: URL) throws(Macaulay2Failure) {
        do throws(SystemError) {
            try FileBytes.makeFolder(keep.path)
            for (bytes, ending) in zip(files, ["m2", "out", "err"]) {
                try FileBytes.replace(
                    path: keep.appendingPathComponent("\(name).\(ending)").path, by: bytes)
            }
        } catch {
            throw .cannotWrite(path: keep.path, reason: "\(error)")
        }
    }

    private func failure(
        _ outcome: ChildProcess.Outcome, _ transcript: Transcript, _ errors: String, scriptPath: String,
        name: String
    ) -> Macaulay2Failure? {
        let task = transcript.currentTask
        if let found = (try? transcript.value("macaulay2"))?.string,
            Macaulay2Version(found)?.numbers != program.version.numbers
        {
            return .replaced(path: program.path, found: found)
        }
        switch outcome.ending {
        case .timedOut: return .timedOut(seconds: limits.seconds ?? outcome.seconds, task: task)
        case .stopped: return .stopped(task: task)
        case .memoryExceeded: return .outOfMemory(task: task)
        case .outputExceeded: return .tooMuchOutput(megabytes: limits.outputMegabytes)
        case .notStarted(let code):
            return .unusable(
                path: program.path,
                reason: "it cannot be started (\(String(cString: strerror(code))))")
        case .signalled(let signal):
            return Self.tellsOfMemory(errors) ? .outOfMemory(task: task) : .killed(signal: signal, task: task)
        case .exited(let status):
            if let error = transcript.error { return .malformedOutput(error) }
            if status == 0 { return transcript.isComplete ? nil : .incomplete(task: task) }
            if Self.tellsOfMemory(errors) { return .outOfMemory(task: task) }
            return Self.scriptError(errors, status: status, scriptPath: scriptPath, name: name)
        }
    }

    private static func tellsOfMemory(_ errors: String) -> Bool {
        let text = errors.lowercased()
        return text.contains("out of memory") || text.contains("cannot allocate memory")
            || text.contains("bad_alloc") || text.contains("heap exhausted")
    }

    /// The first line of the form `file:line:column:(…): error: message`; with our own name for the script,
    /// whose real path is temporary.
    private static func scriptError(
        _ errors: String, status: Int32, scriptPath: String, name: String
    ) -> Macaulay2Failure {
        for line in errors.split(separator: "\n") {
            guard let mark = line.firstRange(of: "error: ") else { continue }
            let message = String(line[mark.upperBound...])
            let fields = line[..<mark.lowerBound].split(separator: ":", omittingEmptySubsequences: false)
            guard fields.count >= 3, let row = Int(fields[1]), let column = Int(fields[2]) else {
                return .scriptError(place: nil, message: message)
            }
            // Macaulay2 may shorten the path, relative to the working folder; the folder's name is our own.
            let tail = scriptPath.split(separator: "/").suffix(2).joined(separator: "/")
            let file = fields[0].hasSuffix(tail) ? "\(name).m2" : String(fields[0])
            return .scriptError(place: "\(file):\(row):\(column)", message: message)
        }
        let last = errors.split(separator: "\n").last.map(String.init) ?? "it ended with status \(status)"
        return .scriptError(place: nil, message: last)
    }
}

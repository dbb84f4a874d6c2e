import ChildProcesses
import PlatformBasics
import Synchronization

/// Macaulay2s that have started and wait for scripts.
///
/// Starting takes a third of a second, longer than most scripts. Here a process that has started forks for each script, so that
/// nothing of a script, neither names nor memory nor a crash, gets to the next; a limit ends the process, and the next
/// script has a new one. As many run as there are threads that ask. To be ended by ``end()``.
public final class Macaulay2Workers: Sendable {
    private let idle = Mutex<[Held]>([])

    /// One thread at a time has it.
    private struct Held: @unchecked Sendable {
        let process: WorkerProcess
    }

    /// Nothing runs yet.
    public init() {}

    /// Ends all that wait. Scripts that run are not waited for.
    public func end() {
        let all = idle.withLock { idle in
            defer { idle = [] }
            return idle
        }
        for worker in all { worker.process.end() }
    }

    deinit { end() }

    /// Begins a line that no script writes.
    private static let mark = "@lcngen-worker"

    func run(
        _ text: String, named name: String, by program: Macaulay2Program, limits: RunLimits
    ) throws(ProcessError) -> (outcome: WorkerProcess.Outcome, path: String) {
        let waiting = idle.withLock { $0.popLast() }
        let process = if let waiting { waiting.process } else { try Self.start(program) }
        let file = "\(name).m2"
        do throws(ProcessError) {
            try process.folder.write(text, to: file)
        } catch {
            process.end()
            throw error
        }
        let outcome = process.perform(process.folder.file(file), limits: limits)
        unlink(process.folder.file(file))
        if process.isAlive {
            idle.withLock { $0.append(Held(process: process)) }
        } else {
            process.end()
        }
        return (outcome, process.folder.file(file))
    }

    private static func start(_ program: Macaulay2Program) throws(ProcessError) -> WorkerProcess {
        let folder = try TemporaryFolder(program.environment)
        do throws(ProcessError) {
            let driver = Template(name: "worker", bytes: PackageResources.worker_m2)
            // The one place always has its value.
            let text = (try? driver.rendered(["mark": mark])) ?? driver.text
            try folder.write(text, to: "worker.m2")
            return try WorkerProcess(
                path: program.path, arguments: ["--script", folder.file("worker.m2")],
                environment: program.environment, folder: folder, mark: mark)
        } catch {
            folder.remove()
            throw error
        }
    }
}

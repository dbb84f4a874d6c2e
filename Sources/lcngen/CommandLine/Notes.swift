import Neurovariety

/// Lines on standard error that are no errors, and not written where they are not wanted. Used by one thread at a time.
struct Notes: Sendable {
    let progress: Progress
    let command: String
    let isQuiet: Bool

    /// What takes longer than this many seconds is announced.
    private static let longSeconds = 3.0

    func write(_ text: String) {
        guard !isQuiet else { return }
        progress.clear()
        Main.say(text, by: command)
    }

    /// Says how long work will take, if that is long.
    func announce(
        _ subject: some CustomStringConvertible, _ cost: some CustomStringConvertible, seconds: Double
    ) {
        if seconds > Self.longSeconds { write("\(subject): \(cost)") }
    }

    /// Shows how much of a task is done that has no estimate before it begins, and says once how long it takes, if that is
    /// long: also where no line of progress is shown.
    func show(_ task: String, share: Double) {
        guard let rest = progress.show(task, share: share), progress.announcedTask != task else { return }
        progress.announcedTask = task
        announce(task, "about \(RoughEstimate(seconds: rest)) more", seconds: rest)
    }

    /// Says what is done to choose among generators.
    func tell(_ stage: TrimmingStage) {
        switch stage {
        case .willCompare(let degree, let seconds):
            announce(
                "generators of degree \(degree)", "about \(RoughEstimate(seconds: seconds)) to compare them",
                seconds: seconds)
        case .comparing(let degree, let share):
            progress.show("comparing in degree \(degree)", share: share)
        case .chosen: break
        }
    }
}

import ChildProcesses
import Neurovariety
import Reports

enum HilbertCommand: Command {
    static let name = "hilbert"
    static let summary = "dimension, degree and Hilbert series of the neurovariety, exactly"
    static let discussion = """
        Counted on the initial complex, whose ideal is an initial ideal of the prime ideal: no
        polynomial is expanded, and (1000,1000;3) takes a few seconds. What takes longer is
        announced. At --time-limit and at Ctrl-C what is known is printed: dimension and degree
        at least, then the numerator, the Hilbert function, the f-vector and the Hilbert
        polynomial, as they come. What is missing is named, and null in JSON; the status is 2,
        or 130.
        """
    static let examples = [
        "hilbert --k 5,5 --s 3", "hilbert --k 20,20 --s 3 --up-to 5 --format json",
        "hilbert --k 60,60 --s 3 --time-limit 60",
    ]
    static let upTo = Option(
        "up-to", "D", .int(0...10_000), default: 10, help: "the Hilbert function in degrees 0 to D")
    static let format = Shared.format(HilbertReport.formats)
    static let options: [any Parameter] = [Shared.architecture, upTo, Shared.timeLimit, format, Shared.out]

    static func whenStopped(_ arguments: Arguments) -> String? { "what is known is printed" }

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let architecture = arguments[Shared.architecture]
        try HilbertSeries.checkDimension(architecture)
        let cost = HilbertCost(architecture, upTo: arguments[upTo])
        frame.announce(architecture, cost, seconds: cost.seconds)
        func show(_ stage: HilbertStage, _ steps: Double) {
            frame.progress.show("\(architecture)", share: cost.share(stage, steps))
        }
        let invariants = try HilbertInvariants.run(
            architecture, upTo: arguments[upTo],
            shouldStop: { Interruption.isRequested },
            progress: show)
        show(.writing, 0)
        try frame.write(HilbertReport(invariants), as: arguments[format])
        return invariants.isComplete ? .agreed : frame.stoppedStatus
    }
}

import ChildProcesses
import ExactAlgebra
import Neurovariety
import Reports

enum HilbertCommand: Command {
    static let name = "hilbert"
    static let summary = "Hilbert series, depth, regularity and Betti numbers of the neurovariety, exactly"
    static let discussion = """
        Counted on the initial complex, whose ideal is an initial ideal of the prime ideal: no
        polynomial is expanded, and (1000,1000;3) takes a few seconds. What takes longer is
        announced; dimensions go up to \(HilbertSeries.largestDimension). Depth, regularity and extremal Betti numbers are those of the coordinate
        ring; they are read off the local cohomology of the complex. The genera are those of a
        general curve section, in characteristic 0: they differ where the neurovariety is singular
        in codimension 1.
        --betti adds the whole Betti table of the prime ideal, exactly, in at most
        \(BettiCost.largestFilterSize) variables; (5,5;3) takes a second, and what would take more than a day is refused. At --time-limit and at Ctrl-C what is known is
        printed: dimension and degree at least, then depth and what goes with it, the numerator,
        the Hilbert function, the f-vector, the Hilbert polynomial and the Betti table, as they
        come. What is missing is named, and null in JSON; the status is 2, or 130.
        """
    static let examples = [
        "hilbert --k 5,5 --s 3", "hilbert --k 20,20 --s 3 --up-to 5 --format json",
        "hilbert --k 5,2 --s 3 --betti", "hilbert --k 60,60 --s 3 --time-limit 60",
    ]
    static let upTo = Option(
        "up-to", "D", .int(0...10_000), default: 10, help: "the Hilbert function in degrees 0 to D")
    static let betti = Option("betti", help: "the Betti table of the coordinate ring")
    static let format = Shared.format(HilbertReport.formats)
    static let options: [any Parameter] = [
        Shared.architecture, upTo, betti, Shared.timeLimit, format, Shared.out,
    ]

    static func whenStopped(_ arguments: Arguments) -> String? { "what is known is printed" }

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let architecture = arguments[Shared.architecture]
        try HilbertSeries.checkDimension(architecture)
        let cost = HilbertCost(architecture, upTo: arguments[upTo])
        frame.announce(architecture, cost, seconds: cost.seconds)
        if arguments[betti] {
            let cost = try BettiCost(architecture)
            frame.announce("the Betti table of \(architecture)", cost, seconds: cost.seconds)
        }
        func show(_ stage: HilbertStage, _ steps: Double) {
            frame.progress.show("\(architecture)", share: cost.share(stage, steps))
        }
        let invariants = try HilbertInvariants.run(
            architecture, upTo: arguments[upTo],
            shouldStop: { Interruption.isRequested },
            progress: show)
        var table: BettiTable?
        if arguments[betti], invariants.isComplete {
            table = try BettiTable.run(
                architecture,
                control: WorkControl(shouldStop: { Interruption.isRequested }) {
                    [progress = frame.progress] share in
                    progress.show("the Betti table of \(architecture)", share: share)
                })
        }
        show(.writing, 0)
        let report = HilbertReport(invariants, betti: arguments[betti] ? .some(table) : nil)
        try frame.write(report, as: arguments[format])
        return report.isComplete ? .agreed : .stopped
    }
}

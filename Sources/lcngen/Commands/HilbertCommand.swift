import Neurovariety
import Reports

enum HilbertCommand: Command {
    static let name = "hilbert"
    static let summary = "dimension, degree and Hilbert series of the neurovariety, exactly"
    static let discussion = """
        Counted on the initial complex, whose ideal is an initial ideal of the prime ideal: no
        polynomial is expanded, and (100,100;3) takes some seconds.
        """
    static let examples = ["hilbert --k 5,5 --s 3", "hilbert --k 20,20 --s 3 --up-to 5 --format json"]
    static let upTo = Option(
        "up-to", "D", .int(0...10_000), default: 10, help: "the Hilbert function in degrees 0 to D")
    static let format = Shared.format(HilbertReport.formats)
    static let options: [any Parameter] = [Shared.architecture, upTo, format, Shared.out]

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let architecture = arguments[Shared.architecture]
        let series = try HilbertSeries(architecture)
        try frame.write(
            HilbertReport(series, of: architecture, upTo: arguments[upTo]), as: arguments[format])
        return .agreed
    }
}

import Neurovariety
import Reports

enum HilbertCommand: Command {
    static let name = "hilbert"
    static let summary = "dimension, degree and Hilbert series of the neurovariety, exactly"
    static let discussion = """
        Counted on the initial complex, whose ideal is an initial ideal of the prime ideal: no
        polynomial is expanded, and (100,100;3) takes a second. JSON: dimension, degree, fVector,
        hNumerator, hilbertPolynomial (coefficients, constant term first), hilbertFunction.
        """
    static let examples = ["hilbert --k 5,5 --s 3", "hilbert --k 20,20 --s 3 --up-to 5 --format json"]
    static let options =
        Option.architecture + [
            Option("up-to", "D", default: "10", help: "the Hilbert function in degrees 0 to D"),
            .format(["text", "json"], default: "text"), .out,
        ]

    static func run(_ arguments: Arguments) throws -> ExitStatus {
        let upTo = try arguments.int("up-to", in: 0...10_000) ?? 10
        let report = HilbertReport(try HilbertSeries(arguments.architecture()), upTo: upTo)
        let format: ReportFormat = arguments.choice("format", default: .text)
        try OutputSink.write(
            format == .json ? report.json(of: try arguments.architecture()).text : report.text,
            to: arguments.outputPath)
        return .agreed
    }
}

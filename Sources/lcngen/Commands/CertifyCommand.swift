import ChildProcesses
import Neurovariety
import Reports

enum CertifyCommand: Command {
    static let name = "certify"
    static let summary = "a certificate that the minors are a Gröbner basis of the prime ideal"
    static let discussion = """
        For one architecture, natively and without computing a Gröbner basis: the minors of the
        minimal nonfaces are expanded; their leading monomials must be squarefree with
        coefficient 1 or -1; the minimal primes of these monomials must all have the codimension
        of the variety and be as many as its degree; and every minor must vanish on the variety,
        by the identity q_i = g h_i in the coefficients of the layers. Then the minors are a
        Gröbner basis of the vanishing ideal, which is prime. A failure shows its witness.
        What takes longer than 3 s is announced. At --time-limit and at Ctrl-C the steps that were
        done are printed, undecided, and the status is 2, or 130.
        lcngen m2 --approach certify lets Macaulay2 confirm the same in its own way.
        """
    static let examples = [
        "certify --k 5,5 --s 3", "certify --k 3,2,2 --s 2,2 --format json",
        "certify --k 8,8 --s 3 --time-limit 60",
    ]
    static let format = Shared.format(CertificateReport.formats)
    static let options: [any Parameter] = [Shared.architecture, Shared.timeLimit, format, Shared.out]

    static func whenStopped(_ arguments: Arguments) -> String? { "what was shown is printed" }

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let architecture = arguments[Shared.architecture]
        let ideal = try PrimeIdeal(architecture)
        let cost = try CertificateCost(ideal)
        frame.announce(architecture, cost, seconds: cost.seconds)
        let certificate = try Certificate.run(for: ideal, shouldStop: { Interruption.isRequested }) {
            [progress = frame.progress] stage, share in
            switch stage {
            case .expanding: progress.show("expanding minors", share: share)
            case .listingPrimes: progress.show("listing minimal primes", share: share)
            }
        }
        try frame.write(CertificateReport(certificate), as: arguments[format])
        switch certificate.verdict {
        case .proved: return .agreed
        case .refuted: return .disagreed
        case .undecided(.stopped): return frame.stoppedStatus
        case .undecided: return .undecided
        }
    }
}

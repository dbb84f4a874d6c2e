import ChildProcesses
import ExactAlgebra
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
        With --minimal also whether they are a minimal generating set, for any number of layers:
        S-polynomials of minors of lower degrees must reduce to zero without those of their own.
        What takes longer than 3 s is announced. At --time-limit and at Ctrl-C the steps that were
        done are printed, undecided, and the status is 2, or 130.
        lcngen m2 --approach certify, and --approach minimality, let Macaulay2 confirm the same in its
        own way.
        """
    static let examples = [
        "certify --k 5,5 --s 3", "certify --k 3,2,2 --s 2,2 --format json",
        "certify --k 2,2,2,2 --s 2,2,2 --minimal", "certify --k 8,8 --s 3 --time-limit 60",
    ]
    static let minimal = Option(
        "minimal", help: "also decide whether the minors are a minimal generating set")
    static let format = Shared.format(CertificateReport.formats)
    static let options: [any Parameter] = [
        Shared.architecture, minimal, Shared.timeLimit, format, Shared.out,
    ]

    static func whenStopped(_ arguments: Arguments) -> String? { "what was shown is printed" }

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let architecture = arguments[Shared.architecture]
        var ideal = try PrimeIdeal(architecture)
        let cost = try CertificateCost(ideal)
        frame.announce(architecture, cost, seconds: cost.seconds)
        if arguments[minimal] {
            let seconds = MinimalityCertificate.seconds(ideal)
            frame.announce(
                architecture, "about \(RoughEstimate(seconds: seconds)) for pairs of minors", seconds: seconds
            )
            ideal = try ideal.expanded()
        }
        let certificate = try Certificate.run(for: ideal, shouldStop: { Interruption.isRequested }) {
            [progress = frame.progress] stage, share in
            switch stage {
            case .expanding: progress.show("expanding minors", share: share)
            case .listingPrimes: progress.show("listing minimal primes", share: share)
            }
        }
        var minimality: MinimalityCertificate?
        // Without the first the second shows nothing.
        if arguments[minimal], case .proved = certificate.verdict {
            minimality = try MinimalityCertificate.run(
                for: ideal,
                control: WorkControl(shouldStop: { Interruption.isRequested }) {
                    [progress = frame.progress] in
                    progress.show("reducing S-polynomials", share: $0)
                })
        }
        try frame.write(
            CertificateReport(certificate, minimality: minimality, asksForMinimality: arguments[minimal]),
            as: arguments[format])
        switch minimality?.verdict {
        case .refuted?: return .disagreed
        case .stopped?: return .stopped
        case .proved?, nil: break
        }
        switch certificate.verdict {
        case .proved: return .agreed
        case .refuted: return .disagreed
        case .undecided(.stopped): return .stopped
        case .undecided: return .undecided
        }
    }
}

/// How it is known whether the minors of the minimal nonfaces of an architecture are a minimal generating set of I.
public enum Minimality: String, CaseIterable, Sendable {
    /// They are, by the theorem for two layers.
    case proved
    /// They are, by a ``MinimalityCertificate`` for this architecture.
    case certified
    /// They were in every case that was compared; here it was not decided.
    case observed
    /// One is superfluous, by a ``MinimalityCertificate``. No such architecture is known.
    case refuted

    /// Up to this end-to-end filter size it is decided in a list of architectures.
    public static let largestFilterSize = 18

    /// What is known without computing anything.
    public init(_ architecture: Architecture) {
        self = architecture.reduced.layerCount <= 2 ? .proved : .observed
    }

    /// Decided by a certificate, where no theorem says it.
    ///
    /// - Throws: what ``MinimalityCertificate/run(for:control:)`` throws.
    public init(deciding ideal: PrimeIdeal) throws {
        self.init(ideal.architecture)
        guard self == .observed else { return }
        switch try MinimalityCertificate.run(for: ideal).verdict {
        case .proved: self = .certified
        case .refuted: self = .refuted
        case .stopped: break
        }
    }
}

/// How it is known that the minors of the minimal nonfaces of an architecture are a minimal generating set of I.
public enum Minimality: String, Sendable {
    /// By the theorem for two layers; also where there is nothing to generate, or all generators have one degree.
    case proved
    /// By a ``MinimalityCertificate``, for this architecture.
    case certified
    /// In every case that was compared.
    case observed

    /// What is known without computing anything.
    public init(_ architecture: Architecture) {
        self = architecture.reduced.layerCount <= 2 ? .proved : .observed
    }

    /// What is known once a certificate says that they are one.
    public init(_ certificate: MinimalityCertificate) {
        let known = Minimality(certificate.ideal.architecture)
        guard known == .observed, case .proved = certificate.verdict else {
            self = known
            return
        }
        self = .certified
    }
}

/// What is timed on one or both sides.
public enum Work: String, CaseIterable, Sendable, Hashable, Codable {
    /// J₀: the variables that vanish.
    case vanishingVariables
    /// J₁ and J₂ of Corollary 3.7.
    case firstMinors, secondMinors
    /// J = J₀ + J₁ + J₂.
    case ideal
    /// J with fewer generators.
    case leanIdeal
    /// The prime ideal I by the minors of all levels.
    case allLevels
    /// The prime ideal I by the minors of the minimal nonfaces.
    case minimalNonfaces
    /// The kernel of the parametrization, with degrees that make the map homogeneous.
    case gradedKernel
}

extension Work {
    /// The name of its time in transcripts, `time.J1`.
    var task: String {
        switch self {
        case .vanishingVariables: return "J0"
        case .firstMinors: return "J1"
        case .secondMinors: return "J2"
        case .ideal: return "J"
        case .leanIdeal: return "leanJ"
        case .allLevels: return "P"
        case .minimalNonfaces: return "minimal"
        case .gradedKernel: return "gradedKernel"
        }
    }
}

import Neurovariety

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
    /// The kernel of the parametrization.
    case kernel
    /// The same with degrees that make the map homogeneous.
    case gradedKernel
    /// The same by the package MultigradedImplicitization.
    case multigradedKernel
}

extension Work {
    /// The name of its time in transcripts, `time.J1`. The only place where the two meet: templates say the same names.
    package var task: String {
        switch self {
        case .vanishingVariables: return "J0"
        case .firstMinors: return "J1"
        case .secondMinors: return "J2"
        case .ideal: return "J"
        case .leanIdeal: return "leanJ"
        case .allLevels: return "P"
        case .minimalNonfaces: return "minimal"
        case .kernel: return "kernel"
        case .gradedKernel: return "gradedKernel"
        case .multigradedKernel: return "multigradedKernel"
        }
    }
}

extension IdealPart.Name {
    /// The work that its expansion belongs to.
    package var work: Work {
        switch self {
        case .vanishingVariables: return .vanishingVariables
        case .firstMinors: return .firstMinors
        case .secondMinors: return .secondMinors
        case .leanMinors: return .leanIdeal
        case .level: return .allLevels
        case .degree: return .minimalNonfaces
        }
    }
}

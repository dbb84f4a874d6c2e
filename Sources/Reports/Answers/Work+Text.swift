import CrossValidation

extension Work: CustomStringConvertible {
    /// As it stands in tables and JSON.
    public var description: String {
        switch self {
        case .vanishingVariables: return "J0"
        case .firstMinors: return "J1"
        case .secondMinors: return "J2"
        case .ideal: return "J"
        case .leanIdeal: return "lean J"
        case .allLevels: return "I, all levels"
        case .minimalNonfaces: return "I, minimal nonfaces"
        case .kernel: return "kernel"
        case .gradedKernel: return "kernel, graded"
        case .multigradedKernel: return "kernel, multigraded"
        }
    }
}

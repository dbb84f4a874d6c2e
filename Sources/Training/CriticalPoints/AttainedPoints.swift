import Neurovariety

extension CriticalPoints {
    /// Whether the architecture as given may make less than its neurovariety: layers with stride 1 between them need real roots of
    /// their product.
    public var mayBeUnattained: Bool { problem.architecture.mayMakeLess }

    /// For each real point, layers of the architecture as given that make it, numerical; nil where there are none, or none were found.
    public var realLayers: [[[Double]]?] { attainments.map(\.layers) }
}

extension Architecture {
    /// See ``CriticalPoints/mayBeUnattained``.
    package var mayMakeLess: Bool { blocks.contains { $0.neededRealRoots > 1 } }
}

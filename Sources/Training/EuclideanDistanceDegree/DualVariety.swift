import ExactAlgebra
import Neurovariety

/// The dual variety of a neurovariety: the closure of the hyperplanes that are tangent to it at smooth points.
///
/// Over fields of characteristic 0 the degrees δ_i of the polar classes of the neurovariety are those of the Segre variety that
/// projects onto it, whatever the strides (proved in the article `PolarClasses` of this documentation). The least i with `δ_i ≠ 0` is the defect, by which the
/// dual variety misses being a hypersurface; its degree is that δ_i.
public struct DualVariety: Sendable, Hashable {
    /// Of the projective variety.
    public let dimension: Int
    /// δ_i for the least i with `δ_i ≠ 0`.
    public let degree: Integer
    /// 0 for a hypersurface.
    public let defect: Int

    package init(dimension: Int, degree: Integer, defect: Int) {
        (self.dimension, self.degree, self.defect) = (dimension, degree, defect)
    }

    /// Nil if the neurovariety is the whole space: no hyperplane is tangent to it.
    ///
    /// - Throws: ``EuclideanDistanceDegreeError``.
    /// - Complexity: that of ``EuclideanDistanceDegree`` and its polar classes.
    public init?(_ architecture: Architecture) throws(EuclideanDistanceDegreeError) {
        self.init(
            architecture,
            polarDegrees: try EuclideanDistanceDegree(filterSizes: architecture.reduced.filterSizes)
                .polarDegrees)
    }

    /// - Parameter polarDegrees: of the reduced architecture.
    package init?(_ architecture: Architecture, polarDegrees: [Integer]) {
        guard !architecture.isWholeSpace,
            let defect = polarDegrees.firstIndex(where: { $0 != .zero })
        else { return nil }
        self.defect = defect
        degree = polarDegrees[defect]
        dimension = architecture.endToEndFilterSize - 2 - defect
    }
}

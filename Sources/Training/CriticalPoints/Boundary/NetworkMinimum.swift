/// The lowest loss that the layers of an architecture as given reach on the real critical points that were found.
public struct NetworkMinimum: Sendable {
    /// Where it is.
    public enum Place: Hashable, Sendable {
        /// At this place among the real points of the neurovariety.
        case neurovariety(Int)
        /// At this place among the real points of this part of the boundary.
        case boundary(stratum: Int, point: Int)
    }

    /// Where it is.
    public let place: Place
    /// The point: filters of the reduced architecture, or factors of the stratum.
    public let point: RealCriticalPoint
    /// Layers of the architecture as given that make it; numerical.
    public let layers: [[Double]]?
    /// Whether it is proved to be the global minimum of the loss on all real filters of the layers; otherwise it is
    /// numerical.
    public let isProved: Bool
}

extension CriticalPoints {
    /// The global minimum of the network, as far as it was found; nil where no real point is attained.
    ///
    /// Proved are two cases. If the global minimum of the neurovariety is attained it is that of the network. Otherwise, if all
    /// critical points on the neurovariety and on all parts of the boundary are certified, it is the lowest of those that are
    /// attained, if each of the lower ones is proved not to be.
    public var networkMinimum: NetworkMinimum? {
        typealias Candidate = (place: NetworkMinimum.Place, point: RealCriticalPoint, attainment: Attainment)
        let onVariety: [Candidate] = zip(real, attainments).enumerated().map {
            (.neurovariety($0.offset), $0.element.0, $0.element.1)
        }
        let onBoundary: [Candidate] = boundary.enumerated().flatMap { stratum, points in
            points.real.enumerated().map { (.boundary(stratum: stratum, point: $0), $1.point, $1.attainment) }
        }
        let candidates = (onVariety + onBoundary).sorted {
            $0.point.lossInterval.midpoint < $1.point.lossInterval.midpoint
        }
        // What is proved comes before points that have the same loss but for rounding.
        let proved = onVariety.first.flatMap {
            isGlobalMinimumProved && $0.attainment.isAttained && $0.attainment.isProved ? $0 : nil
        }
        guard let best = proved ?? candidates.first(where: \.attainment.isAttained) else { return nil }
        func isBelowOthers() -> Bool {
            candidates.allSatisfy { other in
                other.place == best.place || (!other.attainment.isAttained && other.attainment.isProved)
                    || best.point.lossInterval.upper < other.point.lossInterval.lower
            }
        }
        let isProved =
            proved != nil || best.attainment.isProved && isComplete && isBoundaryComplete && isBelowOthers()
        return NetworkMinimum(
            place: best.place, point: best.point, layers: best.attainment.layers, isProved: isProved)
    }

    /// Whether all critical points on all parts of the boundary were found, with proof.
    public var isBoundaryComplete: Bool {
        boundary.count == RootStratum.boundary(of: problem.architecture).count
            && boundary.allSatisfy(\.isComplete)
    }
}

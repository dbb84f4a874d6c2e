import Macaulay2
import Neurovariety
import Studies
import Training

/// What to do about an error, in the words of the command line, which the libraries do not know.
enum Advice {
    /// Stands behind the description of the error; empty for most.
    static func after(_ error: any Error) -> String {
        switch error {
        case ArchitectureError.noLayers: return architecture
        case EuclideanDistanceDegreeError.noLayers: return "; write for example --k 2,3,4,5"
        case IdealError.tooManyNonfaces: return " (lcngen vanishing --count counts them)"
        case DataError.width(_, _, _, _, _, .lastStride): return ", the last number of --s"
        case CriticalPointsError.tooMany: return " (--most)"
        case ValidationError.otherConditions:
            return "; name another file by --results, or throw these results away by --restart"
        case ValidationError.notAResult: return "; take the line out, and what it was is done again"
        case SweepError.otherConditions, SweepError.otherData: return "; name another file by --journal"
        case Macaulay2Failure.absent:
            return
                "; install it (Debian: apt-get install macaulay2) or name the program by --m2 PATH or LCNGEN_M2"
        case Macaulay2Failure.timedOut: return "; give it longer by --timeout"
        case Macaulay2Failure.outOfMemory: return "; give it more by --memory-limit"
        default: return ""
        }
    }

    static let architecture = "; write for example --k 7,7 --s 3"
}

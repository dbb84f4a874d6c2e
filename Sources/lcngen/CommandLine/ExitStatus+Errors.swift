import ChildProcesses
import ExactAlgebra
import Exports
import Macaulay2
import Neurovariety
import Studies
import Training

extension ExitStatus {
    /// The status for an error of any library; nil for one that should not get to the person.
    init?(_ error: any Error) {
        switch error {
        // What was asked for is too large.
        case ArchitectureError.tooLarge, EuclideanDistanceDegreeError.tooLarge,
            EuclideanDistanceDegreeError.tooManyMerges, is MinorsError,
            is HilbertError, is BettiError, is SingularLocusError, is LinearAlgebraError,
            is CriticalPointsError,
            is ZeroIdealError:
            self = .badInput
        // Words that the option does not take.
        case is ArchitectureError, is RingError, is EuclideanDistanceDegreeError, IdealError.noSuchPart,
            IdealError.noMatrix,
            IdealError.severalMatrices, IdealError.noSuchLine:
            self = .usage
        case is IdealError: self = .badInput
        case DataError.cannotRead, LineJournal.Failure.cannotRead, Macaulay2Failure.cannotRead,
            ProcessError.cannotRead:
            self = .cannotRead
        case LineJournal.Failure.cannotWrite, Macaulay2Failure.cannotWrite, ProcessError.cannotWrite:
            self = .cannotWrite
        case DataError.dataSet(_, let error): self.init(error)
        case is SweepError, is DataError, is LineJournal.Failure, is ValidationError, is AtlasError,
            is MergeError:
            self = .badInput
        case Macaulay2Failure.stopped: self = .stopped
        case let failure as Macaulay2Failure:
            self = failure.isLimit ? .undecided : .macaulay2Unavailable
        default: return nil
        }
    }
}

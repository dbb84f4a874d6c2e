import ChildProcesses
import ExactAlgebra
import Exports
import Macaulay2
import Neurovariety
import Studies
import Training

/// Why a command ends without a result: one line for the person, and the status.
struct CommandFailure: Error {
    let status: ExitStatus
    let message: String

    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }

    /// What an error of any library means to the person: its description with advice, and its status.
    init(_ error: any Error) {
        if let failure = error as? CommandFailure {
            self = failure
        } else if let status = Self.status(error) {
            self.init(status, "\(error)\(Advice.after(error))")
        } else {
            self.init(.internalDefect, "a defect of lcngen: \(error)")
        }
    }

    /// Nil for an error that should not get here.
    private static func status(_ error: any Error) -> ExitStatus? {
        switch error {
        case is ArchitectureError, is RingError: return .usage
        case EuclideanDistanceDegreeError.tooLarge: return .badInput
        case is EuclideanDistanceDegreeError: return .usage
        case is IdealError, is MinorsError, is HilbertError, is LinearAlgebraError, is ZeroIdealError:
            return .badInput
        case is CriticalPointsError: return .badInput
        case DataError.cannotRead, LineJournal.Failure.cannotRead, Macaulay2Failure.cannotRead,
            ProcessError.cannotRead:
            return .cannotRead
        case is DataError: return .badInput
        case LineJournal.Failure.cannotWrite, Macaulay2Failure.cannotWrite,
            ProcessError.cannotWrite:
            return .cannotWrite
        case is LineJournal.Failure, is ValidationError, is AtlasError: return .badInput
        case is Macaulay2Failure: return .macaulay2Unavailable
        default: return nil
        }
    }
}

/// The reader of our output has gone, as with `| head -1`: nothing is left to do or to say.
struct OutputClosed: Error {}

import ExactAlgebra
import Macaulay2
import Neurovariety

/// What a run of Macaulay2 says about each statement, also when it stopped on the way.
struct Macaulay2Findings {
    private let transcript: Transcript
    private let failure: Macaulay2Failure?
    private let variableCount: Int

    init(_ run: Macaulay2Run, _ architecture: Architecture) {
        self.init(transcript: run.transcript, failure: run.failure, architecture)
    }

    init(transcript: Transcript, failure: Macaulay2Failure?, _ architecture: Architecture) {
        self.transcript = transcript
        self.failure = failure
        variableCount = architecture.endToEndFilterSize
    }

    func seconds(_ task: String) -> Double? { transcript.seconds(task) }

    /// The reason why a record is missing.
    private var missing: Finding {
        .undecided(failure?.description ?? transcript.error?.description ?? "the script does not say")
    }

    func truth(_ name: String) -> Finding {
        reading { () throws(TranscriptError) -> Finding in
            guard let value = try transcript.value("check.\(name)") else { return missing }
            guard let truth = value.boolean else { return .undecided("check.\(name) is not true or false") }
            let witness = try transcript.polynomials("witness.\(name)", variableCount: variableCount).first
            return .of(truth, basis: "Macaulay2", witness: witness)
        }
    }

    func number(_ key: String) -> Finding {
        reading { () throws(TranscriptError) -> Finding in
            guard let value = try transcript.value(key) else { return missing }
            guard let number = value.integer else { return .undecided("\(key) is not a number") }
            return Finding(answer: "\(number)", basis: "Macaulay2")
        }
    }

    /// A list of numbers, `10, 35`.
    func numbers(_ key: String) -> Finding {
        reading { () throws(TranscriptError) -> Finding in
            guard let value = try transcript.value(key) else { return missing }
            guard let numbers = value.list?.compactMap(\.integer), numbers.count == value.list?.count else {
                return .undecided("\(key) is not a list of numbers")
            }
            return Finding(answer: NativeFindings.list(numbers), basis: "Macaulay2")
        }
    }

    /// How many generators there are in each degree.
    func degrees(_ name: String) -> Finding {
        reading { () throws(TranscriptError) -> Finding in
            guard let value = try transcript.value("degrees.\(name)") else { return missing }
            var degrees: [Int: Int] = [:]
            for pair in value.list ?? [] {
                guard let numbers = pair.list?.compactMap(\.integer), numbers.count == 2 else {
                    return .undecided("degrees.\(name) is not a list of pairs")
                }
                degrees[numbers[0]] = numbers[1]
            }
            return Finding(answer: NativeFindings.text(degrees: degrees), basis: "numgens trim, by degree")
        }
    }

    /// Reads a list of polynomials back and compares it with ours, one by one, up to sign.
    func sameMinors(_ name: String, native: [Polynomial]) -> Finding {
        reading { () throws(TranscriptError) -> Finding in
            // Printed after the number of generators; complete only if all of them came.
            guard let expected = try transcript.value("numgens.\(name)")?.integer else { return missing }
            let theirs = try transcript.polynomials("polynomial.\(name)", variableCount: variableCount)
            guard theirs.count == expected else { return missing }
            var finding =
                PolynomialSets.difference(native: native, macaulay2: theirs)
                ?? Finding(answer: NativeFindings.amount(theirs), basis: "read back and compared one by one")
            finding.seconds = seconds(name)
            return finding
        }
    }

    private func reading(_ read: () throws(TranscriptError) -> Finding) -> Finding {
        do throws(TranscriptError) {
            return try read()
        } catch {
            return .undecided(Macaulay2Failure.malformedOutput(error).description)
        }
    }
}

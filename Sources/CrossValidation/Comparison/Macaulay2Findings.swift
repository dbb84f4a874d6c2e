import ExactAlgebra
import Macaulay2
import Neurovariety

/// What a run of Macaulay2 says about each statement, also when it stopped on the way.
struct Macaulay2Findings {
    private let transcript: Transcript
    /// Why something is missing.
    private let failure: String?
    private let variableCount: Int

    init(_ run: Macaulay2Run, _ architecture: Architecture) {
        self.init(transcript: run.transcript, failure: run.failure, architecture)
    }

    init(transcript: Transcript, failure: Macaulay2Failure?, _ architecture: Architecture) {
        self.transcript = transcript
        self.failure = failure?.description
        variableCount = architecture.endToEndFilterSize
    }

    /// Of a run that did not begin before the program was to stop.
    init(stopped architecture: Architecture) {
        self.init(transcript: Transcript(), failure: .stopped(task: nil), architecture)
    }

    func seconds(_ work: Work) -> Double? { transcript.seconds(work.task) }

    /// The reason why a record is missing.
    private var missing: Finding {
        .undecided(failure ?? transcript.error?.description ?? "the script does not say")
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
            return Finding(answer: .count(Integer(number)), basis: "Macaulay2")
        }
    }

    /// A list of numbers, `10, 35`.
    func numbers(_ key: String) -> Finding {
        reading { () throws(TranscriptError) -> Finding in
            guard let value = try transcript.value(key) else { return missing }
            guard let numbers = value.list?.compactMap(\.integer), numbers.count == value.list?.count else {
                return .undecided("\(key) is not a list of numbers")
            }
            return Finding(answer: .numbers(numbers.map { Integer($0) }), basis: "Macaulay2")
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
            return Finding(answer: .degrees(degrees), basis: "numgens trim, by degree")
        }
    }

    /// Reads a list of polynomials back and compares it with ours, one by one, up to sign.
    func sameMinors(_ name: IdealPart.Name, native: [Polynomial]) -> Finding {
        reading { () throws(TranscriptError) -> Finding in
            // Printed after the number of generators; complete only if all of them came.
            guard let expected = try transcript.value("numgens.\(name)")?.integer else { return missing }
            let theirs = try transcript.polynomials("polynomial.\(name)", variableCount: variableCount)
            guard theirs.count == expected else { return missing }
            var finding =
                PolynomialSets.difference(native: native, macaulay2: theirs)
                ?? Finding(answer: .polynomials(theirs), basis: "read back and compared one by one")
            finding.seconds = seconds(name.work)
            return finding
        }
    }

    /// Whether the polynomials of this name lie in the ideal of a Gröbner basis.
    func normalForms(_ name: String, by basis: GroebnerBasis) -> Finding {
        let nothing = Finding.undecided("Macaulay2 gave no generators")
        return reading { () throws(TranscriptError) -> Finding in
            guard let expected = try transcript.value("numgens.\(name)")?.integer else { return nothing }
            let theirs = try transcript.polynomials("polynomial.\(name)", variableCount: variableCount)
            guard theirs.count == expected else { return nothing }
            for polynomial in theirs {
                guard let rest = try? basis.normalForm(polynomial) else {
                    return .undecided("a coefficient of a normal form does not fit in 64 bits")
                }
                if !rest.isZero {
                    return .of(false, basis: "a generator has another normal form", witness: polynomial)
                }
            }
            return .of(true, basis: "\(theirs.count) normal forms")
        }
    }

    /// How many monomials there are, if they are the ones expected.
    func monomials(_ name: String, _ expected: Set<Monomial>) -> Finding {
        reading { () throws(TranscriptError) -> Finding in
            guard let count = try transcript.value("numgens.\(name)")?.integer else { return missing }
            let theirs = try transcript.polynomials("polynomial.\(name)", variableCount: variableCount)
            guard theirs.count == count else { return missing }
            if let other = theirs.first(where: { $0.leadingMonomial.map(expected.contains) != true }) {
                return .of(false, basis: "a leading monomial that is no minimal nonface", witness: other)
            }
            return Finding(
                answer: .monomials(Set(theirs).count), basis: "leadTerm, each a minimal nonface")
        }
    }

    /// Coefficients of a polynomial in one variable, `1, 3, 6`.
    func coefficients(_ key: String) -> Finding {
        reading { () throws(TranscriptError) -> Finding in
            guard let list = try transcript.value(key)?.list else { return missing }
            var coefficients: [Int: Int] = [:]
            for pair in list {
                guard let numbers = pair.list?.compactMap(\.integer), numbers.count == 2 else {
                    return .undecided("\(key) is not a list of pairs")
                }
                coefficients[numbers[0]] = numbers[1]
            }
            let all = (0...(coefficients.keys.max() ?? 0)).map { coefficients[$0] ?? 0 }
            return Finding(answer: .numbers(all.map { Integer($0) }), basis: "reduceHilbert hilbertSeries")
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

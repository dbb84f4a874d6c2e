import ChildProcesses

extension SingularProgram {
    /// What `minor(M, size, "Laplace")` took for each part of an ideal that has minors.
    public enum Outcome: Sendable, Hashable {
        /// The version (`4321` for 4.3.2.1), and the seconds and the number of nonzero minors, part after part.
        case finished(version: Int, seconds: [Double], minors: [Int])
        /// It was stopped at this limit.
        case timedOut(seconds: Double)
        /// There are no times.
        case failed(Failure)
    }

    /// Why there are no times.
    public enum Failure: Error, Hashable, Sendable {
        /// It could not be started, with `errno`.
        case notStarted(Int32)
        /// It ended with this status, other than 0.
        case exited(Int32)
        /// It was ended by this signal.
        case signalled(Int32)
        /// It was stopped at the limit of memory or output.
        case outOfMemory, tooMuchOutput
        /// A line of its answer is not what the script writes; the number of the line, from 1.
        case malformed(line: Int)
        /// It ended well, but without the version or with fewer parts than it was given.
        case incomplete(parts: Int, of: Int)
    }
}

extension SingularProgram.Failure: CustomStringConvertible {
    /// One line.
    public var description: String {
        switch self {
        case .notStarted(let code): return "Singular cannot be started (errno \(code))"
        case .exited(let status): return "Singular ended with status \(status)"
        case .signalled(let signal): return "Singular was ended by signal \(signal)"
        case .outOfMemory: return "Singular ran out of memory"
        case .tooMuchOutput: return "Singular wrote too much"
        case .malformed(let line): return "line \(line) of Singular's answer is malformed"
        case .incomplete(let parts, let expected):
            return "Singular answered for \(parts) of \(expected) parts"
        }
    }
}

/// What the script `singular-minors.sing` reports: lines `@lcngen version N` and `@lcngen minors COUNT MILLISECONDS`;
/// all others are noise.
struct SingularAnswer {
    private(set) var version: Int?
    private(set) var seconds: [Double] = []
    private(set) var minors: [Int] = []

    init(_ bytes: [UInt8]) throws(SingularProgram.Failure) {
        let lines = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let words = line.split(separator: " ")
            guard words.first == "@lcngen" else { continue }
            let numbers = words.dropFirst(2).compactMap { Int($0) }
            switch (words.dropFirst().first, numbers.count, words.count) {
            case ("version", 1, 3): version = numbers[0]
            case ("minors", 2, 4) where numbers.allSatisfy { $0 >= 0 }:
                minors.append(numbers[0])
                seconds.append(Double(numbers[1]) / 1000)
            default: throw .malformed(line: index + 1)
            }
        }
    }
}

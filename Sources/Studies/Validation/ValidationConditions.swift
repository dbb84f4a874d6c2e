/// What results were made with. A change of any of them is not mixed into old results.
package struct ValidationConditions: Codable, Hashable, Sendable {
    /// Name and version of this program.
    package var program: String
    /// Tells one build of it from another.
    package var build: String
    package var macaulay2: String
    package var timeout: Double?
    package var memoryLimit: Int?
    package var strategy: String?
    package var checksRadical: Bool
    /// Which part of a study the results are, as `3/8`; nil for all of it.
    package var shard: String?
    /// The options of the whole study, where this is a part.
    package var study: String?

    package init(
        program: String, build: String, macaulay2: String, timeout: Double?, memoryLimit: Int?,
        strategy: String? = nil, checksRadical: Bool = false, shard: Shard? = nil, study: String? = nil
    ) {
        self.program = program
        self.build = build
        self.macaulay2 = macaulay2
        self.timeout = timeout
        self.memoryLimit = memoryLimit
        self.strategy = strategy
        self.checksRadical = checksRadical
        self.shard = shard?.description
        self.study = study
    }

    /// The same for the whole study.
    package var ofTheWhole: ValidationConditions {
        var whole = self
        (whole.shard, whole.study) = (nil, nil)
        return whole
    }

    /// One of the conditions, as it was and as it is.
    package enum Difference: Hashable, Sendable {
        case program(String, now: String)
        case build(String, now: String)
        case macaulay2(String, now: String)
        case timeout(Double?, now: Double?)
        /// In megabytes.
        case memoryLimit(Int?, now: Int?)
        case strategy(String?, now: String?)
        case radical(Bool, now: Bool)
        case shard(String?, now: String?)
        case study(String?, now: String?)
    }

    /// What differs, in a fixed order.
    package func differences(from others: ValidationConditions) -> [Difference] {
        var result: [Difference] = []
        func add<Value: Equatable>(
            _ value: KeyPath<ValidationConditions, Value>, _ make: (Value, Value) -> Difference
        ) {
            let (before, now) = (others[keyPath: value], self[keyPath: value])
            if before != now { result.append(make(before, now)) }
        }
        add(\.program) { .program($0, now: $1) }
        add(\.build) { .build($0, now: $1) }
        add(\.macaulay2) { .macaulay2($0, now: $1) }
        add(\.timeout) { .timeout($0, now: $1) }
        add(\.memoryLimit) { .memoryLimit($0, now: $1) }
        add(\.strategy) { .strategy($0, now: $1) }
        add(\.checksRadical) { .radical($0, now: $1) }
        add(\.shard) { .shard($0, now: $1) }
        add(\.study) { .study($0, now: $1) }
        return result
    }
}

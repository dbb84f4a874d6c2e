/// What a script computes.
public enum Approach: String, CaseIterable, Sendable {
    /// The ideal J against the kernel: times, and every check.
    case compare
    /// The kernel of the parametrization between plain rings: what the paper timed.
    case kernel
    /// The kernel with degrees that make the map homogeneous.
    case gradedKernel = "graded-kernel"
    /// The kernel in low degrees by the package MultigradedImplicitization, where it is installed.
    case multigradedKernel = "multigraded-kernel"
    /// J = J₀ + J₁ + J₂, each timed apart.
    case ideal
    /// J with fewer generators.
    case lean
    /// The minors of all levels: the prime ideal.
    case levels
    /// One minor for each minimal nonface: the prime ideal.
    case minimal
    /// Macaulay2's own proof, for the minors of all levels, that they are a Gröbner basis of a prime ideal.
    case certify
    /// Macaulay2's own proof that the minors of the minimal nonfaces are a minimal generating set.
    case minimality
    /// Macaulay2's own radical of J against the kernel.
    case radical
    /// The number of critical points of a random training problem.
    case critical

    /// Over which field it is computed if nothing else is said: random rational problems have huge coefficients.
    public var usualField: CoefficientField { self == .critical ? .prime(32003) : .rationals }

    /// Where the mathematics stands.
    var source: String {
        switch self {
        case .compare: return "Section 3, Corollary 3.7, Theorem 3.9, Table 2"
        case .kernel, .gradedKernel, .multigradedKernel: return "Proposition 2.3, Table 2"
        case .ideal: return "Corollary 3.7, Remark 3.10, Table 2"
        case .lean: return "Corollary 3.7"
        case .levels, .minimal, .certify, .minimality:
            return "the prime ideal of Theorem 3.9, without radicals"
        case .radical: return "Theorem 3.9"
        case .critical: return "Section 4, Theorem 4.1"
        }
    }
}

/// The algorithm Macaulay2's `minors` uses; Bareiss by default.
public enum MinorsStrategy: String, CaseIterable, Sendable {
    case bareiss, cofactor, dynamic

    var macaulay2Name: String {
        switch self {
        case .bareiss: return "Bareiss"
        case .cofactor: return "Cofactor"
        case .dynamic: return "Dynamic"
        }
    }

    /// The fastest for minors of resultant matrices, in every version that was tried.
    static let fastest = MinorsStrategy.dynamic
}

/// The field over which Macaulay2 computes.
public enum CoefficientField: Hashable, Sendable, CustomStringConvertible {
    case rationals
    /// ℤ/p.
    case prime(Int)

    /// The largest characteristic that Macaulay2's `ZZ/p` takes with its default arithmetic.
    public static let largestCharacteristic = 32749

    /// Reads `QQ` or `ZZ/p` with p a prime up to ``largestCharacteristic``; nil for anything else.
    public init?(_ text: String) {
        if text == "QQ" {
            self = .rationals
            return
        }
        guard text.hasPrefix("ZZ/"), let value = Int(text.dropFirst(3)), "\(value)" == text.dropFirst(3),
            value >= 2, value <= Self.largestCharacteristic,
            !(2..<value).prefix(while: { $0 * $0 <= value }).contains(where: { value % $0 == 0 })
        else { return nil }
        self = .prime(value)
    }

    /// `QQ` or `ZZ/32003`.
    public var description: String {
        switch self {
        case .rationals: return "QQ"
        case .prime(let p): return "ZZ/\(p)"
        }
    }
}

/// Which generators a script prints.
public enum Listing: String, Sendable, Hashable {
    case none
    /// Those that are compared one by one: of J, of the graded kernel, of the initial ideal.
    case compared
    /// Of every ideal.
    case all
}

/// What a script does beyond its approach.
public struct ScriptOptions: Sendable, Hashable {
    /// What is computed.
    public var approach: Approach
    /// Nil for Macaulay2's default.
    public var strategy: MinorsStrategy?
    /// Over which it is computed.
    public var field: CoefficientField
    /// Which generators are printed, to be read back.
    public var listing: Listing
    /// What `compare` computes.
    public var rows: Set<ScriptRow>
    /// Up to which degree `multigraded-kernel` goes; nil for the largest degree of a generator.
    public var maxDegree: Int?
    /// For the random problem of `critical`.
    public var seed: Int

    /// Makes options; a field that is not given is the usual one of the approach.
    public init(
        approach: Approach = .compare, strategy: MinorsStrategy? = nil, field: CoefficientField? = nil,
        listing: Listing = .none, rows: Set<ScriptRow> = Set(ScriptRow.usual), seed: Int = 1,
        maxDegree: Int? = nil
    ) {
        self.approach = approach
        self.strategy = strategy
        self.field = field ?? approach.usualField
        self.listing = listing
        self.rows = rows
        self.seed = seed
        self.maxDegree = maxDegree
    }
}
